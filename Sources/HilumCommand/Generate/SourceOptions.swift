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

    @Option(help: ArgumentHelp("Column of the findings, in any wording, with a semicolon between two.", valueName: "col"))
    var findingsColumn: String?

    static let labelHelp = ArgumentHelp(
        """
        Take the columns of labels, by their standard names: chexpert (14 of 1, 0, -1 or blank) or nih (14 of 1 or 0, or Finding Labels \
        alone).
        """, valueName: "set")

    /// How to call the options of which one is needed.
    private static let choice = "--image-column COL, --findings-column COL or --label-columns SET"

    /// The options that were given.
    func given(labels: LabelSet?) -> [String] {
        [
            imageColumn.map { _ in "--image-column" }, findingsColumn.map { _ in "--findings-column" },
            labels.map { _ in "--label-columns" },
        ]
        .compactMap(\.self)
    }

    /// Refuses what is not one source.
    /// - Parameter purpose: what it is needed for.
    func check(labels: LabelSet?, for purpose: String) throws {
        let given = given(labels: labels)
        guard given.count != 1 else { return }
        throw ValidationError(
            given.isEmpty ? "\(purpose): give \(Self.choice)" : "give one of \(given.joined(separator: " and ")), not several")
    }

    /// - Parameters:
    ///   - input: the path of the input, or `-`.
    ///   - columns: those of the input.
    ///   - phrases: of the generator.
    func source(of input: String, columns: [String], labels: LabelSet?, phrases: FindingPhrases) throws -> RowSource {
        if let imageColumn { return .images(column: imageColumn, folder: ImagePaths.folder(of: input)) }
        if let findingsColumn { return .findings(column: findingsColumn) }
        guard let labels else { throw Defect(description: "rows without a source were let through") }
        do {
            return .labels(try FindingLabels(labels, columns: columns, phrases: phrases))
        } catch {
            throw UsageError(description: "\(error); \(NameList(columns).columns)")
        }
    }
}

extension LabelSet: ExpressibleByArgument {}
