/// Devices that de-identification took out: "right chest ___ with tip in the SVC" can only be a central line.
extension SentenceReading {
    /// Puts the device that ends where the tip is said to lie in the place of the mask before the tip.
    mutating func nameMaskedDevice(_ grammar: Grammar) {
        guard traits.contains(.tip), !traits.contains(.device), let tip = items.firstIndex(where: { $0.kind == .tip }),
            let mask = items[..<tip].indices.last(where: { isName($0) }),
            let site = items[tip...].first(where: { $0.kind == .site }), let place = grammar.entry(site)?.concept,
            let device = grammar.devicesByTip[place]
        else { return }
        read(mask, as: device, .finding, grammar)
    }

    /// Whether a mask stands for a noun, and not in "in ___".
    private func isName(_ index: Int) -> Bool {
        kind(index) == .mask && (index == 0 || kind(index - 1) != .preposition)
    }
}
