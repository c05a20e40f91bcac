import Wording

/// The dialogue's help, from its own words and the command table.
extension State {
    /// The dialogue's own words, then the commands of the table that go by name and key; or one of them.
    mutating func help(_ text: String) -> [String]? {
        guard !text.isEmpty else { return helpLines }
        switch LinearTarget.find(text.split(separator: " ").map(String.init), keyMap) {
        case .one(.verb(let id), _): return [verbLine(LinearVerb[id])]
        case .one(.command(let id), _): return [commandLine(Command[id])]
        default:
            let quoted = (LinearName.quoted(text, Words(model, .en)), LinearName.quoted(text, Words(model, .fr)))
            warn("\(quoted.0): no such command", "\(quoted.1)\u{00A0}: commande inconnue")
            return nil
        }
    }

    private var helpLines: [String] {
        let others = Command.table.filter { command in
            LinearTarget(command.id) == .command(command.id) && !LinearTarget.screenOnly.contains(command.id)
        }
        return LinearVerb.table.map(verbLine) + others.map(commandLine) + [
            words.t(
                "Names may be ids or words, shortened as long as they fit only one item; accents and capitals don’t matter.",
                "Les noms peuvent être des ids ou des mots, abrégés tant qu’ils ne désignent qu’un élément\u{202F}; accents et majuscules sont indifférents."
            )
        ]
    }

    private func verbLine(_ verb: LinearVerb) -> String {
        let keys = verb.commands.flatMap(keyMap.keys).map { $0.name(language) }
        return verb.usage(language) + (keys.isEmpty ? "" : " (" + keys.joined(separator: " ") + ")") + words.colon
            + LinearDialogue.stopped(verb.help(language))
    }

    private func commandLine(_ command: Command) -> String {
        let keys = keyMap.keys(for: command.id).map { $0.name(language) }
        let name = language == .en ? command.id.rawValue : command.title.fr.lowercased()
        return name + " (" + keys.joined(separator: " ") + ")" + words.colon
            + LinearDialogue.stopped(command.help(language))
    }
}
