import BalanceModel
import CellGrid
import Wording

/// A name being typed for the present settings.
struct SaveScenario: Sendable, Hashable {
    var field = TextField()
    /// Longest name, in characters.
    static let limit = 60

    /// The name without spaces around it.
    var name: String { String(field.text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}

extension State {
    /// Settings that came from one of the reader's own scenarios are offered its name again.
    mutating func openSaveScenario() {
        let own = savedScenarios.first { $0.id == settings.scenario }
        var dialogue = SaveScenario(field: TextField(own?.name(language) ?? ""))
        dialogue.field.limit = SaveScenario.limit
        overlays.append(.saveScenario(dialogue))
    }

    mutating func pressInSaveScenario(_ key: Key, _ dialogue: SaveScenario) -> [Effect] {
        var dialogue = dialogue
        guard key == .enter else {
            _ = dialogue.field.press(key)
            replaceOverlay(.saveScenario(dialogue))
            return []
        }
        guard !dialogue.name.isEmpty else {
            warn("Type a name first", "Saisissez d’abord un nom")
            return []
        }
        let scenario = ownScenario(named: dialogue.name)
        if let known = ownScenario(called: dialogue.name) {
            overlays.append(.confirm(.replaceScenario(scenario, called: known.name)))
            return []
        }
        overlays.removeLast()
        return [.saveScenario(scenario)]
    }

    /// The reader's scenario of that name, whatever its case and accents.
    func ownScenario(called name: String) -> Scenario? {
        savedScenarios.first { $0.name.entries.contains { folded($0.text) == folded(name) } }
    }

    /// The present settings as a scenario; it takes over the id of the reader's own of the same name.
    func ownScenario(named name: String) -> Scenario {
        // A file read back would refuse what commands a terminal.
        let name = String(
            String.UnicodeScalarView(name.unicodeScalars.filter { !Printable.isCommand($0) && $0.value >= 0x20 }))
        let id =
            ownScenario(called: name)?.id ?? ScenarioID.make(from: name, taken: Set(scenarios.map(\.id)))
        return Scenario(id: id, name: LocalizedText(name), settings, of: model)
    }
}

extension Painter {
    mutating func saveScenario(_ dialogue: SaveScenario, _ area: Rect) {
        let width = max(1, min(72, area.width - 4))
        let scenario = state.ownScenario(named: dialogue.name)
        var lines = wrapped(setsText(scenario), width)
        lines += wrapped(confidenceNote, width, .dim)
        let name = t("Name ", "Nom ")
        let title = t("Save the present settings as a scenario", "Enregistrer les réglages comme scénario")
        let inside = self.dialogue(title, width: width, height: lines.count + 5, in: area)
        let x = grid.put(name, inside.x, inside.y, .text, clip: inside)
        let id = dialogue.name.isEmpty ? "" : "id" + words.colon + scenario.id
        if inside.height > 2 { grid.put(id, inside.x, inside.y + 1, .dim, clip: inside) }
        let room = max(0, inside.height - 4)
        for (i, line) in lines.prefix(room).enumerated() {
            let cut = i == room - 1 && lines.count > room
            grid.put(
                cut ? line.text.continued(within: inside.width) : line.text, inside.x, inside.y + 3 + i, line.style,
                clip: inside)
        }
        let keys = t("Enter saves it, Esc closes", "Entrée l’enregistre, Échap ferme")
        let foot = inside.top(1).1.bottom(1).0
        if !answered(inside.top(1).1) { grid.put(keys.fitted(to: foot.width), foot.x, foot.y, .dim, clip: foot) }
        field(dialogue.field, x, inside.y, width: min(SaveScenario.limit, inside.right - x))
    }

    /// A scenario has no key for a minimum confidence (contract §2): what happens to one that is set.
    private var confidenceNote: String {
        let count = state.settings.leftOutByConfidence(model)
        guard count > 0 else { return "" }
        let s = count > 1 ? "s" : ""
        let level = words.confidence(state.settings.confidence)
        return t(
            "Minimum confidence “\(level)” is kept as weight 0 of what it leaves out, \(count) indicator\(s): same effect.",
            "La confiance minimale «\u{00A0}\(level)\u{00A0}» est gardée comme poids 0 de ce qu’elle écarte, \(count) indicateur\(s)\u{00A0}: même effet."
        )
    }
}
