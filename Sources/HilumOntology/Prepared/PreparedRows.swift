// How each row of an ontology is stored: field by field, in the same order here and there.

extension Concept: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(id)
        writer.add(identifier)
        writer.add(kind)
        writer.add(name)
        writer.add(parents)
        writer.add(partOf)
        writer.add(sites)
        writer.add(sidedness)
        writer.add(significance)
        writer.add(radlex)
        writer.add(mesh)
        writer.add(chexpert)
        writer.add(openI)
        writer.add(isGroup)
        writer.add(excludes)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(
            id: try reader.next(), identifier: try reader.next(), kind: try reader.next(), name: try reader.next(),
            parents: try reader.next(), partOf: try reader.next(), sites: try reader.next(),
            sidedness: try reader.next(), significance: try reader.next(), radlex: try reader.next(),
            mesh: try reader.next(), chexpert: try reader.next(), openI: try reader.next(),
            isGroup: try reader.next(), excludes: try reader.next())
    }
}

extension Relatedness: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(one)
        writer.add(other)
        writer.add(closeness)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(one: try reader.next(), other: try reader.next(), closeness: try reader.next())
    }
}

extension Term: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(text)
        writer.add(concept)
        writer.add(laterality)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(text: try reader.next(), concept: try reader.next(), laterality: try reader.next())
    }
}

extension Cue: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(text)
        writer.add(kind)
        writer.add(direction)
        writer.add(likelihood)
        writer.add(example)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(
            text: try reader.next(), kind: try reader.next(), direction: try reader.next(),
            likelihood: try reader.next(), example: try reader.next())
    }
}

extension Modifier: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(text)
        writer.add(value)
        writer.add(negated)
        writer.add(example)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(text: try reader.next(), value: try reader.next(), negated: try reader.next(), example: try reader.next())
    }
}

extension Frame: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(subject)
        writer.add(includesParts)
        writer.add(state)
        writer.add(concept)
        writer.add(status)
        writer.add(example)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(
            subject: try reader.next(), includesParts: try reader.next(), state: try reader.next(),
            concept: try reader.next(), status: try reader.next(), example: try reader.next())
    }
}

extension Connective: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(text)
        writer.add(role)
        writer.add(example)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(text: try reader.next(), role: try reader.next(), example: try reader.next())
    }
}

extension DiscourseWord: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(text)
        writer.add(role)
        writer.add(example)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(text: try reader.next(), role: try reader.next(), example: try reader.next())
    }
}

extension TipWord: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(text)
        writer.add(role)
        writer.add(example)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(text: try reader.next(), role: try reader.next(), example: try reader.next())
    }
}

extension TimeWord: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(text)
        writer.add(role)
        writer.add(example)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(text: try reader.next(), role: try reader.next(), example: try reader.next())
    }
}

extension Heading: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(text)
        writer.add(section)
        writer.add(scope)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(text: try reader.next(), section: try reader.next(), scope: try reader.next())
    }
}

extension Inflection: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(form)
        writer.add(word)
        writer.add(isPlural)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(form: try reader.next(), word: try reader.next(), isPlural: try reader.next())
    }
}

extension Sense: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(abbreviation)
        writer.add(concept)
        writer.add(context)
        writer.add(example)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(
            abbreviation: try reader.next(), concept: try reader.next(), context: try reader.next(),
            example: try reader.next())
    }
}

extension Unit: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(text)
        writer.add(symbol)
        writer.add(millimetres)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(text: try reader.next(), symbol: try reader.next(), millimetres: try reader.next())
    }
}

extension NumberWord: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(text)
        writer.add(kind)
        writer.add(value)
        writer.add(example)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(text: try reader.next(), kind: try reader.next(), value: try reader.next(), example: try reader.next())
    }
}

extension Level: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(series)
        writer.add(number)
        writer.add(label)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(series: try reader.next(), number: try reader.next(), label: try reader.next())
    }
}

extension PlacementRule: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(device)
        writer.add(part)
        writer.add(isOfNamedPart)
        writer.add(relation)
        writer.add(site)
        writer.add(distances)
        writer.add(placement)
        writer.add(significance)
        writer.add(givesSide)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(
            device: try reader.next(), part: try reader.next(), isOfNamedPart: try reader.next(),
            relation: try reader.next(), site: try reader.next(), distances: try reader.next(),
            placement: try reader.next(), significance: try reader.next(), givesSide: try reader.next())
    }
}

extension Wording: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(concept)
        writer.add(status)
        writer.add(text)
        writer.add(defaultPlace)
        writer.add(site)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(
            concept: try reader.next(), status: try reader.next(), text: try reader.next(),
            defaultPlace: try reader.next(), site: try reader.next())
    }
}

extension LabelMeaning: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(set)
        writer.add(label)
        writer.add(concept)
        writer.add(status)
        writer.add(denied)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(
            set: try reader.next(), label: try reader.next(), concept: try reader.next(), status: try reader.next(),
            denied: try reader.next())
    }
}

extension ReportPart: PreparedValue {
    package func write(to writer: inout PreparedWriter) { writer.add(concept) }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        self.init(concept: try reader.next())
    }
}

extension AttributeValue: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        switch self {
        case .laterality(let value): writer.add(0, value)
        case .severity(let value): writer.add(1, value)
        case .size(let value): writer.add(2, value)
        case .placement(let value): writer.add(3, value)
        case .change(let value): writer.add(4, value)
        }
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        switch try reader.number() {
        case 0: self = .laterality(try reader.next())
        case 1: self = .severity(try reader.next())
        case 2: self = .size(try reader.next())
        case 3: self = .placement(try reader.next())
        case 4: self = .change(try reader.next())
        default: throw PreparedReader.Damage()
        }
    }
}

extension ClosedRange<Double>: PreparedValue {
    package func write(to writer: inout PreparedWriter) {
        writer.add(lowerBound)
        writer.add(upperBound)
    }

    package init(from reader: inout PreparedReader) throws(PreparedReader.Damage) {
        let (lower, upper): (Double, Double) = (try reader.next(), try reader.next())
        guard lower <= upper else { throw PreparedReader.Damage() }
        self = lower...upper
    }
}

extension PreparedWriter {
    fileprivate mutating func add(_ kind: Int, _ value: some PreparedValue) {
        add(kind)
        add(value)
    }
}

extension Severity: PreparedCase {}
extension Size: PreparedCase {}
extension Change: PreparedCase {}
extension Placement: PreparedCase {}
extension Status: PreparedCase {}
extension Section: PreparedCase {}
extension Laterality: PreparedCase {}
extension Sidedness: PreparedCase {}
extension Significance: PreparedCase {}
extension ConceptKind: PreparedCase {}
extension CheXpertLabel: PreparedCase {}
extension CueKind: PreparedCase {}
extension CueDirection: PreparedCase {}
extension ConnectiveRole: PreparedCase {}
extension DiscourseRole: PreparedCase {}
extension TipWordRole: PreparedCase {}
extension TimeRole: PreparedCase {}
extension HeadingScope: PreparedCase {}
extension NumberKind: PreparedCase {}
extension DevicePart: PreparedCase {}
extension TipRelation: PreparedCase {}
extension LabelSet: PreparedCase {}
