/// Findings that are held possible instead of certain, or the reverse.
extension Editor {
    func changedCertainties(_ choice: inout Choice) -> [ReportText] {
        loneFindings(allowingDenials: false).compactMap { found in
            let reading = readings[found.sentence]
            guard !reading.has(.change), !reading.has(.earlier), found.finding.isDeniable else { return nil }
            let form = choice.number(below: 3)
            if form == 0, let first = reading.items.first, ![.function, .verb].contains(first.kind),
                reading.items.allSatisfy({ $0.kind != .verb })
            {
                let word = String(reading.body[first.range])
                let hedge = choice.one(of: ["Possible", "Probable", "Suspected"]) ?? "Possible"
                return replacing(
                    found.sentence, by: reading.replacing([0: hedge + " " + word.prefix(1).lowercased() + word.dropFirst()]))
            }
            guard let verb = reading.items.firstIndex(where: { $0.kind == .verb }),
                reading.items[..<verb].contains(where: { $0.words == "there" })
            else { return nil }
            let hedges = ["may be", "is probably", "is possibly", "is likely"]
            let plural = reading.items[verb].words == "are"
            let hedge = choice.one(of: hedges) ?? "may be"
            return replacing(found.sentence, by: reading.replacing([verb: plural ? hedge.replacing("is ", with: "are ") : hedge]))
        }
    }
}
