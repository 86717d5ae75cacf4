import CHilum
import HilumC
import HilumTestSupport
import Testing

/// Calls the library as C does, through the declarations of its header.
struct Calls {
    /// What a call comes to: one of the two.
    struct Outcome: Equatable {
        var answer: String?
        var error: String?
    }

    /// Never closed: the tests share it until the process ends.
    nonisolated(unsafe) private let handle: OpaquePointer

    static let shared = Result { try Calls() }

    private init() throws {
        handle = try #require(hilum_open(nil, nil))
    }

    func extract(_ text: String, _ options: String? = nil) -> Outcome {
        extract(Array(text.utf8), options)
    }

    func extract(_ text: [UInt8], _ options: String? = nil) -> Outcome {
        Self.outcome { error in
            text.withUnsafeBytes { hilum_extract(handle, Self.characters($0), $0.count, options, error) }
        }
    }

    func score(reference: [UInt8], candidate: [UInt8], _ options: String? = nil) -> Outcome {
        Self.outcome { error in
            reference.withUnsafeBytes { reference in
                candidate.withUnsafeBytes { candidate in
                    hilum_score(
                        handle, Self.characters(reference), reference.count, Self.characters(candidate), candidate.count, options,
                        error)
                }
            }
        }
    }

    func score(reference: String, candidate: String, _ options: String? = nil) -> Outcome {
        score(reference: Array(reference.utf8), candidate: Array(candidate.utf8), options)
    }

    func reward(_ request: String, _ options: String? = nil) -> Outcome {
        reward(Array(request.utf8), options)
    }

    func reward(_ request: [UInt8], _ options: String? = nil) -> Outcome {
        Self.outcome { error in
            request.withUnsafeBytes { hilum_reward(handle, Self.characters($0), $0.count, options, error) }
        }
    }

    /// What a function gives, which is freed.
    /// - Parameter call: given where to put an error.
    static func outcome(_ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> UnsafeMutablePointer<CChar>?) -> Outcome {
        // Something that is no pointer, so that a function which forgets the error is caught.
        var error = UnsafeMutablePointer<CChar>(bitPattern: 1)
        let answer = call(&error)
        defer {
            hilum_free(answer)
            if UInt(bitPattern: error) != 1 { hilum_free(error) }
        }
        guard UInt(bitPattern: error) != 1, (answer == nil) != (error == nil) else {
            Issue.record("an answer has no error, and an error no answer")
            return Outcome()
        }
        return Outcome(answer: answer.map { String(cString: $0) }, error: error.map { String(cString: $0) })
    }

    private static func characters(_ bytes: UnsafeRawBufferPointer) -> UnsafePointer<CChar>? {
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    }
}
