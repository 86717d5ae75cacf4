#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension OpenIReport {
    /// Reads one report.
    /// - Parameters:
    ///   - xml: the bytes of the file, in the encoding that it declares (UTF-8 without a declaration).
    ///   - file: what errors call it.
    public init(xml: [UInt8], file: String) throws(OpenIError) {
        let collector = ReportCollector(file: file)
        try XMLEventParser.parse(xml, into: collector)
        self = try collector.report()
    }

    /// Reads the report in a file.
    public init(contentsOf path: String) throws(OpenIError) {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw .unreadable(path: path, reason: "no such file, or no permission")
        }
        try self.init(xml: Array(data), file: path)
    }

    /// Reads every `.xml` file that stands directly in a folder.
    /// - Returns: the reports, ordered by their numbers.
    /// - Throws: at the first file, in the order of names, that is no report.
    public static func reports(in folder: String) throws(OpenIError) -> [OpenIReport] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }.sorted()
        } catch {
            throw .unreadable(path: folder, reason: "no such folder, or no permission")
        }
        var reports: [OpenIReport] = []
        for name in names {
            reports.append(try OpenIReport(contentsOf: "\(folder)/\(name)"))
        }
        return reports.sorted { ($0.number, $0.id) < ($1.number, $1.id) }
    }
}
