import BalanceModel
import CellGrid
import Wording

extension Painter {
    /// The dynamics that the map of verdicts is about; `nil` with fewer than two.
    var mapDynamics: (first: Int, second: Int)? { model.dynamics.count >= 2 ? (0, 1) : nil }

    /// The verdict by the intensities of the first two dynamics: a letter a cell, the tipping line, the present point.
    /// Returns the height used, 0 where there is no room.
    @discardableResult
    mutating func verdictMap(_ rect: Rect) -> Int {
        guard let (first, second) = mapDynamics else { return 0 }
        let gutter = DisplayWidth.of(numbers.percent("100")) + 1
        let legend = mapLegend(rect.width)
        // The levels by room: every half, whole or so many per cent.
        let columns = [41, 21, 11, 5].first { 2 * $0 + gutter <= rect.width }
        // 50%, where a slider stands at first, is always a level.
        let rows = [21, 11, 5].first { $0 + 2 + legend.count <= rect.height } ?? (rect.height >= 7 ? 5 : nil)
        guard let columns, let rows else { return 0 }
        let map = Evaluator(model, state.settings).verdictMap(first, second, columns: columns, rows: rows)
        let (heading, below) = rect.top(1)
        mapHeading(heading, gutter + 2 * columns, second)
        let cells = Rect(rect.x + gutter, below.y, 2 * columns, rows)
        for row in 0..<rows {
            let y = cells.bottom - 1 - row
            if row % (rows == 5 ? 1 : (rows - 1) / 2) == 0 {
                let label = numbers.percent(map.rows[row], upTo: 0)
                grid.put(label.padded(to: gutter - 1, alignRight: true), rect.x, y, .dim, clip: rect)
            }
            for column in 0..<columns {
                let (text, style) = mapCell(map, row, column)
                grid.put(text, cells.x + 2 * column, y, style)
            }
        }
        presentPoint(map, cells)
        hit(cells, .plane(first: first, second: second, columns: columns))
        mapAxis(Rect(cells.x, cells.bottom, rect.right - cells.x, 1), columns, first)
        for (k, line) in legend.prefix(max(0, rect.bottom - cells.bottom - 1)).enumerated() {
            grid.put(line, rect.x, cells.bottom + 1 + k, .dim, clip: rect)
        }
        return min(rect.height, rows + 2 + legend.count)
    }

    /// The name of what grows upwards, and the signs that are no letters.
    private mutating func mapHeading(_ rect: Rect, _ width: Int, _ second: Int) {
        let style = isFocused(.dynamic(second)) ? Style(.focus, .bold) : .dim
        let end = grid.put("↑ " + words.dynamicShort(second), rect.x, rect.y, style, clip: rect)
        let signs = t("◆ as set  ── parity  · level", "◆ réglage  ── parité  · équilibre")
        let x = max(end + 2, rect.x + width - DisplayWidth.of(signs))
        if x + DisplayWidth.of(signs) <= rect.right { grid.put(signs, x, rect.y, .dim, clip: rect) }
    }

    private mutating func mapAxis(_ rect: Rect, _ columns: Int, _ first: Int) {
        let end = numbers.percent("100")
        let zero = numbers.percent("0")
        let last = rect.x + 2 * columns - DisplayWidth.of(end)
        let width = last - rect.x - DisplayWidth.of(zero) - 2
        grid.put(zero, rect.x, rect.y, .dim, clip: rect)
        grid.put(end, last, rect.y, .dim, clip: rect)
        let name = (words.dynamicShort(first) + " →").fitted(to: width)
        let x = rect.x + DisplayWidth.of(zero) + 1 + (width - DisplayWidth.of(name)) / 2
        grid.put(name, x, rect.y, isFocused(.dynamic(first)) ? Style(.focus, .bold) : .dim, clip: rect)
    }

    /// The cell nearest to the intensities as set.
    private mutating func presentPoint(_ map: VerdictMap, _ cells: Rect) {
        guard let (first, second) = mapDynamics else { return }
        func place(_ percent: Double, _ count: Int) -> Int { Int((percent / 100 * Double(count - 1)).rounded()) }
        let x = cells.x + 2 * place(state.settings.intensities[first], map.columns.count)
        let y = cells.bottom - 1 - place(state.settings.intensities[second], map.rows.count)
        grid.put("◆ ", x, y, Style(.focus, [.bold, .reverse]))
        if [.dynamic(first), .dynamic(second)].contains(state.focus), state.overlays.isEmpty {
            grid.cursor = Point(x, y)
        }
    }

    private func mapCell(_ map: VerdictMap, _ row: Int, _ column: Int) -> (String, Style) {
        switch map.tipping[row][column] {
        case .flat: return ("──", Style(.mark, .bold))
        case .upright: return ("│ ", Style(.mark, .bold))
        case .rising: return ("╱ ", Style(.mark, .bold))
        case .falling: return ("╲ ", Style(.mark, .bold))
        case nil: break
        }
        let value = map.values[row][column]
        guard let side = Balance.leader(of: value) else { return ("· ", Style(.heatLevel)) }
        let letters = mapLetters(side)
        let role = side == .first ? Role.heatFirst : .heatSecond
        switch Verdict(value) {
        case .wideLead: return (letters.wide, Style(role, .bold))
        case .clearLead: return (letters.clear, Style(role))
        default: return (letters.narrow, Style(role))
        }
    }

    /// “UU”, “U ” and “u ” from the first letter of a side's short name; A and B where letters don't tell them apart.
    private func mapLetters(_ side: Side) -> (wide: String, clear: String, narrow: String) {
        func letter(_ side: Side) -> String { words.short(side).prefix(1).uppercased() }
        let usable = Side.allCases.allSatisfy {
            let upper = letter($0)
            return DisplayWidth.of(upper) == 1 && DisplayWidth.of(upper.lowercased()) == 1
                && upper != upper.lowercased()
        }
        let upper = usable && letter(.first) != letter(.second) ? letter(side) : side == .first ? "A" : "B"
        return (upper + upper, upper + " ", upper.lowercased() + " ")
    }

    /// What the letters mean, in lines of a width.
    func mapLegend(_ width: Int) -> [String] {
        func letters(_ side: Side) -> String {
            let all = mapLetters(side)
            return "\(all.wide) \(all.clear)\(all.narrow)"
                + t("wide, clear, narrow lead", "large, nette, courte avance")
                + words.colon + words.short(side)
        }
        return Side.allCases.map(letters)
            .reduce(into: [""]) { lines, piece in
                let last = lines[lines.count - 1]
                let joined = last.isEmpty ? piece : last + "   " + piece
                if DisplayWidth.of(joined) <= width { lines[lines.count - 1] = joined } else { lines.append(piece) }
            }
    }
}
