import CLibXML2

/// libxml2's event interface (SAX2), with nothing in it that could leave the file: no document type, no entities but the five
/// of XML, no network, and libxml2's own limits on depth and length left in force.
enum XMLEventParser {
    /// Once a process, before any thread parses.
    private static let initialized: Void = xmlInitParser()

    /// Tells the collector what the XML holds, and what is wrong with it.
    static func parse(_ xml: [UInt8], into collector: ReportCollector) throws(OpenIError) {
        _ = initialized
        guard let count = Int32(exactly: xml.count), count > 0 else {
            let problem = xml.isEmpty ? "the file is empty" : "the file is larger than 2 GiB"
            throw .malformed(file: collector.file, line: 1, column: 1, problem: problem)
        }
        xml.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let parser = xmlCreateMemoryParserCtxt(start, count) else { return outOfMemory(collector) }
            defer { xmlFreeParserCtxt(parser) }
            xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
            parser.pointee.sax.pointee = handlers
            parser.pointee._private = Unmanaged.passUnretained(collector).toOpaque()
            xmlParseDocument(parser)
        }
        // libxml2 reports some bytes that are no UTF-8 as characters that are not allowed.
        if case .malformed(let file, let line, let column, invalidCharacter) = collector.problem,
            String(validating: xml, as: UTF8.self) == nil
        {
            throw .wrongEncoding(file: file, line: line, column: column)
        }
    }

    private static let invalidCharacter = "a character that XML does not allow"

    private static func outOfMemory(_ collector: ReportCollector) {
        collector.fail(.unreadable(path: collector.file, reason: "out of memory"))
    }

    /// The context of a callback is the parser itself, which carries the collector.
    private static func collector(of context: UnsafeMutableRawPointer?) -> ReportCollector? {
        guard let carried = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private else { return nil }
        return Unmanaged<ReportCollector>.fromOpaque(carried).takeUnretainedValue()
    }

    private static var handlers: xmlSAXHandler {
        var handlers = xmlSAXHandler()
        handlers.initialized = UInt32(XML_SAX2_MAGIC)
        handlers.internalSubset = { context, _, _, _ in
            guard let collector = XMLEventParser.collector(of: context) else { return }
            collector.fail(.documentType(file: collector.file, line: Int(xmlSAX2GetLineNumber(context))))
            xmlStopParser(context?.assumingMemoryBound(to: xmlParserCtxt.self))
        }
        handlers.startElementNs = { context, name, _, _, _, _, attributeCount, _, attributes in
            guard let name else { return }
            let line = Int(xmlSAX2GetLineNumber(context))
            XMLEventParser.collector(of: context)?.start(String(cString: name), line: line) { wanted in
                XMLEventParser.value(of: wanted, in: attributes, count: Int(attributeCount))
            }
        }
        handlers.endElementNs = { context, _, _, _ in XMLEventParser.collector(of: context)?.end() }
        handlers.characters = { context, characters, count in
            XMLEventParser.collector(of: context)?.text(UnsafeBufferPointer(start: characters, count: Int(count)))
        }
        handlers.cdataBlock = handlers.characters
        handlers.serror = { context, error in
            guard let collector = XMLEventParser.collector(of: context), let error = error?.pointee else { return }
            if let failure = XMLEventParser.failure(
                error.code, error.level, file: collector.file, line: Int(error.line), column: Int(error.int2))
            {
                collector.fail(failure)
            }
        }
        return handlers
    }

    /// libxml2 lays attributes out in fives: name, prefix, namespace, first byte and end of the value.
    private static func value(
        of wanted: String, in attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) -> String? {
        for index in 0..<count {
            guard let name = attributes?[5 * index], String(cString: name) == wanted,
                let start = attributes?[5 * index + 3], let end = attributes?[5 * index + 4]
            else { continue }
            return String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
        }
        return nil
    }

    /// What an error of libxml2 means to the reader of a report; nil if the file can be read in spite of it.
    /// libxml2's own message is left out, because it quotes the bytes around the error.
    private static func failure(_ code: Int32, _ level: xmlErrorLevel, file: String, line: Int, column: Int) -> OpenIError? {
        let problem: String
        switch xmlParserErrors(rawValue: UInt32(bitPattern: code)) {
        case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_I18N_CONV_FAILED:
            return .wrongEncoding(file: file, line: line, column: column)
        case XML_ERR_TAG_NAME_MISMATCH: problem = "an end tag that does not answer the last start tag"
        case XML_ERR_TAG_NOT_FINISHED: problem = "it ends within an element"
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: problem = "an entity that XML does not define"
        case XML_ERR_INVALID_CHAR: problem = invalidCharacter
        case XML_ERR_DOCUMENT_END: problem = "something follows the root element"
        case XML_ERR_DOCUMENT_EMPTY: problem = "it does not begin with a tag"
        default: problem = "libxml2 error \(code)"
        }
        return level == XML_ERR_FATAL ? .malformed(file: file, line: line, column: column, problem: problem) : nil
    }
}
