import Hilum
import HilumGeneration
import HilumModel

/// What one report is written of.
enum ReportSubject: Sendable {
    /// The paths of the views of one study.
    case images([String])
    case findings(FindingList)
}

/// There can be no report: an image cannot be used, or there is no finding.
struct NoReport: Error, CustomStringConvertible {
    /// Names the file of an image, and quotes no text.
    var description: String
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
    /// Reads the images, if it is them, and writes the report.
    /// - Throws: `NoReport`, and what is wrong with the model.
    func study(of subject: ReportSubject, options: GenerationOptions) throws -> GeneratedStudy {
        var images: [RadiographImage] = []
        do {
            switch subject {
            case .findings(let list): return GeneratedStudy(report: try report(findings: list, options: options))
            case .images(let paths):
                guard !paths.isEmpty else { throw NoReport(description: "no image is named") }
                for path in paths {
                    let image = try RadiographImage(contentsOf: path)
                    if !options.allowsAnyImage { try image.checkColour(file: path) }
                    images.append(image)
                }
                return GeneratedStudy(report: try report(images: images, options: options), paths: paths, images: images)
            }
        } catch let error as ImageError {
            // That is none of this image alone.
            if case .noLibrary = error { throw error }
            throw NoReport(description: error.description, isUnreadable: error.isUnreadable)
        } catch let error as GenerationError {
            guard case .noRadiograph(let image, let score, _) = error, case .images(let paths) = subject else {
                throw NoReport(description: error.description)
            }
            throw NoReport(description: "\(paths[image]): \(error)", radiographScore: score)
        }
    }
}
