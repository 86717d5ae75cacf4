#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What stands at the beginning of a safetensors file, checked.
struct SafetensorsHeader {
    struct Entry: Sendable, Hashable {
        var format: NumberFormat
        var shape: [Int]
        /// Within the file.
        var bytes: Range<Int>
    }

    var entries: [String: Entry] = [:]

    /// Bytes of the longest header that is read: some 40,000 tensors.
    static let longest = 4 << 20

    init(of file: CheckpointFile) throws(ModelError) {
        let header = try Self.header(of: file)
        let data = header.upperBound..<file.bytes.count
        let decoded = try Self.decode(file, header)
        for (name, declared) in decoded.sorted(by: { $0.key < $1.key }) {
            do {
                entries[name] = try declared.entry(in: data)
            } catch {
                throw .badTensor(file: file.name, tensor: ModelError.quoted(name), reason: error.reason)
            }
        }
        try checkCoverage(of: data, in: file)
    }

    // MARK: Where it lies

    private static func header(of file: CheckpointFile) throws(ModelError) -> Range<Int> {
        let bytes = file.bytes
        guard bytes.count >= 8 else {
            throw .malformed(file: file.name, reason: "\(bytes.count) bytes are no safetensors file; fetch it again")
        }
        let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
        guard length <= longest else {
            throw .malformed(
                file: file.name,
                reason: "no safetensors file, or one with a header of more than \(longest >> 20) MB; fetch it again")
        }
        guard length <= bytes.count - 8 else {
            throw .malformed(file: file.name, reason: "it ends within its header: it is cut off; fetch it again")
        }
        return 8..<8 + Int(length)
    }

    // MARK: What it says

    private static func decode(_ file: CheckpointFile, _ range: Range<Int>) throws(ModelError) -> [String: Declared] {
        let header = [UInt8](file.bytes[range])
        func malformed(_ reason: String) -> ModelError {
            .malformed(file: file.name, reason: "its header \(reason); export it anew")
        }
        guard header.first == UInt8(ascii: "{") else { throw malformed("does not begin with {") }
        // With zeros among them, they would be taken for UTF-16.
        guard !header.contains(0), String(validating: header, as: UTF8.self) != nil else { throw malformed("is not UTF-8") }
        let declared: DeclaredTensors
        do {
            declared = try JSONDecoder().decode(DeclaredTensors.self, from: Data(header))
        } catch let error as TensorTrouble {
            throw .badTensor(file: file.name, tensor: ModelError.quoted(error.tensor), reason: error.reason)
        } catch {
            throw malformed("is no JSON object of tensors")
        }
        if let name = JSONKeys.firstRepeated(in: header) {
            throw .badTensor(
                file: file.name, tensor: ModelError.quoted(name), reason: "its header names it twice; export it anew")
        }
        return declared.tensors
    }

    /// The tensors stand one after the other, from the first byte to the last: none lies over another, nothing lies between them or
    /// after them.
    private func checkCoverage(of data: Range<Int>, in file: CheckpointFile) throws(ModelError) {
        var end = data.lowerBound
        let inOrder = entries.sorted {
            ($0.value.bytes.lowerBound, $0.value.bytes.upperBound, $0.key) < (
                $1.value.bytes.lowerBound, $1.value.bytes.upperBound, $1.key
            )
        }
        for (name, entry) in inOrder {
            guard entry.bytes.lowerBound == end else {
                let reason =
                    entry.bytes.lowerBound < end
                    ? "it lies over the tensor before it; export it anew"
                    : "\(entry.bytes.lowerBound - end) bytes before it belong to no tensor; export it anew"
                throw .badTensor(file: file.name, tensor: ModelError.quoted(name), reason: reason)
            }
            end = entry.bytes.upperBound
        }
        guard end == data.upperBound else {
            throw .malformed(
                file: file.name, reason: "\(data.upperBound - end) bytes at its end belong to no tensor; export it anew")
        }
    }
}

/// What is wrong with one tensor of a header.
private struct TensorTrouble: Error {
    var tensor: String
    var reason: String
}

/// A header as it stands there.
private struct DeclaredTensors: Decodable {
    var tensors: [String: Declared] = [:]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        for key in container.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
            // Notes of whoever wrote the file.
            guard key.stringValue != "__metadata__" else { continue }
            do {
                tensors[key.stringValue] = try container.decode(Declared.self, forKey: key)
            } catch {
                throw TensorTrouble(
                    tensor: key.stringValue,
                    reason: "its header lacks dtype, shape or data_offsets, or has them in another form; export it anew")
            }
        }
    }
}

private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

private struct Declared: Decodable {
    struct Trouble: Error { var reason: String }

    var dtype: String
    var shape: [Int]
    // As the file has it.
    var data_offsets: [Int]

    /// - Parameter data: where the file's numbers lie; offsets count from its beginning.
    func entry(in data: Range<Int>) throws(Trouble) -> SafetensorsHeader.Entry {
        guard let format = NumberFormat(rawValue: dtype) else {
            throw Trouble(reason: "its numbers are \(ModelError.quoted(dtype)); export them as F32, F16 or BF16")
        }
        var size = format.size
        for count in shape {
            guard count >= 0 else { throw Trouble(reason: "its shape has a negative count; export it anew") }
            // Beside a zero too, as who reads the tensor multiplies some of them.
            let (product, overflows) = size.multipliedReportingOverflow(by: max(count, 1))
            guard !overflows else { throw Trouble(reason: "its shape is larger than any file; export it anew") }
            size = product
        }
        if shape.contains(0) { size = 0 }
        guard data_offsets.count == 2, data_offsets[0] >= 0, data_offsets[0] <= data_offsets[1] else {
            throw Trouble(reason: "its data_offsets are not a beginning and an end; export it anew")
        }
        guard data_offsets[1] <= data.count else {
            throw Trouble(reason: "it ends after the file: the file is cut off, or its header wrong; fetch it again")
        }
        guard data_offsets[1] - data_offsets[0] == size else {
            throw Trouble(
                reason: "its shape takes \(size) bytes and its data_offsets \(data_offsets[1] - data_offsets[0]); export it anew")
        }
        guard data_offsets[0] % format.size == 0 else {
            throw Trouble(reason: "it begins at byte \(data_offsets[0]), not at a multiple of \(format.size); export it anew")
        }
        return .init(
            format: format, shape: shape, bytes: data.lowerBound + data_offsets[0]..<data.lowerBound + data_offsets[1])
    }
}
