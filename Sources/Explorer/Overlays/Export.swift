import BalanceModel
import CellGrid
import Wording

/// The forms in which the present settings' report can be written (contract §1).
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
    case text, markdown, json, csv, svg

    /// The usual end of a file's name, without the point.
    public var fileExtension: String {
        switch self {
        case .text: "txt"
        case .markdown: "md"
        case .json, .csv, .svg: rawValue
        }
    }

    var title: Phrase {
        switch self {
        case .text: Phrase("Text: the report to read", "Texte\u{00A0}: le rapport, à lire")
        case .markdown: Phrase("Markdown: the report with headings", "Markdown\u{00A0}: le rapport, avec ses titres")
        case .json: Phrase("JSON: every number, for programs", "JSON\u{00A0}: tous les nombres, pour les programmes")
        case .csv: Phrase("CSV: every number, for spreadsheets", "CSV\u{00A0}: tous les nombres, pour les tableurs")
        case .svg: Phrase("SVG: one picture for a slide", "SVG\u{00A0}: une image pour une présentation")
        }
    }
}

/// What to write or copy, and the file's name.
struct ExportDialogue: Sendable, Hashable {
    enum Choice: Sendable, Hashable {
        case file(ExportFormat)
        case copyReport, copyCommand

        static let all: [Choice] = ExportFormat.allCases.map(Choice.file) + [.copyReport, .copyCommand]

        var title: Phrase {
            switch self {
            case .file(let format): format.title
            case .copyReport: Phrase("Copy the report as text", "Copier le rapport en texte")
            case .copyCommand:
                Phrase("Copy the command that reproduces it", "Copier la commande qui reproduit tout ceci")
            }
        }
    }

    var field = TextField()
    var selection = 0
    /// A file is being written: the answer closes the dialogue, or is shown in it.
    var isWaiting = false

    var choice: Choice { Choice.all[min(max(0, selection), Choice.all.count - 1)] }

    /// Chooses a row; the file's name follows the format as long as it ends like one.
    mutating func choose(_ row: Int) {
        let before = choice
        selection = min(max(0, row), Choice.all.count - 1)
        guard case .file(let format) = choice else { return }
        let ends: [String] =
            if case .file(let old) = before { [old.fileExtension] } else { ExportFormat.allCases.map(\.fileExtension) }
        guard let end = ends.first(where: { field.text.hasSuffix("." + $0) }) else { return }
        replaceText(field.text.dropLast(end.count) + format.fileExtension)
    }

    mutating func replaceText(_ text: some StringProtocol) {
        field = TextField(String(text))
        field.limit = 1000
    }
}

extension State {
    /// “fulcrum-capture-2032.md”.
    private func fileName(_ format: ExportFormat) -> String {
        let scenario = settings.scenario.map { $0 + "-" } ?? ""
        let year = Numbers(.en).plain(settings.year, upTo: 2)
        return "fulcrum-\(scenario)\(year).\(format.fileExtension)"
    }

    mutating func openExport() {
        var dialogue = ExportDialogue(selection: 1)
        dialogue.replaceText(fileName(.markdown))
        overlays.append(.export(dialogue))
    }

    mutating func pressInExport(_ key: Key, _ dialogue: ExportDialogue) -> [Effect] {
        var dialogue = dialogue
        dialogue.isWaiting = false
        if key == .enter { return export(dialogue) }
        let count = ExportDialogue.Choice.all.count
        if let row = Choices.moved(dialogue.selection, by: key, in: count) {
            dialogue.choose(row)
        } else if case .file = dialogue.choice {
            _ = dialogue.field.press(key)
        }
        replaceOverlay(.export(dialogue))
        return []
    }

    /// A click chooses a row; a click on the chosen one does it.
    mutating func chooseExport(_ row: Int, _ dialogue: ExportDialogue) -> [Effect] {
        guard row != dialogue.selection else { return export(dialogue) }
        var dialogue = dialogue
        dialogue.choose(row)
        replaceOverlay(.export(dialogue))
        return []
    }

    private mutating func export(_ dialogue: ExportDialogue) -> [Effect] {
        switch dialogue.choice {
        case .file(let format):
            guard dialogue.field.text.contains(where: { !$0.isWhitespace }) else {
                warn("Type a file name first", "Saisissez d’abord un nom de fichier")
                return []
            }
            return startExport(format, dialogue.field.text, overwrite: false)
        case .copyReport:
            overlays.removeLast()
            return [.copyReport]
        case .copyCommand:
            overlays.removeLast()
            return [.copyCommand]
        }
    }

    mutating func startExport(_ format: ExportFormat, _ path: String, overwrite: Bool) -> [Effect] {
        if case .export(var dialogue) = overlays.last {
            dialogue.isWaiting = true
            replaceOverlay(.export(dialogue))
        }
        return [.export(format, path: path, overwrite: overwrite)]
    }

    /// The answer to an export: done closes the dialogue, a failure leaves the name to be corrected.
    mutating func finishExport(failed: Bool) {
        guard case .export(var dialogue) = overlays.last, dialogue.isWaiting else { return }
        if failed {
            dialogue.isWaiting = false
            replaceOverlay(.export(dialogue))
        } else {
            overlays.removeLast()
        }
    }
}

extension Painter {
    mutating func export(_ dialogue: ExportDialogue, _ area: Rect) {
        let choices = ExportDialogue.Choice.all
        let titles = choices.map { DisplayWidth.of($0.title(language)) }.max() ?? 0
        let inside = self.dialogue(
            t("Export the report", "Exporter le rapport"), width: max(titles + 2, 56),
            height: choices.count + 4, in: area)
        guard inside.height >= 3 else { return }
        let list = Rect(inside.x, inside.y, inside.width, min(choices.count, inside.height - 2))
        let start = Window.start(of: dialogue.selection, in: choices.count, showing: list.height)
        for row in 0..<list.height where start + row < choices.count {
            let place = start + row
            let line = Rect(list.x, list.y + row, list.width, 1)
            let chosen = place == dialogue.selection
            grid.put(chosen ? "▸" : " ", line.x, line.y, Style(.focus, .bold), clip: line)
            grid.put(
                choices[place].title(language).fitted(to: line.width - 1), line.x + 1, line.y,
                chosen ? Style(.text, .bold) : .text, clip: line)
            hit(line, .choice(place))
            if chosen { grid.cursor = Point(line.x, line.y) }
        }
        exportFoot(inside)
        guard case .file = dialogue.choice else { return }
        let y = inside.bottom - (inside.height > list.height + 3 ? 3 : 2)
        let x = grid.put(t("File ", "Fichier "), inside.x, y, .text, clip: inside)
        field(dialogue.field, x, y, width: inside.right - x)
    }

    private mutating func exportFoot(_ inside: Rect) {
        let keys = [
            t(
                "↑↓ choose, type the name, Enter does it, Esc closes",
                "↑↓ choisir, saisir le nom, Entrée exécute, Échap ferme"),
            t("↑↓ choose, Enter does it, Esc closes", "↑↓ choisir, Entrée exécute, Échap ferme"),
            t("Esc closes", "Échap ferme"),
        ]
        // The name stays in sight: what is longer than a line stands above it.
        let isLong = (state.message.map { DisplayWidth.of($0.text(language)) } ?? 0) > inside.width
        guard !answered(isLong ? inside.top(inside.height - 3).0 : inside) else { return }
        let foot = inside.bottom(1).0
        grid.put(fitting(keys, foot.width), foot.x, foot.y, .dim, clip: foot)
    }
}
