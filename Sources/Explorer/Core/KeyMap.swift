import CellGrid
import Wording

/// Which key does what: the table's keys, with a reader's own in their place.
public struct KeyMap: Sendable {
    private var commands: [Key: CommandID] = [:]
    private var keys: [CommandID: [Key]] = [:]

    /// The command table's keys.
    public static let standard = KeyMap(replacing: [:])

    /// The table's keys, but for the commands given here, which get these instead.
    public init(replacing own: [CommandID: [Key]]) {
        for command in Command.table {
            let chosen = own[command.id] ?? command.keys
            keys[command.id] = chosen
            for key in chosen where own[command.id] != nil || commands[key] == nil { commands[key] = command.id }
        }
    }

    public func command(for key: Key) -> CommandID? { commands[key] }

    /// Keys that lead to a command, the one to show first.
    public func keys(for id: CommandID) -> [Key] { (keys[id] ?? []).filter { commands[$0] == id } }
}

extension Key {
    /// As a reader finds it on the keyboard.
    public var name: Phrase {
        switch self {
        case .character(" "): Phrase("Space", "Espace")
        case .character(let character): Phrase(String(character), String(character))
        case .control(let character):
            Phrase("Ctrl-\(character.uppercased())", "Ctrl-\(character.uppercased())")
        case .up: Phrase("↑", "↑")
        case .down: Phrase("↓", "↓")
        case .left: Phrase("←", "←")
        case .right: Phrase("→", "→")
        case .home: Phrase("Home", "Début")
        case .end: Phrase("End", "Fin")
        case .pageUp: Phrase("PgUp", "Pg préc")
        case .pageDown: Phrase("PgDn", "Pg suiv")
        case .insert: Phrase("Ins", "Inser")
        case .delete: Phrase("Del", "Suppr")
        case .backspace: Phrase("Backspace", "Retour arr.")
        case .enter: Phrase("Enter", "Entrée")
        case .tab: Phrase("Tab", "Tab")
        case .backTab: Phrase("Shift-Tab", "Maj-Tab")
        case .escape: Phrase("Esc", "Échap")
        case .function(let number): Phrase("F\(number)", "F\(number)")
        }
    }
}
