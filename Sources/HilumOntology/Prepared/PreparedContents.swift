/// What the prepared form of an ontology holds: list by list here, row by row in PreparedRows.swift. Raise `PreparedPart.currentFormat` with
/// every change of either.
extension OntologyContents {
    /// Goes through all lists in the order in which they are stored: the one order for writing and for reading.
    private mutating func pass<Step: PreparedStep>(through step: inout Step) throws(Step.Failure) {
        try step.pass(&concepts)
        try step.pass(&levels)
        try step.pass(&related)
        try step.pass(&placements)
        try step.pass(&frames)
        try step.pass(&terms)
        try step.pass(&cues)
        try step.pass(&modifiers)
        try step.pass(&connectives)
        try step.pass(&discourse)
        try step.pass(&headings)
        try step.pass(&inflections)
        try step.pass(&abbreviations)
        try step.pass(&senses)
        try step.pass(&units)
        try step.pass(&plainWords)
        try step.pass(&lookalikes)
        try step.pass(&tipWords)
        try step.pass(&numberWords)
        try step.pass(&timeWords)
        try step.pass(&wordings)
        try step.pass(&labels)
        try step.pass(&reportParts)
    }

    /// The bytes that `init(prepared:)` reads.
    func prepared() -> [UInt8] {
        var contents = self
        var step = Writing()
        contents.pass(through: &step)
        return step.writer.bytes
    }

    /// - Throws: `Damage` where the bytes are none of `prepared()`, as far as that shows.
    init(prepared bytes: [UInt8]) throws(PreparedReader.Damage) {
        self.init()
        var step = Reading(reader: PreparedReader(bytes))
        try pass(through: &step)
        guard step.reader.isAtEnd, step.reader.highestConcept.index < concepts.count, levels.count == concepts.count else {
            throw PreparedReader.Damage()
        }
    }
}

/// What is done with each list.
private protocol PreparedStep {
    associatedtype Failure: Error
    mutating func pass<Row: PreparedValue>(_ rows: inout [Row]) throws(Failure)
}

private struct Writing: PreparedStep {
    var writer = PreparedWriter()

    mutating func pass<Row: PreparedValue>(_ rows: inout [Row]) { writer.add(rows) }
}

private struct Reading: PreparedStep {
    var reader: PreparedReader

    mutating func pass<Row: PreparedValue>(_ rows: inout [Row]) throws(PreparedReader.Damage) { rows = try reader.next() }
}
