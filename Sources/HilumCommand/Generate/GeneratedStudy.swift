import Hilum
import HilumGeneration
import HilumModel

/// What one report is written of.
enum ReportSubject: Sendable {
    /// The paths of the views of one study.
    case images([String])
    /// Findings in any wording.
    case text(String)
    case findings(FindingList)
}

/// There can be no report: an image cannot be used, or there is no finding.
struct NoReport: Error, CustomStringConvertible {
    /// Names the file of an image, and the words of findings that were not understood.
    var description: String
    /// Without words of findings; nil where the description has none.
    var unquoted: String?
    /// How unlike radiographs an image is that was refused for it.
    var radiographScore: Double?
    /// Whether a file could not be read at all.
    var isUnreadable = false
}

/// A report, and the images that it was written of.
struct GeneratedStudy: Sendable {
    var report: GeneratedReport
    /// The paths; nil where it was written of findings.
    var paths: [String]?
    /// In the order of the paths; none where it was written of findings.
    var images: [RadiographImage] = []
}

extension ReportGenerator {
    /// Reads what a report is to be written of, and writes it.
    /// - Throws: `NoReport`, and what is wrong with the model.
    func study(of subject: ReportSubject, options: GenerationOptions) throws -> GeneratedStudy {
        do {
            switch subject {
            case .images(let paths):
                let images = try paths.map { try RadiographImage(contentsOf: $0, inAnyColour: options.allowsAnyImage) }
                return GeneratedStudy(report: try report(images: images, options: options), paths: paths, images: images)
            case .text(let text):
                let list = try FindingList(reading: text, phrases: phrases)
                return GeneratedStudy(report: try report(findings: list, options: options))
            case .findings(let list):
                return GeneratedStudy(report: try report(findings: list, options: options))
            }
        } catch let error as FindingTextError {
            throw NoReport(description: error.description, unquoted: error.unquoted)
        } catch let error as ImageError {
            // That is none of this image alone.
            if case .noLibrary = error { throw error }
            throw NoReport(description: error.description, isUnreadable: error.isUnreadable)
        } catch ModelError.wrongInput(let reason) {
            throw NoReport(description: reason)
        } catch let error as GenerationError {
            guard case .noRadiograph(let image, let score, _) = error, case .images(let paths) = subject else {
                throw NoReport(description: error.description)
            }
            throw NoReport(description: "\(paths[image]): \(error)", radiographScore: score)
        }
    }
}

extension RadiographImage {
    fileprivate init(contentsOf path: String, inAnyColour: Bool) throws(ImageError) {
        try self.init(contentsOf: path)
        if !inAnyColour { try checkColour(file: path) }
    }
}

extension FindingTextError {
    /// What is wrong, without the words.
    fileprivate var unquoted: String {
        switch self {
        case .notUnderstood: "not all of the findings is understood"
        case .ambiguous: "the findings may be read in two ways"
        case .contradictory: "the findings contradict one another"
        }
    }
}
