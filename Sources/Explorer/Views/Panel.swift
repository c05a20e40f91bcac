import CellGrid

extension Painter {
    /// A box with its title, marked while one of its focuses has the focus; the mouse finds the first. Returns its
    /// inside.
    mutating func panel(_ title: String, _ box: Rect, _ focuses: [Focus] = []) -> Rect {
        let focused = focuses.contains(state.focus)
        grid.box(
            box, title: (focused ? "▸ " : "") + title, style: focused ? Style(.focus) : .border,
            titleStyle: focused ? Style(.focus, .bold) : .title)
        if let first = focuses.first { hit(box, .focus(first)) }
        if state.focus == focuses.first, state.overlays.isEmpty { grid.cursor = Point(box.x + 3, box.y) }
        return box.inset(2, 1)
    }

    /// Lines from the top of a rectangle; returns what is left below. What does not fit ends with an ellipsis.
    mutating func put(_ lines: [Line], in rect: Rect) -> Rect {
        for (row, line) in lines.prefix(rect.height).enumerated() {
            let cut = row == rect.height - 1 && lines.count > rect.height
            let text = cut ? line.text.continued(within: rect.width) : line.text
            grid.put(text, rect.x, rect.y + row, line.style, clip: rect)
        }
        return rect.top(lines.count).1
    }

    /// A table: a heading and rows of cells, columns aligned to the right but the first; returns its height. Columns that
    /// don't fit fall away, the last first.
    @discardableResult
    mutating func table(_ table: Table, in rect: Rect) -> Int {
        var widths = table.heading.indices.map { c in
            ([table.heading[c].text] + table.rows.map { $0.cells[c].text }).map { DisplayWidth.of($0) }.max() ?? 0
        }
        func total(_ gap: Int) -> Int { widths.reduce(0, +) + gap * (widths.count - 1) }
        let gap = total(2) <= rect.width ? 2 : 1
        while widths.count > 1, total(gap) > rect.width {
            if widths[0] > 12 { widths[0] = max(12, widths[0] - 1) } else { widths.removeLast() }
        }
        let focused = table.rows.firstIndex { $0.focus == state.focus } ?? 0
        let shown = rect.height - 1
        let start = Window.start(of: focused, in: table.rows.count, showing: shown)
        row(table.heading, widths, gap, Rect(rect.x, rect.y, rect.width, 1))
        for (k, line) in table.rows.dropFirst(start).prefix(max(0, shown)).enumerated() {
            let y = rect.y + 1 + k
            if let focus = line.focus {
                hit(Rect(rect.x - 1, y, rect.width + 1, 1), .focus(focus))
                if isFocused(focus) {
                    grid.put("▸", rect.x - 1, y, Style(.focus, .bold))
                    if state.overlays.isEmpty { grid.cursor = Point(rect.x - 1, y) }
                }
            }
            row(line.cells, widths, gap, Rect(rect.x, y, rect.width, 1))
        }
        return min(rect.height, table.rows.count + 1)
    }

    private mutating func row(_ cells: [Line], _ widths: [Int], _ gap: Int, _ rect: Rect) {
        var column = rect.x
        for (c, width) in widths.enumerated() {
            let text = cells[c].text.padded(to: width, alignRight: c > 0)
            grid.put(text, column, rect.y, cells[c].style, clip: rect)
            column += width + gap
        }
    }
}

/// Rows of cells under a heading.
struct Table {
    struct Row {
        var cells: [Painter.Line]
        var focus: Focus?
    }
    var heading: [Painter.Line]
    var rows: [Row]
}
