import ImageShim

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

enum PNGFile {
    /// An 8-bit RGB image as the bytes of a PNG file; the same image gives the same bytes.
    /// - Parameters:
    ///   - rgb: 3 × width × height bytes, row by row from the top.
    ///   - file: what errors call it.
    static func bytes(rgb: [UInt8], width: Int, height: Int, file: String) throws(ImageError) -> [UInt8] {
        var reason = hilum_image_reason()
        var bytes: UnsafeMutablePointer<UInt8>?
        var count = 0
        let outcome = hilum_png_encode(rgb, Int32(width), Int32(height), &bytes, &count, &reason)
        defer { free(bytes) }
        let header = hilum_image_header(width: Int32(width), height: Int32(height), is_deep: false)
        try ImageError.check(outcome, reason, header, file)
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }
}
