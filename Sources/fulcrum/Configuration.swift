import BalanceModel
import CellGrid
import Explorer
import ModelFiles

/// The reader's configuration, checked against what the program knows.
struct Configuration {
    var language: Language?
    var theme: String?
    var mouse: Bool?
    var keyMap = KeyMap.standard

    init() {}

    /// - Throws: every problem, each with its place in the file.
    init(_ config: Config, path: String, _ language: Language) throws(FileProblem) {
        var problems: [Problem] = []
        self.language = config.language
        mouse = config.mouse
        if let named = config.theme {
            let known = Theme.all.map(\.id).joined(separator: ", ")
            if Theme.named(named.text) == nil {
                problems.append(
                    Problem(
                        at: named.place, en: "unknown theme “\(named.text)”; expected one of \(known)",
                        fr: "thème «\u{00A0}\(named.text)\u{00A0}» inconnu\u{202F}; attendu\u{00A0}: \(known)"))
            }
            theme = named.text
        }
        keyMap = KeyMap(replacing: Self.bindings(config.bindings, &problems))
        guard problems.isEmpty else { throw FileProblem(path: path, reason: .invalid(ProblemList(problems))) }
    }

    private static func bindings(_ bindings: [Config.Binding], _ problems: inout [Problem]) -> [CommandID: [Key]] {
        var result: [CommandID: [Key]] = [:]
        var owners: [Key: CommandID] = [:]
        for binding in bindings {
            guard let id = CommandID(rawValue: binding.command.text) else {
                problems.append(
                    Problem(
                        at: binding.command.place,
                        en: "unknown command “\(binding.command.text)”; fulcrum's manual page lists them",
                        fr:
                            "commande «\u{00A0}\(binding.command.text)\u{00A0}» inconnue\u{202F}; la page de manuel en donne la liste"
                    ))
                continue
            }
            // None at all takes a command's keys away; but a way out must stay.
            if id != .quit { result[id] = [] }
            for name in binding.keys {
                guard let key = Key(named: name.text) else {
                    problems.append(
                        Problem(
                            at: name.place,
                            en: "“\(name.text)” is no key; expected a name such as \(Key.nameExamples)",
                            fr:
                                "«\u{00A0}\(name.text)\u{00A0}» n’est pas une touche\u{202F}; attendu par exemple \(Key.nameExamples)"
                        ))
                    continue
                }
                if let owner = owners[key] {
                    problems.append(
                        Problem(
                            at: name.place, en: "key “\(name.text)” is given to \(owner.rawValue) already",
                            fr: "la touche «\u{00A0}\(name.text)\u{00A0}» est déjà donnée à \(owner.rawValue)"))
                }
                owners[key] = id
                result[id, default: []].append(key)
            }
        }
        return result
    }
}

/// What a session remembers of the interface, beside the settings.
struct Interface {
    var values: [String: String]
    init(_ values: [String: String]) { self.values = values }

    var language: Language? { values["language"].flatMap(Language.init(rawValue:)) }
    var theme: String? { values["theme"] }
    var mouse: Bool? { values["mouse"].map { $0 == "on" } }
}

extension State {
    /// Puts back what a session remembers.
    mutating func restore(_ interface: Interface) { restoreInterface(interface.values) }
}
