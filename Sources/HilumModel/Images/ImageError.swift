/// Why there is no radiograph in a file. Descriptions name the file and what to do.
public enum ImageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no such file, it is a folder, or it may not be read.
    case unreadable(file: String, reason: String)
    /// The system's library for the format is missing; the reason names its package.
    case noLibrary(file: String, reason: String)
    case empty(file: String)
    /// More than `RadiographImage.mostBytes`.
    case tooLarge(file: String)
    /// Neither PNG nor JPEG.
    case otherFormat(file: String, format: ImageFormat)
    /// Its EXIF says that its pixels are turned or mirrored.
    case turned(file: String)
    /// The file ends before the image does.
    case truncated(file: String)
    /// The decoder refuses the file, in the words of libpng or libjpeg.
    case broken(file: String, problem: String)
    /// More than `RadiographImage.mostPixels`, by the header; nothing was decoded.
    case tooManyPixels(file: String, width: Int, height: Int)
    /// Fewer than `RadiographImage.leastSide` on a side.
    case tooSmall(file: String, width: Int, height: Int)
    /// More coloured pixels (a share, 0 to 1) than `RadiographImage.mostColour`.
    case colourful(file: String, share: Double)
    case outOfMemory(file: String, width: Int, height: Int)

    public var description: String {
        switch self {
        case .unreadable(let file, let reason):
            return "cannot read \(file): \(reason)"
        case .noLibrary(let file, let reason):
            return "cannot read \(file): \(reason)"
        case .empty(let file):
            return "\(file): the file is empty; fetch it again"
        case .tooLarge(let file):
            return
                "\(file): more than \(RadiographImage.mostBytes >> 20) MiB, which no radiograph in PNG or JPEG has; save it smaller"
        case .otherFormat(let file, .dicom):
            return
                "\(file): DICOM is not read; convert it first: dcmj2pnm --write-16-bit-png --min-max-window '\(file)' '\(file).png' "
                + "(Debian, Ubuntu: apt-get install dcmtk; macOS: brew install dcmtk)"
        case .otherFormat(let file, .unknown):
            return "\(file): neither PNG nor JPEG; save the radiograph as one of them"
        case .otherFormat(let file, let format):
            return "\(file): \(format.name), whatever the name says, and neither PNG nor JPEG; save the radiograph as one of them"
        case .turned(let file):
            return "\(file): its EXIF turns or mirrors the image; save it upright (exiftran -ai, or magick -auto-orient)"
        case .truncated(let file):
            return "\(file): the file ends before the image does; fetch it again"
        case .broken(let file, let problem):
            return "\(file): a broken image (\(problem)); fetch it again or save it anew"
        case .tooManyPixels(let file, let width, let height):
            return
                "\(file): \(width)×\(height) pixels; at most \(RadiographImage.mostPixels / 1_000_000) million are read; save it smaller"
        case .tooSmall(let file, let width, let height):
            let least = RadiographImage.leastSide
            return "\(file): \(width)×\(height) pixels are too few for a radiograph; give one of \(least)×\(least) or more"
        case .colourful(let file, let share):
            let percent = Int((share * 100).rounded())
            return "\(file): no radiograph: \(percent) % of the pixels are coloured; if it is a tinted one, save it in grey"
        case .outOfMemory(let file, let width, let height):
            return "\(file): there is no memory for \(width)×\(height) pixels; save it smaller"
        }
    }

    /// Whether the file could not be read at all, rather than holds the wrong thing.
    public var isUnreadable: Bool {
        switch self {
        case .unreadable, .noLibrary, .outOfMemory: true
        default: false
        }
    }
}
