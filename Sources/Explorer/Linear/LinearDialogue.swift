import BalanceModel
import CellGrid
import Wording

/// What the dialogue answers to a line.
public struct LinearReply: Sendable, Hashable {
    /// Whole lines to say, without control characters of their own.
    public var lines: [String]
    /// What is to be done outside; what comes of it is said by `LinearDialogue.news`.
    public var effects: [Effect] = []
    /// The line was not understood or not possible: nothing has changed.
    public var isRefusal = false
}

/// The program line by line, for screen readers and pipes: the same state, commands, computation and words as the
/// screen, without drawing. Pure, as `reduce` is.
public enum LinearDialogue {
    /// What is said before the first line: the model, the verdict, how to go on.
    public static func greeting(_ state: State) -> [String] {
        let words = state.words
        return [words.model.title(words.language) + "."] + state.statusLines + [
            words.t(
                "“help” lists the commands, “list” what can be set, “quit” leaves.",
                "«\u{00A0}aide\u{00A0}» donne les commandes, «\u{00A0}liste\u{00A0}» ce qui se règle, «\u{00A0}quitter\u{00A0}» termine."
            )
        ]
    }

    /// Does what a line says. Commands go by key, by name in either language, or by the beginning of only one name;
    /// items by id or name, whatever their case and accents.
    public static func reply(to line: String, _ state: inout State) -> LinearReply {
        state.message = nil
        state.showsWelcome = false
        let tokens = line.split(whereSeparator: \.isWhitespace).prefix(200).map(String.init)
        if case .confirm(let confirmation) = state.overlays.last {
            if let yes = tokens.first.flatMap(isYes) {
                let effects = state.answer(confirmation, yes: yes)
                return LinearReply(
                    lines: yes ? [] : [state.words.t("Left as it is.", "Laissé tel quel.")], effects: effects)
            }
        }
        state.overlays.removeAll()
        guard !tokens.isEmpty else { return LinearReply(lines: state.statusLines) }
        let before = state.balance
        let (place, count) = (state.history.position, state.history.count)
        var reply = state.perform(tokens) ?? LinearReply(lines: [])
        if state.message?.kind == .warning { reply.isRefusal = true }
        if reply.lines.isEmpty {
            let changed = state.history.position != place || state.history.count != count
            reply.lines = changed ? [state.changeSentence(from: before)] : news(&state)
        }
        state.message = nil
        if reply.lines.isEmpty, reply.effects.isEmpty { reply.lines = [state.summary(of: state.focus)] }
        return reply
    }

    /// What came of an effect: its message, or the question that must be answered first.
    public static func news(_ state: inout State) -> [String] {
        if case .confirm(let confirmation) = state.overlays.last {
            return [confirmation.question(state.language) + " " + state.words.t("(yes or no)", "(oui ou non)")]
        }
        return notice(&state)
    }

    /// A message alone; a question asked before is not asked again.
    public static func notice(_ state: inout State) -> [String] {
        guard let message = state.message else { return [] }
        state.message = nil
        return [sentence(message.text(state.language))]
    }

    private static func isYes(_ text: String) -> Bool? {
        switch folded(text) {
        case "y", "yes", "o", "oui": true
        case "n", "no", "non": false
        default: nil
        }
    }

    /// With a capital and a full stop.
    static func sentence(_ text: String) -> String { stopped(Words.capitalised(text)) }

    /// With a full stop, unless a sign that ends a sentence is there.
    static func stopped(_ text: String) -> String {
        text.last.map { ".!?…".contains($0) } ?? true ? text : text + "."
    }
}

extension State {
    /// Runs a line; `nil` where the change or the message is the answer.
    mutating func perform(_ tokens: [String]) -> LinearReply? {
        let quoted = (
            LinearName.quoted(tokens[0], Words(model, .en)), LinearName.quoted(tokens[0], Words(model, .fr))
        )
        switch LinearTarget.find(tokens, keyMap) {
        case .one(.verb(let id), let rest): return perform(id, rest)
        case .one(.command(let id), let rest): return perform(id, rest)
        case .several(let names):
            let list = names.joined(separator: ", ")
            warn("\(quoted.0) begins several: \(list)", "\(quoted.1) en commence plusieurs\u{00A0}: \(list)")
        case .none:
            warn(
                "\(quoted.0): no such command; “help” lists them",
                "\(quoted.1)\u{00A0}: commande inconnue\u{202F}; «\u{00A0}aide\u{00A0}» en donne la liste")
        }
        return nil
    }

    /// A command of the table as it is; a name after it puts an item in focus first.
    private mutating func perform(_ id: CommandID, _ rest: [String]) -> LinearReply? {
        let title = Command[id].title
        if LinearTarget.screenOnly.contains(id) {
            warn("\(title.en): only for the screen", "\(title.fr)\u{00A0}: seulement pour l’écran")
            return nil
        }
        if !rest.isEmpty {
            guard LinearTarget.takingName.contains(id) else {
                warn("\(title.en): nothing may follow", "\(title.fr)\u{00A0}: rien ne peut suivre")
                return nil
            }
            guard let focus = resolve(rest.joined(separator: " ")) else { return nil }
            setFocus(focus, in: focus.home)
        }
        let effects = reduce(&self, .command(id))
        if id == .pin, pinned != nil {
            say(
                "pinned: “compare pinned” tells what has changed since",
                "épinglé\u{00A0}: «\u{00A0}comparer épinglés\u{00A0}» dit ce qui a changé depuis")
        }
        return LinearReply(lines: [], effects: effects)
    }

    /// A verb of the dialogue.
    private mutating func perform(_ id: LinearVerb.ID, _ rest: [String]) -> LinearReply? {
        let text = rest.joined(separator: " ")
        switch id {
        case .weight: set(rest, among: dimensionFoci, .weight)
        case .dynamic: set(rest, among: dynamicFoci, .dynamic)
        case .indicator: set(rest, among: indicatorFoci, .indicator)
        case .more: step(rest, by: 1)
        case .less: step(rest, by: -1)
        case .year: setYear(text)
        case .reading, .aggregation, .terrain, .confidence: choose(id, text)
        case .lock: setLock(text, true)
        case .unlock: setLock(text, false)
        case .scenario: return scenario(text)
        case .save: return save(text)
        case .delete: delete(text)
        case .export: return export(text)
        case .language: setLanguage(text)
        case .report: return LinearReply(lines: [], effects: [.copyReport])
        case .command: return LinearReply(lines: [], effects: [.copyCommand])
        default: return answer(id, text).map { LinearReply(lines: $0) }
        }
        return nil
    }

    /// A question; `nil` where it could not be answered.
    private mutating func answer(_ id: LinearVerb.ID, _ text: String) -> [String]? {
        switch id {
        case .list: text.isEmpty ? listLines : list(text)
        case .takeaways: takeawayLines
        case .why: why(text)
        case .sure: sureLines()
        case .flip: flipLines
        case .outlook: outlookLines
        case .figures: figures(text)
        case .claims: claims(text)
        case .compare: compare(text)
        case .find: find(text)
        case .help: help(text)
        default: statusLines
        }
    }
}
