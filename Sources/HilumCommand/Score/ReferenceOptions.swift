import ArgumentParser
import Hilum

/// Whether references that are not there are written by a model, and of what.
struct ReferenceOptions: ParsableArguments {
    @Flag(
        name: .customLong("generate-references"),
        help: """
            Where the reference is blank, or has no column, let a model write it of an image, findings or labels. Every output marks such \
            a row, the signature names the model.
            """)
    var areGenerated = false

    @OptionGroup var source: SourceOptions

    @Option(name: .customLong("label-columns"), help: SourceOptions.labelHelp)
    var labels: LabelSet?

    @OptionGroup var model: ModelOptions

    @Flag(
        name: .customLong("mix-references"),
        help: "Let some references be given and others generated; the summary has their means apart, too.")
    var areMixed = false

    /// Refuses what says nothing of references that are generated, or not enough.
    func check() throws {
        guard areGenerated else {
            let given = source.given(labels: labels) + model.given + (areMixed ? ["--mix-references"] : [])
            guard let option = given.first else { return }
            throw ValidationError("\(option) goes with --generate-references")
        }
        try source.check(labels: labels, for: "--generate-references needs a source")
        guard source.imageColumn != nil || !model.allowAnyImage else {
            throw ValidationError("--allow-any-image goes with --image-column")
        }
    }
}
