import HilumOntology

/// Why systems cannot be compared. Its description quotes ids and no text of a report.
public enum ComparisonError: Error, Equatable, CustomStringConvertible {
    /// The first of the ids that not every file has, their number, and of the first a file that has it and one that has not.
    case unpaired(ids: [String], count: Int, in: String, notIn: String)
    /// The scores were made in different ways.
    case differentSignatures(file: String, signature: String, otherFile: String, otherSignature: String)
    /// There is no report that all files have.
    case noReports
    /// The files have no column of numbers in common.
    case nothingToCompare
    /// What one file scored against a generated reference, another scored against a given one.
    case mixedReferences(id: String, generatedIn: String, givenIn: String, count: Int)
    /// Two files pair different references with one id.
    case differentReferences(id: String, file: String, otherFile: String)

    static let mostNamed = 5

    public var description: String {
        switch self {
        case .unpaired(let ids, let count, let file, let other):
            """
            \(count) \(count == 1 ? "id is" : "ids are") not in every file: \(NameList(ids).text)\(count > ids.count ? " …" : ""); the first is in \(file) and not in \(other). \
            Compare the same reports, or say --common to leave those out
            """
        case .differentSignatures(let file, let signature, let other, let otherSignature):
            """
            the scores were made in different ways and are not comparable: \(Self.difference(of: signature, from: otherSignature)) in \(file), \
            \(Self.difference(of: otherSignature, from: signature)) in \(other). Score both again with one version, or say \
            --allow-different-signatures
            """
        case .mixedReferences(let id, let file, let other, let count):
            """
            \(count) \(count == 1 ? "report is" : "reports are") scored against a generated reference in one file and a given one in another: \
            the first, \(NameList.quoted(id)), against a generated one in \(file) and a given one in \(other). Score both against the same \
            references, or say --allow-different-signatures
            """
        case .noReports: "the files have no report in common; name the column of the ids with --id"
        case .nothingToCompare:
            "the files have no column of numbers in common; of files of reports name the columns with --reference and --candidate"
        case .differentReferences(let id, let file, let other):
            "the reference of \(NameList.quoted(id)) in \(file) is not that in \(other); compare candidates for the same references"
        }
    }

    /// The parts of a signature that another has not.
    static func difference(of signature: String, from other: String) -> String {
        let others = other.split(separator: "|")
        let own = signature.split(separator: "|").filter { !others.contains($0) }.map(String.init)
        return own.isEmpty ? "no more than that" : NameList(own).text
    }
}
