/// Bytes of a YAML file to a tree of nodes: bounded in depth and size whatever the file holds.
struct NodeComposer: ~Copyable {
    /// The tree, and what is wrong with the notation. There may be both; without a tree there is at least one problem
    /// unless the file says nothing at all.
    struct Result {
        var root: Node?
        var problems: [Problem]
    }

    private var events: YamlEvents
    private var problems: [Problem] = []
    private var anchors: [String: (node: Node, size: Int)] = [:]
    private var size = 0
    private var aliased = false

    private init(_ events: consuming YamlEvents) { self.events = events }

    /// Never traps; takes time and memory in proportion to the limits of `ReadingLimits` at most.
    static func compose(_ input: some Sequence<UInt8>) -> Result {
        let source = SourceText(input)
        guard source.isReadable else { return Result(root: nil, problems: source.problems) }
        return source.bytes.withUnsafeBufferPointer { bytes in
            guard let events = YamlEvents(bytes) else {
                return Result(root: nil, problems: [Problem(.syntax(.other), at: Place(line: 1, column: 1))])
            }
            var composer = NodeComposer(events)
            composer.problems = source.problems
            var root: Node?
            do throws(Problem) {
                root = try composer.document()
            } catch {
                composer.problems.append(error)
            }
            return Result(root: root, problems: composer.problems)
        }
    }

    /// The tree of a file that must say something.
    static func root(of input: some Sequence<UInt8>) throws(ProblemList) -> (root: Node, problems: [Problem]) {
        let result = compose(input)
        if let root = result.root, !root.isNothing { return (root, result.problems) }
        let empty = Problem(.empty, at: Place(line: 1, column: 1))
        throw ProblemList(result.problems.isEmpty ? [empty] : result.problems)
    }

    /// The only document of the stream; `nil` when there is none.
    private mutating func document() throws(Problem) -> Node? {
        while true {
            let (event, place) = try events.next()
            switch event {
            case .streamEnd: return nil
            case .streamStart, .documentStart: continue
            default:
                let root = try node(event, place, depth: 1)
                try finish()
                return root
            }
        }
    }

    private mutating func finish() throws(Problem) {
        while true {
            let (event, place) = try events.next()
            if case .streamEnd = event { return }
            if case .documentStart = event { throw Problem(.severalDocuments, at: place) }
        }
    }

    private mutating func node(_ event: YamlEvents.Event, _ place: Place, depth: Int) throws(Problem) -> Node {
        guard depth <= ReadingLimits.depth else { throw Problem(.tooDeep, at: place) }
        let before = size
        try grow(by: ReadingLimits.valueSize, place)
        let anchor: String?
        let node: Node
        switch event {
        case .alias(let name): return try alias(name, place)
        case .scalar(let scalar):
            anchor = scalar.anchor
            node = try self.scalar(scalar, place)
        case .sequenceStart(let name, let tag):
            anchor = name
            check(tag, place)
            node = Node(.sequence(try sequence(depth)), at: place)
        case .mappingStart(let name, let tag):
            anchor = name
            check(tag, place)
            node = Node(.mapping(try mapping(depth)), at: place)
        default:
            throw Problem(.syntax(.other), at: place)
        }
        if let anchor { anchors[anchor] = (node, size - before) }
        return node
    }

    private mutating func grow(by amount: Int, _ place: Place) throws(Problem) {
        size += amount
        if size > ReadingLimits.expandedSize { throw Problem(aliased ? .aliasesBlowUp : .tooManyValues, at: place) }
    }

    private mutating func alias(_ name: String, _ place: Place) throws(Problem) -> Node {
        guard let target = anchors[name] else {
            problems.append(Problem(.undefinedAlias(name), at: place))
            return Node(.unusable, at: place)
        }
        aliased = true
        try grow(by: target.size, place)
        return target.node
    }

    private mutating func scalar(_ scalar: YamlEvents.Scalar, _ place: Place) throws(Problem) -> Node {
        try grow(by: scalar.text.utf8.count, place)
        check(scalar.tag, place)
        if let forbidden = scalar.forbidden { problems.append(Problem(.controlCharacter(forbidden), at: place)) }
        return Node(.scalar(scalar.text, plain: scalar.style == .plain), at: place)
    }

    private mutating func check(_ tag: String?, _ place: Place) {
        if let tag { problems.append(Problem(.tag(tag), at: place)) }
    }

    private mutating func sequence(_ depth: Int) throws(Problem) -> [Node] {
        var items: [Node] = []
        while true {
            let (event, place) = try events.next()
            if case .collectionEnd = event { return items }
            items.append(try node(event, place, depth: depth + 1))
        }
    }

    private mutating func mapping(_ depth: Int) throws(Problem) -> [Node.Pair] {
        var pairs: [Node.Pair] = []
        var lines: [String: Int] = [:]
        while true {
            let (event, place) = try events.next()
            if case .collectionEnd = event { return pairs }
            let key = try node(event, place, depth: depth + 1)
            let (valueEvent, valuePlace) = try events.next()
            let value = try node(valueEvent, valuePlace, depth: depth + 1)
            guard let text = key.text else {
                if case .unusable = key.content { continue }
                problems.append(Problem(.keyNotText, at: place))
                continue
            }
            if let line = lines[text] {
                problems.append(Problem(.keyTwice(text, line: line), at: place))
            } else {
                lines[text] = place.line
                pairs.append(Node.Pair(key: text, keyPlace: place, value: value))
            }
        }
    }
}
