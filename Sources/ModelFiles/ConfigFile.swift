import BalanceModel

/// What a reader's `config.yaml` asks for (contract §4). Names of themes, commands and keys are checked by those who know
/// them; the places let them complain.
public struct Config: Sendable, Hashable {
    /// A text and where it stands.
    public struct Located: Sendable, Hashable {
        public var text: String
        public var place: Place
        public init(_ text: String, at place: Place) {
            self.text = text
            self.place = place
        }
    }

    /// The keys of one command; none takes its keys away.
    public struct Binding: Sendable, Hashable {
        public var command: Located
        public var keys: [Located]
        public init(command: Located, keys: [Located]) {
            self.command = command
            self.keys = keys
        }
    }

    public var language: Language?
    public var theme: Located?
    public var mouse: Bool?
    /// In file order, each command once.
    public var bindings: [Binding]

    public init(
        language: Language? = nil, theme: Located? = nil, mouse: Bool? = nil, bindings: [Binding] = []
    ) {
        self.language = language
        self.theme = theme
        self.mouse = mouse
        self.bindings = bindings
    }
}

public enum ConfigFile {
    static let keys = ["language", "theme", "mouse", "keys"]

    /// Reads a configuration; throws all problems. A file without any key is one that asks for nothing.
    public static func decode(_ bytes: some Sequence<UInt8>) throws(ProblemList) -> Config {
        let result = NodeComposer.compose(bytes)
        let log = ProblemLog(result.problems)
        guard let root = result.root, !root.isNothing else { return try log.finish(Config()) }
        let fields = Fields(root, keys: keys, in: log)
        let theme = fields["theme"].map { Config.Located(log.string($0, key: "theme"), at: $0.place) }
        let bindings = fields.optionalMapping("keys").map { pair in
            Config.Binding(command: .init(pair.key, at: pair.keyPlace), keys: keys(of: pair, log))
        }
        return try log.finish(
            Config(
                language: fields.optionalChoice("language"), theme: theme, mouse: fields.optionalFlag("mouse"),
                bindings: bindings))
    }

    /// One key or a list of them. A key may be any character, so that nothing counts as empty but an empty text.
    private static func keys(of pair: Node.Pair, _ log: ProblemLog) -> [Config.Located] {
        let items: [Node]
        switch pair.value.content {
        case .sequence(let list): items = list
        case .scalar where !isAbsent(pair.value): items = [pair.value]
        default:
            log.wrong(pair.value, .keyList, key: pair.key)
            return []
        }
        Names.distinct(items, log)
        return items.compactMap { node in
            guard let text = node.text, !text.isEmpty else {
                log.wrong(node, .keyList, key: pair.key)
                return nil
            }
            return Config.Located(text, at: node.place)
        }
    }

    /// `~` is a key.
    private static func isAbsent(_ node: Node) -> Bool { node.isNothing && node.text != "~" }
}
