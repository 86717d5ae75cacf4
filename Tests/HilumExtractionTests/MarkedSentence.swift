import HilumExtraction
import HilumOntology

/// A sentence whose findings are marked with what is expected of them: `No [[pleural effusion|absent]].`
struct MarkedSentence {
    let text: String
    /// `words|status`, in the order of the text.
    let expected: [String]

    init(_ marked: String) {
        var text = ""
        var expected: [String] = []
        var rest = marked[...]
        while let open = rest.firstRange(of: "[["), let close = rest[open.upperBound...].firstRange(of: "]]") {
            let mark = rest[open.upperBound..<close.lowerBound]
            text += rest[..<open.lowerBound] + mark.prefix { $0 != "|" }
            expected.append(String(mark))
            rest = rest[close.upperBound...]
        }
        self.text = text + rest
        self.expected = expected
    }
}

extension ReportGraph {
    /// The graph as marks, in the order of the text; several findings in the same words with the same status make one.
    var marks: [String] {
        let asserted = observations.map { ($0.span, $0.status.rawValue) }
        let rest = unasserted.map { ($0.span, "unasserted") }
        var marks: [String] = []
        for (span, status) in (asserted + rest).sorted(by: { $0.0 < $1.0 }) {
            let mark = "\(words(at: span))|\(status)"
            if marks.last != mark { marks.append(mark) }
        }
        return marks
    }
}

/// The bundled ontology's extractor, prepared once.
let extractor: Result<Extractor, any Error> = Result { Extractor(ontology: try Ontology.bundled()) }
