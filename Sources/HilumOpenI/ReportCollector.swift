/// Puts a report together from the events of its XML.
///
///     <eCitation>
///       <uId id="CXR1"/> … <AbstractText Label="FINDINGS">…</AbstractText> … <MeSH><major>Opacity/lung/left</major>…</MeSH>
final class ReportCollector {
    let file: String
    /// The first thing that went wrong; what follows it is not looked at.
    private(set) var problem: OpenIError?

    private var id: String?
    private var parts: [String: String] = [:]
    private var mesh: [String] = []
    private var depth = 0

    /// The element whose text is being collected, and that text in UTF-8.
    private var collecting: Target?
    private var bytes: [UInt8] = []

    private enum Target {
        case part(label: String, depth: Int)
        case code(depth: Int)

        var depth: Int {
            switch self {
            case .part(_, let depth), .code(let depth): depth
            }
        }
    }

    init(file: String) {
        self.file = file
    }

    func fail(_ error: OpenIError) {
        problem = problem ?? error
    }

    /// - Parameter attribute: the value of the element's attribute of a name.
    func start(_ element: String, line: Int, attribute: (String) -> String?) {
        depth += 1
        if depth == 1, element != "eCitation" {
            fail(.notAReport(file: file, line: line, problem: "its root is not eCitation"))
        }
        guard problem == nil, collecting == nil else { return }
        switch element {
        case "uId":
            id = attribute("id")
        case "AbstractText":
            guard let label = attribute("Label") else { return }
            collecting = .part(label: label, depth: depth)
        case "major":
            collecting = .code(depth: depth)
        default:
            break
        }
    }

    func text(_ characters: UnsafeBufferPointer<UInt8>) {
        if collecting != nil { bytes.append(contentsOf: characters) }
    }

    func end() {
        defer { depth -= 1 }
        guard let target = collecting, target.depth == depth else { return }
        let text = String(decoding: bytes, as: UTF8.self).trimmed
        bytes.removeAll(keepingCapacity: true)
        collecting = nil
        guard !text.isEmpty else { return }
        switch target {
        case .part(let label, _): parts[label] = parts[label].map { "\($0)\n\(text)" } ?? text
        case .code: mesh.append(text)
        }
    }

    func report() throws(OpenIError) -> OpenIReport {
        if let problem { throw problem }
        guard let id, !id.isEmpty else {
            throw .notAReport(file: file, line: 1, problem: "it has no <uId id=\"…\"/>")
        }
        return OpenIReport(
            id: id, indication: parts["INDICATION"] ?? "", comparison: parts["COMPARISON"] ?? "",
            findings: parts["FINDINGS"] ?? "", impression: parts["IMPRESSION"] ?? "", mesh: mesh)
    }
}
