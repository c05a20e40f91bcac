import BalanceModel

/// A mapping with fixed keys: complains about what it has too much and, when asked for it, about what it lacks.
///
/// Every getter gives a harmless stand-in after complaining, so that decoding goes on and finds the rest.
struct Fields {
    let log: ProblemLog
    let place: Place
    private let pairs: [Node.Pair]
    /// False when it is no mapping at all: then only that is complained about.
    private let isMapping: Bool

    init(_ node: Node, keys: [String], in log: ProblemLog, key: String? = nil) {
        self.log = log
        place = node.place
        guard case .mapping(let pairs) = node.content else {
            log.wrong(node, .mapping, key: key)
            (self.pairs, isMapping) = ([], false)
            return
        }
        (self.pairs, isMapping) = (pairs, true)
        for pair in pairs where !keys.contains(pair.key) {
            let nearest = log.nearest(to: pair.key, in: keys)
            log.complain(.unknownKey(pair.key, nearest: nearest, known: keys), at: pair.keyPlace)
        }
    }

    func has(_ key: String) -> Bool { self[key] != nil }

    /// Where a key stands, if it does.
    func keyPlace(_ key: String) -> Place? { pairs.first { $0.key == key }?.keyPlace }

    subscript(key: String) -> Node? {
        for pair in pairs where pair.key == key { return pair.value }
        return nil
    }

    func required(_ key: String, _ expected: Expected) -> Node? {
        if let node = self[key] { return node }
        if isMapping { log.complain(.missingKey(key, expected), at: place) }
        return nil
    }

    // MARK: Texts

    func id(_ key: String = "id") -> String { required(key, .id).map { log.id($0, key: key) } ?? "" }

    /// An id that was checked where ids are collected.
    func knownID() -> String { required("id", .id)?.text ?? "" }

    func name(_ key: String = "name") -> LocalizedText {
        required(key, .text).map { log.text($0, key: key, multiline: false) } ?? LocalizedText("")
    }

    func text(_ key: String = "text") -> LocalizedText {
        required(key, .text).map { log.text($0, key: key, multiline: true) } ?? LocalizedText("")
    }

    func optionalName(_ key: String) -> LocalizedText? {
        self[key].map { log.text($0, key: key, multiline: false) }
    }

    func optionalText(_ key: String) -> LocalizedText? {
        self[key].map { log.text($0, key: key, multiline: true) }
    }

    func string(_ key: String) -> String { required(key, .line).map { log.string($0, key: key) } ?? "" }

    func optionalString(_ key: String) -> String? { self[key].map { log.string($0, key: key) } }

    // MARK: Numbers and choices

    func number(_ key: String, _ bounds: Bounds) -> Double {
        required(key, .number(bounds)).map { log.number($0, bounds, key: key) } ?? 0
    }

    func optionalNumber(_ key: String, _ bounds: Bounds) -> Double? {
        self[key].map { log.number($0, bounds, key: key) }
    }

    func whole(_ key: String, _ range: ClosedRange<Int>) -> Int {
        required(key, .whole(range)).map { log.whole($0, range, key: key) } ?? range.lowerBound
    }

    func optionalFlag(_ key: String) -> Bool? { self[key].map { log.flag($0, key: key) } }

    func optionalChoice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) -> Choice? {
        self[key].flatMap { log.choice($0, key: key) }
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, otherwise: Choice) -> Choice {
        required(key, .choice(Choice.allCases.map(\.rawValue))).flatMap { log.choice($0, key: key) } ?? otherwise
    }

    // MARK: Collections

    func list(_ key: String) -> [Node] { required(key, .list).flatMap { log.list($0, key: key) } ?? [] }

    func optionalList(_ key: String) -> [Node] { self[key].flatMap { log.list($0, key: key) } ?? [] }

    /// A list with a number of items in `range`; complains only when it is a list.
    func list(_ key: String, count range: ClosedRange<Int>) -> [Node] {
        guard let node = required(key, .list), let items = log.list(node, key: key) else { return [] }
        if !range.contains(items.count) {
            log.complain(.count(key: key, range, found: items.count), at: node.place)
        }
        return items
    }

    func mapping(_ key: String) -> [Node.Pair] {
        required(key, .mapping).flatMap { log.pairs($0, key: key) } ?? []
    }

    func optionalMapping(_ key: String) -> [Node.Pair] { self[key].flatMap { log.pairs($0, key: key) } ?? [] }
}
