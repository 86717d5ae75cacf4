import Hilum
import HilumGeneration
import HilumModel

/// Where a finding is seen on an image.
struct FindingPlace: Sendable {
    let finding: String
    /// The path of the image.
    let image: String
    let map: HeatMap
    /// Nil where nothing of the image speaks for the finding.
    let region: HeatRegion?
    /// The image under the map, as a PNG file; nil where none is asked for.
    let picture: Picture?

    struct Picture: Sendable {
        var path: String
        var png: [UInt8]
    }

    /// Those of a study.
    /// - Parameter picturePath: where the picture of a finding goes, on an image counted from 0; nil if none is asked for.
    static func places(of study: GeneratedStudy, picturePath: ((String, Int) -> String)?) throws(ImageError) -> [FindingPlace] {
        var places: [FindingPlace] = []
        for location in study.report.locations {
            guard let paths = study.paths, location.image < paths.count else { continue }
            let image = study.images[location.image]
            let region = location.map.region(width: image.width, height: image.height)
            var picture: Picture?
            if let path = picturePath?(location.finding, location.image) {
                let png = try Overlay.png(of: image, heatMap: location.map, region: region, file: path)
                picture = Picture(path: path, png: png)
            }
            places.append(
                FindingPlace(
                    finding: location.finding, image: paths[location.image], map: location.map, region: region, picture: picture))
        }
        return places
    }

    /// Appends `"finding", "image", "box": [left, top, right, bottom], "peak": [x, y]`, in pixels of the image, and the path of the
    /// picture as `overlay`; box and peak are null where nothing of the image speaks for the finding.
    func appendMembers(to writer: inout JSONWriter) {
        writer.key("finding")
        writer.string(finding)
        writer.key("image")
        writer.string(image)
        let box = region?.box
        for (name, numbers) in [
            ("box", box.map { [$0.x, $0.y, $0.x + $0.width, $0.y + $0.height] }), ("peak", region.map { [$0.x, $0.y] }),
        ] {
            writer.key(name)
            if let numbers {
                writer.array { for number in numbers { $0.integer(number) } }
            } else {
                writer.null()
            }
        }
        guard let picture else { return }
        writer.key("overlay")
        writer.string(picture.path)
    }

    /// Appends a line of `--heat-maps`: `{"id", "finding", "image", "box", "peak", "columns", "rows", "values"}`, the values row by row.
    func append(id: [UInt8], to writer: inout JSONWriter) {
        writer.object {
            $0.key("id")
            $0.string(utf8: id)
            appendMembers(to: &$0)
            $0.key("columns")
            $0.integer(map.columns)
            $0.key("rows")
            $0.integer(map.rows)
            $0.key("values")
            $0.array { for value in map.values { $0.number(Double(value)) } }
        }
        writer.newline()
    }
}
