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

    /// Refuses reports whose reference is generated in one file and given in another.
    /// - Throws: `ComparisonError.mixedReferences`.
    func checkReferences(_ systems: [ScoredReports]) throws(ComparisonError) {
        func isGenerated(_ report: Int, in system: Int) -> Bool {
            systems[system].generatedReferences.contains(rows[system][report])
        }
        let mixed = (0..<count).filter { report in
            systems.indices.contains { isGenerated(report, in: $0) != isGenerated(report, in: 0) }
        }
        guard let first = mixed.first,
            let generated = systems.indices.first(where: { isGenerated(first, in: $0) }),
            let given = systems.indices.first(where: { !isGenerated(first, in: $0) })
        else { return }
        throw .mixedReferences(
            id: String(decoding: systems[0].ids[rows[0][first]], as: UTF8.self), generatedIn: systems[generated].file,
            givenIn: systems[given].file, count: mixed.count)
    }

    /// How many of the references a model has written, in any of the files.
    func generatedReferences(in systems: [ScoredReports]) -> Int {
        (0..<count).count { report in
            systems.indices.contains { systems[$0].generatedReferences.contains(rows[$0][report]) }
        }
    }
}
