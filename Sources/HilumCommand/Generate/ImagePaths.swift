/// Where the images lie that a cell names.
enum ImagePaths {
    /// What is between a path and the next one.
    private static let separators: [Character] = [";", "|"]

    /// The folder of a file, with its slash; empty for standard input and what lies in the working folder.
    static func folder(of input: String) -> String {
        guard input != "-", let slash = input.lastIndex(of: "/") else { return "" }
        return String(input[...slash])
    }

    /// The name of a file without its folder and extension.
    static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
        return String(name[..<dot])
    }

    /// The paths of a cell, in its order, without the blanks about them.
    /// - Parameter folder: as `folder(of:)` gives it; what a path begins with that is not absolute.
    static func paths(in cell: String, folder: String) -> [String] {
        cell.split { separators.contains($0) }.map { path in
            let path = path.drop(while: \.isWhitespace)
            return String(path.reversed().drop(while: \.isWhitespace).reversed())
        }
        .filter { !$0.isEmpty }.map { $0.hasPrefix("/") ? $0 : folder + $0 }
    }
}
