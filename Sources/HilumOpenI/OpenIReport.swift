/// One report of Open-i, the chest X-ray collection of Indiana University (Demner-Fushman et al. 2016, doi:10.1093/jamia/ocv080).
///
/// Parts that a report lacks are empty. White space around a part is left out, within it kept.
public struct OpenIReport: Sendable, Hashable {
    /// As the report states it, such as `CXR123`.
    public var id: String
    public var indication: String
    public var comparison: String
    public var findings: String
    public var impression: String
    /// What coders wrote by hand of the report, `HEAD/qualifier/…`; a normal report has the single term `normal`.
    public var mesh: [String]

    public init(
        id: String, indication: String = "", comparison: String = "", findings: String = "", impression: String = "",
        mesh: [String] = []
    ) {
        self.id = id
        self.indication = indication
        self.comparison = comparison
        self.findings = findings
        self.impression = impression
        self.mesh = mesh
    }

    /// The findings and the impression, one under the other: the text that the codes are about.
    public var text: String { "\(findings)\n\(impression)".trimmed }

    /// The number in the id: 123 of `CXR123`; 0 if it has none.
    public var number: Int { Int(id.drop { !$0.isNumber }) ?? 0 }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        guard let start = unicodeScalars.firstIndex(where: { !isSpace($0) }),
            let last = unicodeScalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(unicodeScalars[start...last])
    }
}
