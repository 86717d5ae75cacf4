import Foundation
import HilumModel
import HilumTestSupport
import Testing

struct SafetensorsTests {
    static func file(header: String, data count: Int = 0, length: UInt64? = nil) -> [UInt8] {
        let header = Array(header.utf8)
        return withUnsafeBytes(of: (length ?? UInt64(header.count)).littleEndian, Array.init) + header
            + (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    }

    static func open(_ bytes: [UInt8]) throws -> Safetensors {
        try Safetensors(CheckpointFile(bytes, named: "w.safetensors"))
    }

    // MARK: Sound files

    static let numbers: [Float] = [0, -0.0, 1, -2.5, 0.15625, 96, .infinity, -.infinity, 0x1p-14, 0x1p-20]

    @Test("The Python library's file reads as it was written", arguments: ["single", "half", "brain"])
    func reference(name: String) throws {
        let weights = try Safetensors(CheckpointFile(contentsOf: ModelFixture.path("checkpoints/tensors.safetensors")))
        #expect(weights.names == ["brain", "half", "single"])
        #expect(weights.contains(name) && !weights.contains("other"))
        #expect(weights.shape(of: name) == [2, 5])
        let tensor = try weights.tensor(name, shape: [2, nil])
        #expect(tensor.shape == [2, 5])
        #expect(tensor.values.map(\.bitPattern) == Self.numbers.map(\.bitPattern))
    }

    @Test("Mapped, copied and embedded bytes give the same numbers")
    func sources() throws {
        let path = ModelFixture.path("checkpoints/tensors.safetensors")
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
        let lasting = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 1, alignment: 8)
        defer { lasting.deallocate() }
        // At an odd address, as nothing says where embedded bytes lie.
        let embedded = UnsafeMutableRawBufferPointer(rebasing: lasting[1...])
        embedded.copyBytes(from: bytes)
        let files = [
            try CheckpointFile(contentsOf: path), CheckpointFile(bytes, named: path),
            CheckpointFile(embedded: UnsafeRawBufferPointer(embedded), named: path),
        ]
        let tensors = try files.map { try Safetensors($0).tensor("half", shape: [2, 5]) }
        #expect(Set(tensors).count == 1)
        #expect(files.allSatisfy { $0.withBytes { Array($0) } == bytes })
    }

    @Test(
        "A header may be padded, hold notes, escapes and empty tensors, and name its tensors in any order",
        arguments: [
            #"{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}   "#,
            #"{"__metadata__":{"a":"b"},"a":{"dtype":"BF16","shape":[],"data_offsets":[2,4]},"b":{"dtype":"F16","shape":[1,1],"data_offsets":[0,2]}}"#,
            #"{"\u0061":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
            #"{"z":{"dtype":"F32","shape":[0],"data_offsets":[4,4]},"a":{"shape":[1],"dtype":"F32","data_offsets":[0,4]},"y":{"dtype":"F32","shape":[7,0],"data_offsets":[0,0]}}"#,
        ])
    func sound(header: String) throws {
        let weights = try Self.open(Self.file(header: header, data: 4))
        let shape = try #require(weights.shape(of: "a"))
        #expect(try weights.tensor("a", shape: shape).values.count == shape.reduce(1, *))
        for name in weights.names { _ = try weights.tensor(name, shape: weights.shape(of: name) ?? []) }
    }

    @Test("A file without tensors is one")
    func empty() throws {
        #expect(try Self.open(Self.file(header: "{}")).names.isEmpty)
    }

    // MARK: Asking

