import BalanceModel
import CellGrid
import Wording

/// A question asked before something of the reader's is lost.
enum Confirmation: Sendable, Hashable {
    case deleteScenario(Scenario)
    /// A scenario to be kept under a name that one of the reader's has.
    case replaceScenario(Scenario, called: LocalizedText)
    case replaceFile(ExportFormat, path: String)

    var title: Phrase {
        switch self {
        case .deleteScenario: Phrase("Delete a scenario", "Supprimer un scénario")
        case .replaceScenario: Phrase("Replace a scenario", "Remplacer un scénario")
        case .replaceFile: Phrase("Replace a file", "Remplacer un fichier")
        }
    }

    func question(_ language: Language) -> String {
        func t(_ en: String, _ fr: String) -> String { Phrase(en, fr)(language) }
        switch self {
        case .deleteScenario(let scenario):
            let name = scenario.name(language)
            return t(
                "Delete your scenario “\(name)”? Its file goes for good.",
                "Supprimer votre scénario «\u{00A0}\(name)\u{00A0}»\u{202F}? Son fichier disparaît pour de bon.")
        case .replaceScenario(_, let known):
            let name = known(language)
            return t(
                "You have a scenario “\(name)” already. Replace it with the present settings?",
                "Vous avez déjà un scénario «\u{00A0}\(name)\u{00A0}». Le remplacer par les réglages présents\u{202F}?")
        case .replaceFile(_, let path):
            return t("\(path) exists already. Replace it?", "\(path) existe déjà. Le remplacer\u{202F}?")
        }
    }
}

extension State {
    /// Both languages' letters count, whichever is on screen.
    mutating func pressInConfirm(_ key: Key, _ command: CommandID?, _ confirmation: Confirmation) -> [Effect] {
        switch key {
        case .character("y"), .character("Y"), .character("o"), .character("O"):
            return answer(confirmation, yes: true)
        case .character("n"), .character("N"): return answer(confirmation, yes: false)
        default: return command == .quit ? answer(confirmation, yes: false) : []
        }
    }

    mutating func answer(_ confirmation: Confirmation, yes: Bool) -> [Effect] {
        overlays.removeLast()
        guard yes else { return [] }
        switch confirmation {
        case .deleteScenario(let scenario): return [.deleteScenario(id: scenario.id)]
        case .replaceScenario(let scenario, _):
            if case .saveScenario = overlays.last { overlays.removeLast() }
            return [.saveScenario(scenario)]
        case .replaceFile(let format, let path): return startExport(format, path, overwrite: true)
        }
    }
}

extension Painter {
    mutating func confirm(_ confirmation: Confirmation, _ area: Rect) {
        let question = confirmation.question(language)
        let width = min(area.width - 4, max(36, min(60, DisplayWidth.of(question))))
        let lines = question.wrapped(to: width)
        let inside = dialogue(confirmation.title(language), width: width, height: lines.count + 2, in: area)
        grid.paragraph(question, in: Rect(inside.x, inside.y, inside.width, max(0, inside.height - 1)))
        var x = inside.x
        let answers = [(t("y", "o"), t("yes", "oui")), (t("n", "n"), t("no", "non"))]
        for (place, (key, word)) in answers.enumerated() where inside.height > 0 {
            let start = x
            x = grid.put(key, x, inside.bottom - 1, .key, clip: inside)
            x = grid.put(" " + word, x, inside.bottom - 1, .text, clip: inside)
            hit(Rect(start, inside.bottom - 1, x - start, 1), .choice(place))
            if place == 1 { grid.cursor = Point(start, inside.bottom - 1) }
            x += 3
        }
    }
}
