import HilumScoring

extension JSONWriter {
    /// Appends `"implausible":[{"kind", "finding", "words", "explanation"}]`.
    mutating func implausible(_ implausibilities: [Implausibility]) {
        member("implausible")
        array {
            for implausibility in implausibilities {
                $0.object {
                    $0.member("kind")
                    $0.string(implausibility.kind.rawValue)
                    $0.member("finding")
                    $0.string(implausibility.finding)
                    $0.member("words")
                    $0.array { for quotation in implausibility.words { $0.quotation(quotation) } }
                    $0.member("explanation")
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
        member("text")
        string(quotation.text)
        member("span")
        span(quotation.span)
    }
}
