import BLASShim

/// How the numbers of a tensor are stored. All arithmetic is done in 32 bits.
enum NumberFormat: String, Sendable, Hashable, CaseIterable {
    case float32 = "F32"
    case float16 = "F16"
    case bfloat16 = "BF16"

    /// Bytes of a number.
    var size: Int { self == .float32 ? 4 : 2 }

    /// The numbers that little-endian bytes hold, at any address: exact.
    /// - Precondition: the bytes hold whole numbers.
    func floats(_ bytes: UnsafeRawBufferPointer) -> [Float] {
        precondition(bytes.count % size == 0, "bytes hold whole numbers")
        let count = bytes.count / size
        return [Float](unsafeUninitializedCapacity: count) { floats, initialized in
            initialized = count
            guard let source = bytes.baseAddress, let target = floats.baseAddress else { return }
            switch self {
            case .float32: UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: bytes.count)
            case .float16: hilum_widen_half(source, target, count)
            case .bfloat16: hilum_widen_bfloat(source, target, count)
            }
        }
    }
}
