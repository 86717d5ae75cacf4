/// The reports that all systems have, one row each, paired by id.
struct PairedReports: Sendable {
    /// For each system, for each report its row; sorted by id, so that the order of a file changes nothing.
    let rows: [[Int]]
    /// Reports that not every file has.
    let leftOut: Int

    var count: Int { rows.first?.count ?? 0 }

    /// - Parameter onlyCommon: whether to leave out what not every file has, instead of refusing it.
    /// - Throws: `ComparisonError.unpaired`.
    init(_ systems: [ScoredReports], onlyCommon: Bool) throws(ComparisonError) {
        let places = systems.map { system in
            Dictionary(zip(system.ids, system.ids.indices), uniquingKeysWith: { first, _ in first })
        }
        var files: [[UInt8]: Int] = [:]
        for system in places { for id in system.keys { files[id, default: 0] += 1 } }
        let unpaired = files.filter { $0.value < systems.count }.keys.sorted { $0.lexicographicallyPrecedes($1) }
        if let first = unpaired.first, !onlyCommon {
            let name: (Bool) -> String = { has in
                zip(systems, places).first { ($0.1[first] != nil) == has }?.0.file ?? ""
            }
            throw .unpaired(
                ids: unpaired.prefix(ComparisonError.mostNamed).map { String(decoding: $0, as: UTF8.self) },
                count: unpaired.count,
                in: name(true), notIn: name(false))
        }
        let common = files.filter { $0.value == systems.count }.keys.sorted { $0.lexicographicallyPrecedes($1) }
        rows = places.map { places in common.compactMap { places[$0] } }
        leftOut = unpaired.count
    }
}
