import BalanceModel
import CellGrid
import Wording

/// Figures as a table under the headings of their groups; columns that don't fit fall away, the name, both values, the
/// advantage and whether it counts never.
struct EvidenceList {
    private enum Row {
        case heading(EvidenceGroup)
        case item(Focus)
        case space
    }

    private let screen: EvidenceScreen
    private let rows: [Row]
    private let columns: EvidenceColumns
    private let facts: FactColumns
    /// Only facts are listed.
    private let factsOnly: Bool

    init(_ screen: EvidenceScreen, _ painter: Painter, _ groups: [[Focus]], _ width: Int) {
        self.screen = screen
        var rows: [Row] = []
        for foci in groups where !foci.isEmpty {
            if !rows.isEmpty { rows.append(.space) }
            rows.append(.heading(EvidenceGroup(foci[0])))
            rows += foci.map(Row.item)
        }
        self.rows = rows
        let all = groups.flatMap { $0 }
        columns = EvidenceColumns(screen, painter, all, width)
        let listed = all.compactMap { focus in
            if case .fact(let d, let f) = focus { painter.model.dynamics[d].facts[f] } else { nil }
        }
        facts = FactColumns(painter, listed, width)
        factsOnly = listed.count == all.count
    }

    /// Rows, and the line that names the columns.
    var height: Int { rows.count + 1 }

    func render(_ painter: inout Painter, _ area: Rect) {
        guard area.height > 1 else { return }
        var (top, below) = area.top(1)
        // With one group, its heading stays while the rest scrolls.
        var scrolled = rows
        if case .heading(let group)? = rows.first,
            rows.count(where: { if case .heading = $0 { true } else { false } }) == 1
        {
            let line = top
            scrolled.removeFirst()
            (top, below) = below.top(1)
            let start = start(painter, scrolled, below.height)
            heading(&painter, group, line, painter.rowsShown(start, below.height, of: scrolled.count))
        }
        if factsOnly { facts.names(&painter, top) } else { columns.names(&painter, top) }
        let start = start(painter, scrolled, below.height)
        for (k, row) in scrolled.dropFirst(start).prefix(below.height).enumerated() {
            let line = Rect(below.x, below.y + k, below.width, 1)
            switch row {
            case .heading(let group): heading(&painter, group, line)
            case .item(let focus): item(&painter, focus, line)
            case .space: break
            }
        }
    }

    /// The first row to show, so that the focused one does.
    private func start(_ painter: Painter, _ rows: [Row], _ height: Int) -> Int {
        let focused = rows.firstIndex { if case .item(let focus) = $0 { painter.isFocused(focus) } else { false } }
        return Window.start(of: focused ?? 0, in: rows.count, showing: height)
    }

    private func item(_ painter: inout Painter, _ focus: Focus, _ line: Rect) {
        let focused = painter.isFocused(focus)
        painter.hit(line, .focus(focus))
        if case .fact(let d, let f) = focus {
            facts.draw(&painter, painter.model.dynamics[d].facts[f], focused: focused, line)
        } else {
            columns.draw(&painter, focus, line)
        }
        painter.grid.put(focused ? "▸" : " ", line.x, line.y, Style(.focus, .bold), clip: line)
        if focused, painter.state.overlays.isEmpty { painter.grid.cursor = Point(line.x + 1, line.y) }
    }

    private func heading(_ painter: inout Painter, _ group: EvidenceGroup, _ line: Rect, _ shown: String = "") {
        let rest: [(String, Style)]
        switch group {
        case .dimension(let i): rest = pieces(painter, i)
        case .dynamic:
            rest = [(painter.t("facts: shown, never scored", "faits\u{00A0}: montrés, jamais comptés"), .dim)]
        }
        let name = painter.fitting([painter.name(group), painter.shortName(group)], line.width * 2 / 3)
        painter.pieces([(name, .title), (shown, .dim)] + rest, line.x + 1, line.y, in: line)
    }

    private func pieces(_ painter: Painter, _ i: Int) -> [(String, Style)] {
        let (evidence, thesis) = (screen.evidence, screen.thesis)
        let words = painter.words
        let last = (
            painter.t("thesis ", "thèse ") + words.lead(thesis.advantages[i]),
            painter.style(favouring: thesis.advantages[i])
        )
        let counted = screen.counted(painter, i)
        if screen.isMissing(i) {
            return [
                (
                    painter.t(
                        "no indicator counts: the thesis stands in",
                        "aucun indicateur compté\u{00A0}: la thèse en tient lieu"),
                    Style(.warning)
                ), last,
            ]
        }
        return [
            (
                painter.t("evidence ", "indicateurs ") + words.lead(evidence.advantages[i]),
                painter.style(favouring: evidence.advantages[i]).with(.bold)
            ), last, (painter.t("\(counted) counted", "comptés\u{00A0}: \(counted)"), .dim),
            (painter.t("drift ", "dérive ") + painter.driftText(evidence.dimensions[i].drift), .dim),
        ]
    }
}
