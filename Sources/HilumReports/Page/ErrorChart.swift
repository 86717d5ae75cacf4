import HilumScoring

/// The errors by kind, significant or not, as a table whose cells are bars.
enum ErrorChart {
    static func html(_ corpus: PageCorpus) -> String {
        let totals = ErrorCategory.allCases.map { corpus.significant[$0] + corpus.insignificant[$0] }
        let most = max(totals.max() ?? 0, 1)
        let rows = ErrorCategory.allCases.map { category in
            let (grave, slight) = (corpus.significant[category], corpus.insignificant[category])
            return """
                <tr data-category="\(category.rawValue)"><th scope="row">\(category.title)</th>\
                <td class="number">\(grave)</td><td class="number">\(slight)</td>\
                <td class="bars">\(bar(grave, slight, of: most))</td></tr>

                """
        }
        return """
            <table class="errors-by-kind">
            <caption>Errors by kind</caption>
            <thead><tr><th scope="col">kind</th><th scope="col" class="number"><i class="key significant" aria-hidden="true"></i>significant</th>\
            <th scope="col" class="number"><i class="key insignificant" aria-hidden="true"></i>insignificant</th>\
            <td class="bars"></td></tr></thead>
            <tbody>
            \(rows.joined())</tbody>
            </table>

            """
    }

    /// The number stands beside it: for the eye alone.
    private static func bar(_ grave: Int, _ slight: Int, of most: Int) -> String {
        let width = 200.0
        let (first, second) = (Double(grave) / Double(most) * width, Double(slight) / Double(most) * width)
        return """
            <svg viewBox="0 0 \(width.short) 14" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="significant" x="0" y="1" width="\(first.short)" height="12"/>\
            <rect class="insignificant" x="\(first.short)" y="1" width="\(second.short)" height="12"/></svg>
            """
    }
}
