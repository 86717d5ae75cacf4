import ImageShim

/// The grey values of an image, as its file has them.
public struct RadiographImage: Sendable, Hashable {
    public let width: Int
    public let height: Int
    /// What white is in `pixels`: 255, or 65,535 in a PNG of 16 bits.
    public let maximum: UInt16
    /// Row by row from the top.
    public let pixels: [UInt16]
    /// The share of the pixels (0 to 1) that are coloured: two channels lie more than `colourTolerance` of 255 apart.
    public let colourShare: Double

    /// The most pixels of an image that is decoded: 8,192×8,192, some four times what the largest detectors give. What asks for more is
    /// refused by its header, before any memory is taken.
    public static let mostPixels = 1 << 26
    /// The most bytes of a file: twice `mostPixels` of 16 bits.
    public static let mostBytes = 1 << 28
    /// The fewest pixels on a side.
    public static let leastSide = 64
    /// How far apart (of 255) the channels of a pixel may lie that passes for grey; JPEG moves them by a few.
    public static let colourTolerance = 12
    /// The greatest share of coloured pixels that a radiograph has, which leaves room for marks and a frame.
    public static let mostColour = 0.2

    /// Reads a PNG or JPEG. What it is, its bytes say and not its name.
    public init(contentsOf path: String) throws(ImageError) {
        try self.init(bytes: try ImageFile.bytes(of: path, most: Self.mostBytes), file: path)
    }

    /// Decodes a PNG or JPEG.
    /// - Parameter file: what errors call it.
    public init(bytes: [UInt8], file: String) throws(ImageError) {
        try ImageFile.check(bytes, file)
        guard bytes.count <= Self.mostBytes else { throw .tooLarge(file: file) }
        let isPNG = ImageFormat(sniffing: bytes) == .png
        if !isPNG, let orientation = EXIFOrientation.stated(in: bytes), (2...8).contains(orientation) {
            throw .turned(file: file)
        }
        var reason = hilum_image_reason()
        var header = hilum_image_header()
        let outcome =
            isPNG
            ? hilum_png_header(bytes, bytes.count, &header, &reason) : hilum_jpeg_header(bytes, bytes.count, &header, &reason)
        try ImageError.check(outcome, reason, header, file)

        let (width, height) = (Int(header.width), Int(header.height))
        guard width * height <= Self.mostPixels else { throw .tooManyPixels(file: file, width: width, height: height) }
        guard min(width, height) >= Self.leastSide else { throw .tooSmall(file: file, width: width, height: height) }

        var coloured: UInt64 = 0
        var result = outcome
        let tolerance = Int32(Self.colourTolerance)
        pixels = [UInt16](unsafeUninitializedCapacity: width * height) { buffer, filled in
            result =
                isPNG
                ? hilum_png_decode(bytes, bytes.count, &header, tolerance, buffer.baseAddress, &coloured, &reason)
                : hilum_jpeg_decode(bytes, bytes.count, &header, tolerance, buffer.baseAddress, &coloured, &reason)
            filled = result == 0 ? width * height : 0
        }
        try ImageError.check(result, reason, header, file)
        self.width = width
        self.height = height
        maximum = header.is_deep ? .max : 255
        colourShare = Double(coloured) / Double(width * height)
    }

    /// Refuses an image that is too colourful for a radiograph.
    public func checkColour(file: String) throws(ImageError) {
        guard colourShare <= Self.mostColour else { throw .colourful(file: file, share: colourShare) }
    }
}

extension ImageError {
    /// Throws what a call of `ImageShim` came to, if it failed.
    static func check(
        _ outcome: Int32, _ reason: hilum_image_reason, _ header: hilum_image_header, _ file: String
    ) throws(ImageError) {
        let text = withUnsafeBytes(of: reason.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        switch UInt32(outcome) {
        case HILUM_IMAGE_OK.rawValue: return
        case HILUM_IMAGE_TRUNCATED.rawValue: throw .truncated(file: file)
        case HILUM_IMAGE_NO_MEMORY.rawValue: throw .outOfMemory(file: file, width: Int(header.width), height: Int(header.height))
        case HILUM_IMAGE_NO_LIBRARY.rawValue: throw .noLibrary(file: file, reason: text)
        default: throw .broken(file: file, problem: text)
        }
    }
}
