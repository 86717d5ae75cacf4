/// How a JPEG's EXIF says that its pixels lie (CIPA DC-008, tag 0x0112): 1 is upright; 2 to 8 are turned or mirrored, so that left would be
/// taken for right.
enum EXIFOrientation {
    private static let tag = 0x0112

    /// Nil where nothing is said, or not in a way that can be read.
    static func stated(in jpeg: [UInt8]) -> Int? {
        var place = 2
        // Segments of parameters come before the first scan (0xDA).
        while place + 4 <= jpeg.count, jpeg[place] == 0xFF, jpeg[place + 1] != 0xDA {
            let end = place + 2 + Int(jpeg[place + 2]) << 8 + Int(jpeg[place + 3])
            guard end <= jpeg.count else { return nil }
            let content = jpeg[min(place + 4, end)..<end]
            if jpeg[place + 1] == 0xE1, content.starts(with: "Exif\0\0".utf8) { return orientation(in: content.dropFirst(6)) }
            place = end
        }
        return nil
    }

    /// Of a TIFF structure: the tag in the first directory.
    private static func orientation(in tiff: ArraySlice<UInt8>) -> Int? {
        let isLittleEndian = tiff.starts(with: "II".utf8)
        func number(at offset: Int, bytes: Int) -> Int? {
            guard offset >= 0, offset + bytes <= tiff.count else { return nil }
            let read = tiff[(tiff.startIndex + offset)...].prefix(bytes)
            return (isLittleEndian ? Array(read.reversed()) : Array(read)).reduce(0) { $0 << 8 | Int($1) }
        }
        guard let directory = number(at: 4, bytes: 4), let count = number(at: directory, bytes: 2) else { return nil }
        for entry in 0..<count {
            let start = directory + 2 + 12 * entry
            if number(at: start, bytes: 2) == tag { return number(at: start + 8, bytes: 2) }
        }
        return nil
    }
}
