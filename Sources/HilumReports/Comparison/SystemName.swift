/// What a table calls a file.
package enum SystemName {
    /// The last part of the path without its extension; the whole path if another file's would be the same.
    package static func short(_ file: String, among files: [String]) -> String {
        let name = base(file)
        return files.count { base($0) == name } == 1 ? name : file
    }

    private static func base(_ file: String) -> String {
        let name = file.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
        return String(name[..<dot])
    }
}
