import BalanceModel
import CellGrid
import Wording

/// The main view as rows, for terminals too small for boxes: parts give way by priority, never the balance lines, and
/// the focused item always shows.
struct BalanceRows {
    let rect: Rect
    init(_ rect: Rect) { self.rect = rect }

    /// The parts below the balance, in their order on screen.
    private enum Part: Int, CaseIterable { case dimensions, dynamics, takeaways, detail }

    func render(_ painter: inout Painter) {
        let balanceRows = rect.height >= 12 ? 3 : 2
        let (top, below) = rect.top(balanceRows)
        if balanceRows == 3 { painter.beam(Rect(top.x + 2, top.y, top.width - 4, 1)) }
        let lines = Rect(top.x + 2, top.y, top.width - 2, top.height)
        painter.pieces(painter.verdictPieces(lines.width), lines.x, top.bottom - 2, in: lines)
        painter.robustnessLine(Rect(lines.x, top.bottom - 1, lines.width, 1))

        let model = painter.model
        let pairs = takeawayColumns(painter)
        let wanted = [
            model.dimensions.count + 1,
            model.dynamics.isEmpty ? 0 : model.dynamics.count + model.interactions.count + 1,
            model.takeaways.isEmpty ? 0 : (model.takeaways.count + pairs - 1) / pairs + 1,
            detailRows(painter),
        ]
        let heights = share(below.height, wanted, first: focusedPart(painter.state.focus))
        var free = below.height - heights.reduce(0, +)
        var y = below.y
        for part in Part.allCases where heights[part.rawValue] > 0 {
            if free > 0 {
                y += 1
                free -= 1
            }
            let area = Rect(rect.x, y, rect.width, heights[part.rawValue])
            draw(part, area, &painter, pairs)
            y += area.height
        }
    }

    private func draw(_ part: Part, _ area: Rect, _ painter: inout Painter, _ pairs: Int) {
        switch part {
        case .dimensions: DimensionRows(painter, area).render(&painter)
        case .dynamics: painter.dynamicRows(area)
        case .takeaways: takeaways(&painter, area, pairs)
        case .detail: painter.detail(painter.state.focus, Rect(area.x + 1, area.y, area.width - 2, area.height))
        }
    }

    private func focusedPart(_ focus: Focus) -> Int {
        switch focus {
        case .dynamic, .interaction: Part.dynamics.rawValue
        case .takeaway: Part.takeaways.rawValue
        default: Part.dimensions.rawValue
        }
    }

    private func detailRows(_ painter: Painter) -> Int {
        painter.detailLines(painter.state.focus, width: rect.width - 2).count
    }

    /// All that the focused part asks for; then two rows to every other as far as they reach; then what each asks for.
    private func share(_ height: Int, _ wanted: [Int], first focused: Int) -> [Int] {
        var heights = wanted.map { _ in 0 }
        var left = height
        let order = [focused] + wanted.indices.filter { $0 != focused }
        for (round, parts) in [(Int.max, [focused]), (2, order), (Int.max, order)] {
            for part in parts {
                let more = min(left, min(wanted[part], round) - heights[part])
                // A heading without a row under it says nothing.
                guard more > 0, part == Part.detail.rawValue || heights[part] + more >= 2 else { continue }
                heights[part] += more
                left -= more
            }
        }
        return heights
    }

    /// Two columns where every takeaway's text fits half the width.
    private func takeawayColumns(_ painter: Painter) -> Int {
        let longest = painter.model.takeaways.map { DisplayWidth.of($0.text(painter.language)) }.max() ?? 0
        return longest + 5 <= rect.width / 2 ? 2 : 1
    }

    private func takeaways(_ painter: inout Painter, _ area: Rect, _ columns: Int) {
        let title = painter.t("Takeaways", "Points clés")
        painter.grid.put(title, area.x + 1, area.y, .title, clip: area)
        let rows = Rect(area.x, area.y + 1, area.width, area.height - 1)
        let all = painter.model.takeaways.count
        let perColumn = (all + columns - 1) / columns
        var focusedRow = 0
        if case .takeaway(let k) = painter.state.focus { focusedRow = k / columns }
        let start = Window.start(of: focusedRow, in: perColumn, showing: rows.height)
        let count = painter.words.takeawayCount(painter.balance)
        let shown = painter.rowsShown(start, rows.height, of: perColumn)
        painter.pieces([(count, .dim), (shown, .dim)], area.x + 14, area.y, in: area)
        for (c, column) in rows.columns(columns).enumerated() {
            for row in 0..<rows.height {
                let k = (start + row) * columns + c
                guard k < all, start + row < perColumn else { continue }
                painter.takeawayRow(k, Rect(column.x, column.y + row, column.width, 1), withWord: columns == 1)
            }
        }
    }
}

/// Which part of a list shows, so that the focused row does.
enum Window {
    static func start(of focused: Int, in count: Int, showing rows: Int) -> Int {
        guard rows > 0, count > rows else { return 0 }
        return min(max(0, focused - rows / 2), count - rows)
    }
}
