import ArgumentParser
import Hilum
import HilumGeneration
import HilumJudge
import HilumModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A call that cannot be carried out as it stands.
struct UsageError: Error, CustomStringConvertible {
    var description: String
}

/// Pairs for which an endpoint gave nothing, of a run that is otherwise done.
struct PairsWithoutAnswer: Error, CustomStringConvertible {
    var count: Int

    var description: String {
        let (have, them) = count == 1 ? ("pair has", "it") : ("pairs have", "them")
        return "\(count) \(have) no answer from the endpoint; the same command asks for \(them) again"
    }
}

/// Something that no input should be able to cause.
struct Defect: Error, CustomStringConvertible {
    var description: String
}

/// The exit codes, which other programs rely on, and which error has which.
enum ExitStatus: Int32 {
    case done = 0
    /// A check found what it was to look for; the output says what.
    case checkFailed = 1
    case usage = 64
    case badInput = 65
    case unreadableInput = 66
    /// An endpoint, or a library of the system.
    case unavailable = 69
    case defect = 70
    case unwritableOutput = 74
    case incomplete = 75

    init(of error: any Error) {
        switch error {
        case let error as InputError:
            switch error.problem {
            case .missingColumn: self = .usage
            case .unreadable, .directory: self = .unreadableInput
            default: self = .badInput
            }
        case let error as OntologyError:
            switch error {
            case .invalidRow, .invalidHeader, .tooMany, .invalidStore, .invalidBytes, .invalidFile: self = .badInput
            case .unreadable: self = .unreadableInput
            }
        case is ComparisonError: self = .badInput
        case let error as BaselineError:
            if case .missing = error { self = .unreadableInput } else { self = .badInput }
        case is CheckFailure: self = .checkFailed
        case let error as OutputError: self = error == .closedPipe ? .done : .unwritableOutput
        case let error as EndpointError:
            switch error {
            case .badURL, .badKey, .keyInTheOpen: self = .usage
            default: self = .unavailable
            }
        case let error as CacheError:
            if case .foreign = error { self = .badInput } else { self = .unwritableOutput }
        case is PairsWithoutAnswer: self = .incomplete
        case is RowsWithoutReport, is PartlyReferenced, is GenerationError: self = .badInput
        case let error as ModelError:
            switch error {
            case .noBLAS: self = .unavailable
            case .unreadable: self = .unreadableInput
            default: self = .badInput
            }
        case let error as ImageError:
            if case .noLibrary = error { self = .unavailable } else { self = error.isUnreadable ? .unreadableInput : .badInput }
        case let error as NoReport: self = error.isUnreadable ? .unreadableInput : .badInput
        case is UsageError: self = .usage
        case is Defect: self = .defect
        default:
            switch HilumCommand.exitCode(for: error) {
            case .success: self = .done
            case .validationFailure: self = .usage
            default: self = .defect
            }
        }
    }

    /// Says what happened, on standard error unless it was asked for, and ends the process.
    func end(with error: any Error) -> Never {
        switch error {
        case OutputError.closedPipe, is CheckFailure: break
        case is InputError, is OntologyError, is ComparisonError, is BaselineError, is OutputError, is UsageError, is Defect,
            is EndpointError, is CacheError, is PairsWithoutAnswer, is RowsWithoutReport, is PartlyReferenced,
            is GenerationError, is NoReport, is ModelError, is ImageError:
            StandardError.write("hilum: error: \(error)\n")
        default:
            let message = HilumCommand.fullMessage(for: error)
            if self == .done {
                print(message)
            } else {
                let prefix = "Error: "
                StandardError.write(
                    "hilum: error: \(message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message)\n")
            }
        }
        exit(rawValue)
    }
}

enum StandardError {
    static var isTerminal: Bool { isatty(STDERR_FILENO) != 0 }

    static func write(_ text: String) {
        var text = text
        // Where messages go when even this fails, nobody can say.
        _ = text.withUTF8 { systemWrite(STDERR_FILENO, $0) }
    }
}

/// `write` of the C library, whose name the method above takes.
private func systemWrite(_ descriptor: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    write(descriptor, text.baseAddress, text.count)
}
