import HilumExtraction

// Parts of a completion are read by themselves; what is said of them speaks of the whole.

extension Quotation {
    fileprivate func moved(by offset: Int) -> Quotation {
        Quotation(text: text, span: TextSpan(span.start + offset, span.end + offset))
    }
}

extension FactualityError {
    /// - Parameters: by how many bytes the words of either text stand further on.
    func moved(candidate: Int, reference: Int) -> FactualityError {
        var error = self
        error.candidate = self.candidate?.moved(by: candidate)
        error.reference = self.reference?.moved(by: reference)
        return error
    }
}

extension Implausibility {
    func moved(by offset: Int) -> Implausibility {
        var implausibility = self
        implausibility.words = words.map { $0.moved(by: offset) }
        return implausibility
    }
}

extension ReasoningStep {
    func moved(by offset: Int) -> ReasoningStep {
        var step = self
        step.words = words.moved(by: offset)
        for index in statements.indices { step.statements[index].words = statements[index].words.moved(by: offset) }
        return step
    }
}
