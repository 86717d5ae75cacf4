import Foundation
import Testing

@testable import HilumModel

/// An image of Fixtures/images with what Pillow and PyTorch make of it.
struct ImageFixture: Decodable, CustomTestStringConvertible {
    private struct File: Decodable {
        var mean: Float
        var deviation: Float
        var window: [Float]
        var images: [ImageFixture]
    }

    var name: String
    var width: Int
    var height: Int
    var maximum: UInt16
    var colourShare: Double
    /// Grey values in the middles of 8×8 fields.
    var samples: [Int]
    /// Side of the encoder's input, and its values in the middles of 8×8 fields; of some images only.
    var size: Int?
    var input: [Float]?

    var testDescription: String { name }
    var isJPEG: Bool { name.hasSuffix(".jpg") }
    var path: String { Self.path(name) }

    static func layout(size: Int) throws -> ModelConfiguration.Image {
        let file = try file.get()
        return ModelConfiguration.Image(size: size, mean: file.mean, deviation: file.deviation, window: file.window)
    }

    static var all: [ImageFixture] {
        get throws { try file.get().images }
    }

    static func path(_ name: String) -> String {
        folder.appending(path: name).path
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: name)))
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/images")

    private static let file = Result {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(File.self, from: try Data(contentsOf: folder.appending(path: "expected.json")))
    }

    /// The places of the middles of 8 even parts.
    static func middles(of length: Int) -> [Int] {
        Array(stride(from: length / 16, to: length, by: length / 8))
    }
}