    @Test("A tensor that is missing or has another shape is an error that names it")
    func asking() throws {
        let weights = try Self.open(Self.file(header: #"{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}"#, data: 4))
        for shape: [Int?] in [[1], [2, 1], [], [nil, nil]] {
            let error = #expect(throws: ModelError.self) { try weights.tensor("a", shape: shape) }
            #expect(error?.description.hasPrefix("w.safetensors: tensor a: its shape is [2], and config.json asks for [") == true)
        }
        let error = #expect(throws: ModelError.self) { try weights.tensor("b", shape: [1]) }
        #expect(error?.description.hasPrefix("w.safetensors: tensor b: missing") == true)
    }

    // MARK: Hostile files

    struct Refusal: Sendable, CustomTestStringConvertible {
        var says: String
        var bytes: [UInt8]
        var testDescription: String { says }

        init(_ says: String, _ bytes: [UInt8]) {
            self.says = says
            self.bytes = bytes
        }

        /// One tensor `a` over 8 bytes.
        init(_ says: String, _ entry: String) {
            self.init(says, SafetensorsTests.file(header: #"{"a":\#(entry)}"#, data: 8))
        }
    }

    static let refusals: [Refusal] = [
        Refusal("0 bytes are no safetensors file", [UInt8]()),
        Refusal("7 bytes are no safetensors file", [UInt8](repeating: 0, count: 7)),
        Refusal("cut off", file(header: "{}", length: 3)),
        Refusal("a header of more than 4 MB", file(header: "{}", length: .max)),
        Refusal("a header of more than 4 MB", file(header: "{}", length: 1 << 63)),
        Refusal("a header of more than 4 MB", Array("not a checkpoint at all".utf8)),
        Refusal("does not begin with {", file(header: "")),
        Refusal("does not begin with {", file(header: " {}")),
        Refusal("does not begin with {", file(header: "[]")),
        Refusal("is not UTF-8", file(header: "{") + [0xFF] + [UInt8(ascii: "}")]).counting(3),
        Refusal("is no JSON", file(header: "{}{}")),
        Refusal("is not UTF-8", file(header: "{\0}\0")),
        Refusal("is no JSON", file(header: String(repeating: #"{"a":"#, count: 100_000))),
        Refusal("is no JSON", file(header: #"{"a":"# + String(repeating: "[", count: 100_000))),
        Refusal("lacks dtype", "1"),
        Refusal("lacks dtype", "{}"),
        Refusal("lacks dtype", #"{"dtype":"F32","shape":[2]}"#),
        Refusal("lacks dtype", #"{"dtype":"F32","shape":2,"data_offsets":[0,8]}"#),
        Refusal("lacks dtype", #"{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}"#),
        Refusal("lacks dtype", #"{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}"#),
        Refusal("lacks dtype", #"{"dtype":"F32","shape":[2],"data_offsets":[0,1e400]}"#),
        Refusal(#"its numbers are "I64""#, #"{"dtype":"I64","shape":[1],"data_offsets":[0,8]}"#),
        Refusal(#"its numbers are "F?32""#, #"{"dtype":"F\n32","shape":[1],"data_offsets":[0,8]}"#),
        Refusal("negative count", #"{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}"#),
        Refusal("negative count", #"{"dtype":"F32","shape":[-1,-2],"data_offsets":[0,8]}"#),
        Refusal("larger than any file", #"{"dtype":"F32","shape":[4611686018427387904,2],"data_offsets":[0,8]}"#),
        Refusal("larger than any file", #"{"dtype":"F32","shape":[0,4611686018427387904,2],"data_offsets":[0,0]}"#),
        Refusal("larger than any file", #"{"dtype":"F16","shape":[9223372036854775807],"data_offsets":[0,8]}"#),
        Refusal("not a beginning and an end", #"{"dtype":"F32","shape":[2],"data_offsets":[0]}"#),
        Refusal("not a beginning and an end", #"{"dtype":"F32","shape":[2],"data_offsets":[0,4,8]}"#),
        Refusal("not a beginning and an end", #"{"dtype":"F32","shape":[2],"data_offsets":[8,0]}"#),
        Refusal("not a beginning and an end", #"{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}"#),
        Refusal("ends after the file", #"{"dtype":"F32","shape":[3],"data_offsets":[0,12]}"#),
        Refusal("ends after the file", #"{"dtype":"F32","shape":[2],"data_offsets":[9223372036854775800,9223372036854775807]}"#),
        Refusal("takes 12 bytes and its data_offsets 8", #"{"dtype":"F32","shape":[3],"data_offsets":[0,8]}"#),
        Refusal("takes 4 bytes and its data_offsets 8", #"{"dtype":"F16","shape":[2],"data_offsets":[0,8]}"#),
        Refusal("begins at byte 2, not at a multiple of 4", #"{"dtype":"F32","shape":[1],"data_offsets":[2,6]}"#),
        Refusal("4 bytes before it belong to no tensor", #"{"dtype":"F32","shape":[1],"data_offsets":[4,8]}"#),
        Refusal("4 bytes at its end belong to no tensor", #"{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#),
        Refusal(
            "lies over the tensor before it",
            #"{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}"#),
        Refusal(
            "lies over the tensor before it",
            #"{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}"#),
        Refusal(
            "its header names it twice",
            #"{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}"#),
        Refusal(
            "its header names it twice",
            #"{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"\u0061":{"dtype":"F16","shape":[4],"data_offsets":[0,8]}"#),
        Refusal("its header names it twice", #"{"dtype":"F16","dtype":"F32","shape":[2],"data_offsets":[0,8]}"#),
    ]

    @Test("A hostile header is an error that names the file and the tensor and says what to do", arguments: refusals)
    func refuses(_ refusal: Refusal) throws {
        let error = try #require(#expect(throws: ModelError.self) { try Self.open(refusal.bytes) })
        let description = error.description
        #expect(description.hasPrefix("w.safetensors: "))
        #expect(description.contains(refusal.says))
        #expect(description.contains("export") || description.contains("fetch it again"))
        if case .badTensor(_, let tensor, _) = error { #expect(["\"a\"", "\"b\"", "\"dtype\""].contains(tensor)) }
    }

    @Test("A damaged file is an error or tensors as long as their shapes say, and never the end of the program")
    func survivesDamage() throws {
        let sound = try [UInt8](Data(contentsOf: URL(filePath: ModelFixture.path("checkpoints/tensors.safetensors"))))
        var generator = SeededGenerator(seed: 5)
        var refused = 0
        var taken = 0
        for _ in 0..<3000 {
            var bytes = sound
            Damage.apply(to: &bytes, count: Int.random(in: 1...3, using: &generator), &generator)
            do {
                let weights = try Self.open(bytes)
                for name in weights.names {
                    let shape = try #require(weights.shape(of: name))
                    #expect(try weights.tensor(name, shape: shape).values.count == shape.reduce(1, *))
                }
                taken += 1
            } catch is ModelError {
                refused += 1
            }
        }
        #expect(refused > 1000 && taken > 50)
    }
}

extension SafetensorsTests.Refusal {
    /// With another length of the header.
    fileprivate func counting(_ length: UInt8) -> Self {
        var other = self
        other.bytes[0] = length
        return other
    }
}
