import HilumOntology
import HilumScoring

/// Why a baseline cannot be compared with. Its description quotes ids and no text of a report.
public enum BaselineError: Error, Equatable, CustomStringConvertible {
    /// There is no such file.
    case missing(file: String)
    /// The file is something else: it is never written over.
    case notBaseline(file: String)
    /// It is damaged, or a hand has changed it; never written over either.
    case invalid(file: String, line: Int, reason: String)
    /// Written in a form of the file that this version does not read.
    case otherFormat(file: String, version: String)
    /// Its scores were made by another version, with another ontology or under other policies.
    case otherSignature(file: String, signature: String, current: String)
    /// Some ids, and the number of them, whose reference is not the one that the baseline was made with.
    case changedReferences(file: String, input: String, ids: [String], count: Int)
    /// A report of it lacks a number that is to be compared.
    case lacks(file: String, metric: String, id: String)
    /// There is nothing to make a baseline of.
    case noReports(input: String)

    public var description: String { "\(problem)\(advice)" }

    /// Whether --update may write over the file.
    public var isReplaceable: Bool {
        switch self {
        case .missing, .otherFormat, .otherSignature, .changedReferences, .lacks: true
        case .notBaseline, .invalid, .noReports: false
        }
    }

    /// What is wrong, without what to do.
    public var problem: String {
        switch self {
        case .missing(let file): "\(file): there is no baseline yet"
        case .notBaseline(let file): "\(file): no baseline of hilum check"
        case .invalid(let file, let line, let reason): "\(file):\(line): the baseline is damaged: \(reason)"
        case .otherFormat(let file, let version):
            """
            \(file): a baseline of format \(NameList.quoted(version)); hilum \(HilumVersion.current) reads format \(BaselineJSON.version)
            """
        case .otherSignature(let file, let signature, let current):
            """
            \(file): its scores were made in another way and are not comparable: \
            \(ComparisonError.difference(of: signature, from: current)) there, \
            \(ComparisonError.difference(of: current, from: signature)) here
            """
        case .changedReferences(let file, let input, let ids, let count):
            """
            \(file): \(count == 1 ? "1 reference in \(input) is" : "\(count) references in \(input) are") not what the baseline was made with: \
            \(NameList(ids).text)\(count > ids.count ? " …" : ""); scores against other references are not comparable
            """
        case .lacks(let file, let metric, let id): "\(file): the report \(NameList.quoted(id)) has no \(metric)"
        case .noReports(let input): "\(input): there are no reports in it"
        }
    }

    private var advice: String {
        let update = "take the present scores as the baseline with --update"
        return switch self {
        case .missing: "; make one of this input by the same command with --update, and keep it with the code"
        case .notBaseline: "; name the file that --update wrote, or for --update one that is not there yet"
        case .invalid: ". Restore it, or remove it and make it anew with --update"
        case .otherFormat: ". Use the version that wrote it, or \(update)"
        case .otherSignature: ". Check with what made it, or \(update)"
        case .changedReferences: ". Put the references back, or \(update)"
        case .lacks: "; \(update)"
        case .noReports: ""
        }
    }
}
