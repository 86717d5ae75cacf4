import HilumScoring

extension JSONWriter {
    /// Appends `"implausible":[{"kind", "finding", "words", "explanation"}]`.
    mutating func implausible(_ implausibilities: [Implausibility]) {
        key("implausible")
        array {
            for implausibility in implausibilities {
                $0.object {
                    $0.key("kind")
                    $0.string(implausibility.kind.rawValue)
                    $0.key("finding")
                    $0.string(implausibility.finding)
                    $0.key("words")
                    $0.array { for quotation in implausibility.words { $0.quotation(quotation) } }
                    $0.key("explanation")
                    $0.string(implausibility.explanation)
                }
            }
        }
    }

    /// Appends `{"text", "span"}`.
    mutating func quotation(_ quotation: Quotation) {
        object { $0.quotationMembers(quotation) }
    }

    /// Appends the members `text` and `span`.
    mutating func quotationMembers(_ quotation: Quotation) {
        key("text")
        string(quotation.text)
        key("span")
        span(quotation.span)
    }
}
