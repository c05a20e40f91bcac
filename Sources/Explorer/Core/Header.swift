import BalanceModel
import CellGrid
import Wording

/// The first line: the program, the view, and how what is shown was computed.
///
/// View, reading and year stay to the last. What is as usual gives way before what the reader changed: first the
/// usual aggregation, then the model's title, the language and the program's name; then the rest grows shorter.
struct HeaderLine {
    /// Texts of a part, from a step of shortening on; `nil` where it is gone.
    private typealias Part = [(step: Int, text: String?)]

    private static let steps = 8
    private let painter: Painter

    init(_ painter: Painter) { self.painter = painter }

    /// Title and settings for a line of that width; the longest that fits.
    func texts(_ width: Int) -> (title: String, settings: String) {
        let view = Command[painter.state.view.command].title(painter.language)
        let name = " Fulcrum · " + view
        let whole = name + " · " + painter.model.title(painter.language)
        let forms =
            [(whole, 0), (whole, 1)] + (0...2).map { (name, $0) } + (3...Self.steps).map { (" " + view, $0) }
        var last = ("", "")
        for (title, step) in forms {
            last = (title, settings(step))
            if DisplayWidth.of(last.0) + DisplayWidth.of(last.1) + 2 <= width { break }
        }
        return last
    }

    private func settings(_ step: Int) -> String {
        func text(_ part: Part) -> String? { part.last { $0.step <= step }?.text ?? nil }
        let changed = [aggregation, confidence, terrain, scenario, pinned]
        // What the reader changed leaves a sign behind where it finds no room.
        let cut = changed.contains { part in part.contains { $0.step > 1 && $0.step <= step && $0.text == nil } }
        let parts = [text(reading)] + changed.map(text) + [cut ? "…" : nil, text(year), text(language)]
        return parts.compactMap { $0 }.joined(separator: " · ") + " "
    }

    private var settings: Settings { painter.state.settings }

    private var reading: Part { [(0, painter.words.reading(settings.reading))] }

    private var aggregation: Part {
        let name = painter.words.aggregation(settings.aggregation)
        return [(0, name), (settings.aggregation == .arithmetic ? 1 : 8, nil)]
    }

    private var confidence: Part {
        guard settings.confidence != .low else { return [] }
        let level = painter.words.confidence(settings.confidence)
        return [(0, painter.t("confidence ≥ ", "confiance ≥ ") + level), (4, "≥ " + level), (8, nil)]
    }

    private var terrain: Part {
        guard settings.terrainShift else { return [] }
        return [(0, painter.words.terrainShift), (4, painter.t("shift", "glissement")), (8, nil)]
    }

    private var scenario: Part {
        guard let name = settings.scenario.flatMap(painter.state.scenario(id:))?.name(painter.language) else {
            return []
        }
        return [(0, name), (4, name.fitted(to: 20)), (5, name.fitted(to: 12)), (7, nil)]
    }

    private var pinned: Part {
        painter.state.pinned == nil ? [] : [(0, painter.t("pinned", "épinglé")), (6, nil)]
    }

    private var year: Part {
        let year = painter.words.year(settings.year)
        let years = Int(settings.year) - painter.model.baseYear
        return years > 0 ? [(0, year + " (+\(years))"), (3, year)] : [(0, year)]
    }

    private var language: Part { [(0, painter.language.rawValue.uppercased()), (2, nil)] }
}
