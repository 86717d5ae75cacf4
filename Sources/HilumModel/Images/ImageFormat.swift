/// What a file is, by its first bytes; names of files say nothing.
public enum ImageFormat: Sendable, Hashable, CaseIterable {
    /// The two that are read.
    case png, jpeg
    case dicom
    case gif, webp, bmp, tiff, jpeg2000, heif
    case pdf, archive, text
    case unknown

    /// How many of a file's first bytes tell what it is.
    static let sniffedBytes = 512

    /// From the first bytes of a file, or all if there are fewer than `sniffedBytes`.
    init(sniffing bytes: some RandomAccessCollection<UInt8>) {
        let bytes = Array(bytes.prefix(Self.sniffedBytes))
        func has(_ pattern: [UInt8], at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: pattern) }
        func has(_ pattern: StaticString, at offset: Int = 0) -> Bool { has(pattern.withUTF8Buffer(Array.init), at: offset) }

        // What text is written around may look like any other.
        if has("DICM", at: 128) {
            self = .dicom
        } else if has([0x89]) && has("PNG", at: 1) {
            self = .png
        } else if has([0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if has("GIF8") {
            self = .gif
        } else if has("RIFF") && has("WEBP", at: 8) {
            self = .webp
        } else if has("BM") && has([0, 0, 0, 0], at: 6) {
            self = .bmp
        } else if has("II") && (has([42, 0], at: 2) || has([43, 0], at: 2))
            || has("MM") && (has([0, 42], at: 2) || has([0, 43], at: 2))
        {
            self = .tiff
        } else if has([0, 0, 0, 12]) && has("jP  ", at: 4) || has([0xFF, 0x4F, 0xFF, 0x51]) {
            self = .jpeg2000
        } else if has("ftyp", at: 4) {
            self = .heif
        } else if has("%PDF-") {
            self = .pdf
        } else if has([0x50, 0x4B, 3, 4]) || has([0x1F, 0x8B]) {
            self = .archive
        } else if !bytes.isEmpty && bytes.allSatisfy(Self.isText) {
            self = .text
        } else {
            self = .unknown
        }
    }

    private static func isText(_ byte: UInt8) -> Bool {
        switch byte {
        case 9, 10, 13, 32...126, 128...: true
        default: false
        }
    }

    /// What messages call it, with its article.
    var name: String {
        switch self {
        case .png: "a PNG"
        case .jpeg: "a JPEG"
        case .dicom: "a DICOM file"
        case .gif: "a GIF"
        case .webp: "a WebP image"
        case .bmp: "a BMP image"
        case .tiff: "a TIFF image"
        case .jpeg2000: "a JPEG 2000 image"
        case .heif: "a HEIF or AVIF image"
        case .pdf: "a PDF"
        case .archive: "a compressed file or an archive"
        case .text: "text"
        case .unknown: "nothing that is known"
        }
    }
}
