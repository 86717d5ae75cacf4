import Foundation
import HilumTestSupport
import Testing

@testable import HilumModel

@Suite("Weights that are no numbers")
struct WeightNumbersTests {
    /// A tiny checkpoint of which the first number of a tensor is another.
    private static func checkpoint(_ name: String, _ tensor: String, single: Float, half: UInt16) throws -> Checkpoint {
        let folder = ModelFixture.path("checkpoints/\(name)")
        let path = "\(folder)/model.safetensors"
        let entry = try #require(try SafetensorsHeader(of: CheckpointFile(contentsOf: path)).entries[tensor])
        var bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
        let number =
            entry.format == .float32
            ? withUnsafeBytes(of: single.bitPattern.littleEndian, Array.init) : withUnsafeBytes(of: half.littleEndian, Array.init)
        bytes.replaceSubrange(entry.bytes.lowerBound..<entry.bytes.lowerBound + number.count, with: number)
        return try Checkpoint(
            configuration: CheckpointFile(contentsOf: "\(folder)/config.json"), weights: CheckpointFile(bytes, named: path),
            tokenizer: CheckpointFile(contentsOf: "\(folder)/tokenizer.json"))
    }

    private static func build(_ checkpoint: Checkpoint) throws {
        _ = try ImageEncoder(checkpoint)
        _ = try FindingHead(checkpoint)
        _ = try TextDecoder(checkpoint)
    }

    @Test(
        "infinite numbers and NaN are refused, with the tensor's name, wherever they stand", arguments: TinyModel.names,
        [
            "encoder.stem.weight", "encoder.blocks.0.project.bias", "head.weight", "head.bias", "decoder.adapter.0.bias",
            "decoder.embedding", "decoder.layers.1.up.weight", "decoder.layers.0.feed_norm.weight",
        ])
    func notFinite(_ name: String, _ tensor: String) throws {
        for (single, half) in [(Float.nan, UInt16(0x7E00)), (.infinity, 0x7C00), (-.infinity, 0xFC00)] {
            let checkpoint = try Self.checkpoint(name, tensor, single: single, half: half)
            let error = #expect(throws: ModelError.self) { try Self.build(checkpoint) }
            #expect(error?.description.contains("tensor \(tensor): it has infinite numbers or NaN") == true)
        }
    }

    @Test("the largest numbers of both types are weights", arguments: TinyModel.names)
    func largest(_ name: String) throws {
        try Self.build(Self.checkpoint(name, "decoder.embedding", single: .greatestFiniteMagnitude, half: 0x7BFF))
    }
}
