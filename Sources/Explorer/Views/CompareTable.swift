import BalanceModel
import CellGrid
import Wording

/// The columns of view 5: the present settings first, then as many others as fit around the one compared with.
struct CompareTable {
    /// A row: what it says of each column, and the slider it stands for.
    struct Row {
        var label: String
        /// Where `label` does not fit.
        var shortLabel: String?
        var isHeading = false
        var focus: Focus?
        var cell: (Column) -> [(String, Style)]
    }

    struct Column {
        var focus: Focus?
        var title: String
        var balance: Balance
        var weights: [String]
        var intensities: [String]
        /// Of weights and intensities, so that they stand under each other.
        var percentWidth: Int { (weights + intensities).map { DisplayWidth.of($0) }.max() ?? 0 }
    }

    private let columns: [Column]
    private let rows: [Row]
    private let labelWidth: Int
    private let columnWidth: Int
    private let titleRows: Int
    private let hidden: (before: Bool, after: Bool)

    /// Lines that it would fill.
    var height: Int { titleRows + rows.count }

    /// Lines of the shortest form: year, balance, verdict, share, parity, sliders and takeaways under a heading.
    static func leastRows(_ model: Model) -> Int { 7 + model.dimensions.count + model.dynamics.count }

    init(_ painter: Painter, width: Int, height: Int) {
        let state = painter.state
        let words = painter.words
        func column(_ focus: Focus?) -> Column {
            let baseline = focus.map(state.baseline)
            let balance = baseline.map { evaluate(state.model, state.settings(of: $0)) } ?? state.balance
            return Column(
                focus: focus, title: baseline.map(words.name) ?? words.mine, balance: balance,
                weights: painter.numbers.weights(balance.dimensions.map(\.weight)),
                intensities: balance.dynamics.map { painter.numbers.percent($0.intensity) })
        }
        let all = [column(nil)] + state.compareColumns.map(column)
        let forms = CompareRows(painter).forms
        // The fullest form that fits; of the least one a part.
        let form = forms.last { $0.count + 2 <= height } ?? forms[0]
        rows = form
        titleRows = height >= form.count + 2 ? 2 : 1
        let cells = all.flatMap { column in form.map { row in Self.width(row.cell(column)) } }
        let label = form.map { $0.isHeading ? 0 : DisplayWidth.of($0.label) }.max() ?? 0
        let least = max(10, cells.max() ?? 10)
        let gap = width < 60 ? 1 : 2
        labelWidth = min(label + 1, max(9, min(width / 3, width - 2 * (least + gap) - 1)))
        let room = max(0, width - 1 - labelWidth)
        let fitting = max(1, min(all.count, room / (least + gap)))
        columnWidth = max(1, min(room / fitting, 24))
        // “Mine” stays; the others scroll so that the one compared with shows.
        let others = state.compareColumns
        let place = others.firstIndex(of: state.baselineColumn) ?? 0
        let shown = max(0, fitting - 1)
        let start = Window.start(of: place, in: others.count, showing: shown)
        columns = [all[0]] + all.dropFirst(1 + start).prefix(shown)
        hidden = (start > 0, start + shown < others.count)
    }

    private static func width(_ cell: [(String, Style)]) -> Int { cell.reduce(0) { $0 + DisplayWidth.of($1.0) } }

    // MARK: Drawing

    func render(_ painter: inout Painter, _ rect: Rect) {
        guard rect.height > 0 else { return }
        drawTitles(&painter, rect)
        let body = Rect(rect.x, rect.y + titleRows, rect.width, rect.height - titleRows)
        for (place, column) in columns.enumerated() {
            if let focus = column.focus {
                painter.hit(Rect(x(place, rect), rect.y, columnWidth, rect.height), .focus(focus))
            }
        }
        let focused = rows.firstIndex { $0.focus == painter.state.focus && $0.focus != nil }
        let start = Window.start(of: focused ?? 0, in: rows.count, showing: body.height)
        for line in 0..<max(0, min(body.height, rows.count - start)) {
            draw(
                rows[start + line], isFocused: start + line == focused, Rect(body.x, body.y + line, body.width, 1),
                &painter)
        }
    }

    private func x(_ place: Int, _ rect: Rect) -> Int { rect.x + 1 + labelWidth + place * columnWidth }

    private func drawTitles(_ painter: inout Painter, _ rect: Rect) {
        let label = painter.fitting(
            [painter.t("←→ compare with", "←→ comparer à"), painter.t("←→ choose", "←→ choisir"), "←→"], labelWidth - 1)
        painter.grid.put(label, rect.x + 1, rect.y, .dim, clip: rect)
        for (place, column) in columns.enumerated() {
            let left = x(place, rect)
            let chosen = column.focus != nil && column.focus == painter.state.baselineColumn
            let focused = column.focus == painter.state.focus
            let last = place == columns.count - 1
            let width = columnWidth - 2 - (last && hidden.after ? 2 : 0)
            var lines = column.title.wrapped(to: max(1, width))
            if lines.count > titleRows {
                let rest = lines[(titleRows - 1)...].joined(separator: " ").fitted(to: max(1, width))
                lines = lines.prefix(titleRows - 1) + [rest]
            }
            let style = chosen ? Style(.focus, .bold) : Style(.text, .bold)
            if chosen {
                painter.grid.put(focused ? "▸" : "▹", left - 1, rect.y, Style(.focus, .bold), clip: rect)
                if focused, painter.state.overlays.isEmpty { painter.grid.cursor = Point(left, rect.y) }
            }
            for (i, line) in lines.enumerated() { painter.grid.put(line, left, rect.y + i, style, clip: rect) }
            if place == 1, hidden.before { painter.grid.put("‹", left - 2, rect.y, .key, clip: rect) }
            if last, hidden.after { painter.grid.put("›", left + columnWidth - 2, rect.y, .key, clip: rect) }
        }
    }

    private func draw(_ row: Row, isFocused: Bool, _ line: Rect, _ painter: inout Painter) {
        if row.isHeading {
            painter.grid.put(row.label.fitted(to: line.width - 1), line.x + 1, line.y, .title, clip: line)
            return
        }
        if let focus = row.focus { painter.hit(Rect(line.x, line.y, labelWidth, 1), .focus(focus)) }
        if isFocused {
            painter.grid.put("▸", line.x, line.y, Style(.focus, .bold), clip: line)
            if painter.state.overlays.isEmpty { painter.grid.cursor = Point(line.x, line.y) }
        }
        painter.grid.put(
            painter.fitting([row.label, row.shortLabel ?? row.label], labelWidth - 1), line.x + 1, line.y,
            isFocused ? Style(.text, .bold) : .text,
            clip: line)
        for (place, column) in columns.enumerated() {
            var left = x(place, line)
            let cell = Rect(left, line.y, columnWidth - 1, 1)
            for (text, style) in row.cell(column) { left = painter.grid.put(text, left, line.y, style, clip: cell) }
        }
    }
}
