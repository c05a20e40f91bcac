// libyaml itself, which Yams brings along: Yams' own tree drops the places of repeated keys, hashes whatever stands as a
// key, resolves aliases without bound, and needs all of Foundation at start.
internal import CYaml

/// The events of a YAML stream, one at a time.
struct YamlEvents: ~Copyable {
    enum Event {
        case streamStart, streamEnd, documentStart, documentEnd, collectionEnd
        case scalar(Scalar)
        case sequenceStart(anchor: String?, tag: String?)
        case mappingStart(anchor: String?, tag: String?)
        case alias(String)
    }

    struct Scalar {
        enum Style { case plain, quoted, block }
        var text: String
        var style: Style
        var anchor: String?
        var tag: String?
        /// The first character in it that no text may have.
        var forbidden: UInt32?
    }

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let source: UnsafeBufferPointer<UInt8>

    /// `source` must outlive the events. `nil` when there is no memory.
    init?(_ source: UnsafeBufferPointer<UInt8>) {
        // The parser keeps a pointer to itself, so it must not move.
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        self.source = source
        guard yaml_parser_initialize(parser) == 1 else { return nil }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, source.baseAddress, source.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deinitialize(count: 1)
        parser.deallocate()
    }

    /// The next event and where it begins.
    mutating func next() throws(Problem) -> (event: Event, place: Place) {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { yaml_event_delete(&event) }
        return (Self.event(event), Place(event.start_mark))
    }

    private static func event(_ event: yaml_event_t) -> Event {
        switch event.type {
        case YAML_SCALAR_EVENT: .scalar(scalar(event))
        case YAML_ALIAS_EVENT: .alias(string(event.data.alias.anchor) ?? "")
        case YAML_SEQUENCE_START_EVENT:
            .sequenceStart(
                anchor: string(event.data.sequence_start.anchor), tag: string(event.data.sequence_start.tag))
        case YAML_MAPPING_START_EVENT:
            .mappingStart(anchor: string(event.data.mapping_start.anchor), tag: string(event.data.mapping_start.tag))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
        case YAML_DOCUMENT_START_EVENT: .documentStart
        case YAML_DOCUMENT_END_EVENT: .documentEnd
        case YAML_STREAM_START_EVENT: .streamStart
        // YAML_NO_EVENT comes only after the end of the stream.
        default: .streamEnd
        }
    }

    private static func scalar(_ event: yaml_event_t) -> Scalar {
        let data = event.data.scalar
        let style: Scalar.Style =
            switch data.style {
            case YAML_PLAIN_SCALAR_STYLE: .plain
            case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
            default: .quoted
            }
        var bytes = UnsafeBufferPointer(start: data.value, count: data.length)
        // A block's last line break ends the block, not the text.
        while style == .block, bytes.last == 0x0A { bytes = UnsafeBufferPointer(rebasing: bytes.dropLast()) }
        return Scalar(
            text: String(decoding: bytes, as: UTF8.self), style: style, anchor: string(data.anchor),
            tag: string(data.tag), forbidden: UTF8Scan.firstForbidden(in: bytes))
    }

    private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: UnsafePointer($0)) }
    }

    private func failure() -> Problem {
        let failed = parser.pointee
        let words = failed.problem.map { String(cString: $0) } ?? ""
        if failed.error == YAML_READER_ERROR {
            // Checked before, so this has no words of its own.
            return Problem(.syntax(.other), at: Place(line: failed.mark.line + 1, column: failed.mark.column + 1))
        }
        let context = failed.context.map { String(cString: $0) }
        let begin = context == nil ? nil : Place(failed.context_mark)
        let place = Place(failed.problem_mark)
        let before = byte(at: failed.problem_mark)
        return Problem(
            .syntax(YamlSyntax(problem: words, context: context ?? "", begin: begin, byte: before)), at: place)
    }

    /// The byte that a mark of an error points at.
    private func byte(at mark: yaml_mark_t) -> UInt8? {
        var index = 0
        var characters = 0
        while index < source.count, characters < mark.index {
            index += UTF8Scan.length(in: source, at: index) ?? 1
            characters += 1
        }
        return index < source.count ? source[index] : nil
    }
}

extension Place {
    fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line + 1, column: mark.column + 1) }
}
