/// The tensors of a safetensors file: a header of JSON that says where each one lies, and their numbers one after the other
/// (https://github.com/huggingface/safetensors). Types F32, F16 and BF16.
///
///     let weights = try Safetensors(CheckpointFile(contentsOf: "model.safetensors"))
///     let embedding = try weights.tensor("decoder.embedding", shape: [2048, 256])
///
/// The whole header is checked when the file is opened: whatever it holds, what follows is a value or an error, and takes no more
/// memory than the file allows. Numbers are read when they are asked for.
public struct Safetensors: Sendable {
    private let file: CheckpointFile
    private let entries: [String: SafetensorsHeader.Entry]

    /// - Throws: `ModelError.malformed`, or `.badTensor` where one tensor is to blame.
    public init(_ file: CheckpointFile) throws(ModelError) {
        self.file = file
        entries = try SafetensorsHeader(of: file).entries
    }

    /// What messages call the file.
    public var fileName: String { file.name }

    /// The names of all tensors, sorted.
    public var names: [String] { entries.keys.sorted() }

    public func contains(_ name: String) -> Bool { entries[name] != nil }

    /// Nil if there is no such tensor.
    public func shape(of name: String) -> [Int]? { entries[name]?.shape }

    /// The numbers of a tensor, in 32 bits.
    /// - Parameter shape: what it must be; nil where any count will do.
    /// - Throws: `ModelError.badTensor` where there is none of this name, or of another shape.
    public func tensor(_ name: String, shape: [Int?]) throws(ModelError) -> Tensor {
        let entry = try entry(name, shape: shape)
        return withBytes(of: entry) { Tensor(shape: entry.shape, values: entry.format.floats($0)) }
    }

    /// The weights of a network. Those that a failed training leaves, or that were too large for a half, would make findings of nothing.
    /// - Throws: as `tensor(_:shape:)`, and where a number is infinite or none.
    func finiteTensor(_ name: String, shape: [Int?]) throws(ModelError) -> Tensor {
        let tensor = try tensor(name, shape: shape)
        guard tensor.values.allSatisfy({ $0.isFinite }) else { throw notFinite(name) }
        return tensor
    }

    /// As `finiteTensor`, of one that is stored in half precision, as it is; nil if it is stored otherwise.
    func finiteHalves(_ name: String, shape: [Int?]) throws(ModelError) -> [UInt16]? {
        let entry = try entry(name, shape: shape)
        guard entry.format == .float16 else { return nil }
        let halves = withBytes(of: entry) { bytes in
            [UInt16](unsafeUninitializedCapacity: bytes.count / 2) { halves, initialized in
                initialized = bytes.count / 2
                UnsafeMutableRawBufferPointer(halves).copyMemory(from: bytes)
            }
        }
        // An exponent of all ones.
        guard halves.allSatisfy({ $0 & 0x7C00 != 0x7C00 }) else { throw notFinite(name) }
        return halves
    }

    private func notFinite(_ name: String) -> ModelError {
        .badTensor(file: file.name, tensor: name, reason: "it has infinite numbers or NaN; train it or export it anew")
    }

    private func withBytes<Result>(of entry: SafetensorsHeader.Entry, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        // An empty tensor may stand at the very end.
        let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[entry.bytes])
        return withExtendedLifetime(file) { body(bytes) }
    }

    private func entry(_ name: String, shape: [Int?]) throws(ModelError) -> SafetensorsHeader.Entry {
        guard let entry = entries[name] else {
            throw .badTensor(
                file: file.name, tensor: name,
                reason: "missing; export the checkpoint with it, or mend config.json if it should not be there")
        }
        let isRight = entry.shape.count == shape.count && zip(entry.shape, shape).allSatisfy { $1 == nil || $0 == $1 }
        guard isRight else {
            let wanted = shape.map { $0.map(String.init) ?? "any" }.joined(separator: ", ")
            throw .badTensor(
                file: file.name, tensor: name,
                reason:
                    "its shape is \(entry.shape), and config.json asks for [\(wanted)]; take both files from the same checkpoint")
        }
        return entry
    }
}
