/// XML as Open-i writes it, with text of our own.
enum OpenIXML {
    static func report(
        id: String = "CXR7", declaration: String = #"<?xml version="1.0" encoding="utf-8"?>"#, abstract: String,
        mesh: String = "<major>normal</major>"
    ) -> String {
        """
        \(declaration)
        <eCitation>
           <meta type="rr"/>
           <uId id="\(id)"/>
           <MedlineCitation Owner="somebody">
              <Article PubModel="Electronic"><Abstract>\(abstract)</Abstract></Article>
           </MedlineCitation>
           <MeSH>\(mesh)</MeSH>
           <parentImage id="\(id)_IM-1"><caption>Two views</caption></parentImage>
        </eCitation>
        """
    }

    static func part(_ label: String, _ text: String) -> String {
        "<AbstractText Label=\"\(label)\">\(text)</AbstractText>\n"
    }
}
