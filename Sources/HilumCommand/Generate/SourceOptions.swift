import ArgumentParser
import Hilum
import HilumGeneration

/// Which columns say what to write reports of. The labels are an option of each command, as one calls something else `--labels`.
struct SourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            Column of the images, PNG or JPEG: paths as seen from the folder of the input; the views of one study with ; or | between \
            them.
            """, valueName: "col"))
    var imageColumn: String?

    @Option(help: ArgumentHelp("Column of the findings, in any wording.", valueName: "col"))
    var findingsColumn: String?

    static let labelHelp = ArgumentHelp(
        """
        Take the columns of labels, by their standard names: chexpert (14 columns of 1, 0, -1 or blank) or nih (Finding Labels, or 14 \
        columns of 1 or 0).
        """, valueName: "set")

    /// How to call the options of which one is needed.
    static let choice = "--image-column COL, --findings-column COL or --label-columns SET"

    /// The options that were given.
    func given(labels: FindingLabels?) -> [String] {
        [
            imageColumn.map { _ in "--image-column" }, findingsColumn.map { _ in "--findings-column" },
            labels.map { _ in "--label-columns" },
        ]
        .compactMap(\.self)
    }

    /// Refuses what is not one source.
    /// - Parameter purpose: what it is needed for.
    func check(labels: FindingLabels?, for purpose: String) throws {
        let given = given(labels: labels)
        guard given.count != 1 else { return }
        throw ValidationError(
            given.isEmpty ? "\(purpose): give \(Self.choice)" : "give one of \(given.joined(separator: " and ")), not several")
    }

    /// - Parameter input: the path of the input, or `-`.
    func source(of input: String, labels: FindingLabels?) throws -> RowSource {
        if let imageColumn { return .images(column: imageColumn, folder: ImagePaths.folder(of: input)) }
        if let findingsColumn { return .findings(column: findingsColumn) }
        guard let labels else { throw Defect(description: "rows without a source were let through") }
        return .labels(labels)
    }
}

extension FindingLabels: ExpressibleByArgument {}
