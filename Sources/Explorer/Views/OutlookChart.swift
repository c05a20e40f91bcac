import BalanceModel
import CellGrid
import Simulation
import Wording

extension Painter {
    /// B over the years with its band, the scenarios laid over it, parity and the year on screen; under it the years
    /// and the share of weightings that put the first side ahead.
    mutating func outlookChart(_ curves: [OutlookCurves.Curve], _ rect: Rect) {
        // In little room, only the row in per cent.
        let barRows = rect.height >= 24 ? 3 : rect.height >= 13 ? 2 : rect.height >= 9 ? 1 : 0
        let (shares, above) = rect.bottom(barRows == 0 ? 1 : barRows + 2)
        let (years, lines) = above.bottom(1)
        guard lines.height >= 2 else { return }
        let band = state.simulation?.result.band ?? []
        let values = curves.flatMap(\.balances) + band.flatMap { [$0.q05, $0.q95] }
        let chart = YearChart(lines, gutter: outlookGutter, values: values)
        guard chart.plot.width >= 8 else { return }
        valueLabels(chart)
        self.band(band, chart)
        let cursor = chart.column(balance.years)
        grid.fill(Rect(cursor, chart.plot.y, 1, chart.plot.height), "┊", Style(.mark))
        draw(curves, chart)
        marks(chart)
        yearLabels(chart, labelRow(chart, years.y))
        shareRows(chart, shares, barRows)
        hit(
            Rect(chart.plot.x, lines.y, chart.plot.width, rect.height),
            .years(from: chart.plot.x, to: chart.plot.right - 1))
    }

    /// Columns left of the plot: the widest label of a value and the axis.
    var outlookGutter: Int {
        let labels = [words.short(.first), words.short(.second)].map { $0.fitted(to: 6) + " +0.0" }
        return ([t("parity", "parité")] + labels).map { DisplayWidth.of($0) + 2 }.max() ?? 8
    }

    private mutating func valueLabels(_ chart: YearChart) {
        let plot = chart.plot
        let zero = chart.row(0)
        let x = plot.x - 1
        grid.fill(Rect(x, plot.y, 1, plot.height), "│", .border)
        grid.fill(Rect(plot.x, zero, plot.width, 1), "─", .border)
        func label(_ text: String, _ row: Int, _ style: Style) {
            let cut = text.padded(to: chart.gutter - 2, alignRight: true)
            grid.put(cut, x - chart.gutter + 1, row, style)
            grid.put(row == zero ? "┼" : "┤", x, row, .border)
        }
        var taken: [Int] = []
        let ends = [0, chart.high, chart.low]
        let between = stride(from: 0.1, to: 1, by: 0.1).flatMap { [$0, -$0] }
            .filter { $0 < chart.high - 0.05 && $0 > chart.low + 0.05 }
        for value in ends + between {
            let row = chart.row(value)
            // Labels need a free row between them; the ends are always there.
            guard ends.contains(value) ? !taken.contains(row) : taken.allSatisfy({ abs($0 - row) > 2 }) else {
                continue
            }
            taken.append(row)
            let text =
                value == 0
                ? t("parity", "parité")
                : "\(words.short(value > 0 ? .first : .second).fitted(to: 6)) +\(numbers.fixed(abs(value), 1))"
            label(text, row, value == 0 ? .text : style(favouring: value))
        }
    }

    /// The 5–95 % and 25–75 % bands as two shades.
    private mutating func band(_ years: [BandYear], _ chart: YearChart) {
        guard years.count > 1 else { return }
        let outer = (years.map(\.q05), years.map(\.q95))
        let inner = (years.map(\.q25), years.map(\.q75))
        for column in chart.plot.x...chart.column(Double(years.count - 1)) {
            let time = chart.years(column)
            for (bounds, shade) in [(outer, Character("░")), (inner, Character("▒"))] {
                let top = chart.row(YearChart.value(of: bounds.1, at: time))
                let bottom = chart.row(YearChart.value(of: bounds.0, at: time))
                grid.fill(Rect(column, top, 1, bottom - top + 1), shade, Style(.band))
            }
        }
    }

    private mutating func draw(_ curves: [OutlookCurves.Curve], _ chart: YearChart) {
        let plot = chart.plot
        var all = BrailleCanvas(width: plot.width, height: plot.height)
        for curve in curves {
            let line = chart.line(curve.balances, pattern: curve.pattern, thick: curve.scenario == nil)
            all.formUnion(line)
            for y in 0..<plot.height {
                for x in 0..<plot.width where line.hasDots(x, y) {
                    grid.put(String(all.character(x, y) ?? " "), plot.x + x, plot.y + y, curve.style)
                }
            }
        }
        // Letters at places of their own, so that lines which run together stay told apart.
        for (k, curve) in curves.enumerated() {
            guard let scenario = curve.scenario else { continue }
            let focused = isFocused(.scenario(scenario))
            for column in stride(from: plot.x + 3 + k * 4 % 16, to: plot.right, by: 16) {
                let row = chart.row(YearChart.value(of: curve.balances, at: chart.years(column)))
                grid.put(
                    curve.letter, column, row, focused ? curve.style.with([.bold, .reverse]) : curve.style.with(.bold))
            }
        }
    }

    /// Parity on the zero line, the balance at the year on screen.
    private mutating func marks(_ chart: YearChart) {
        if let parity = balance.yearsToParity {
            grid.put("◆", chart.column(parity), chart.row(0), Style(.mark, .bold))
        }
        let column = chart.column(balance.years)
        grid.put("●", column, chart.row(balance.value), style(favouring: balance.value).with(.bold))
        if state.overlays.isEmpty, state.focus == .section(0) {
            grid.cursor = Point(column, chart.row(balance.value))
        }
    }

    /// Years at equal distances, the one on screen always.
    private mutating func yearLabels(_ chart: YearChart, _ rect: Rect) {
        labels(
            chart, rect, own: words.year(state.settings.year), balance.longOutlook.map { String($0.year) }, width: 4)
    }

    /// Texts by year under their columns; the year on screen stands out and pushes its neighbours away.
    ///
    /// Years and shares stand under the same columns, at steps for the wider of them; where even five years are too
    /// narrow for the shares, years keep that step and shares stand under some of them.
    private mutating func labels(_ chart: YearChart, _ rect: Rect, own: String, _ texts: [String], width: Int) {
        let widest = ([4] + shareTexts.map { DisplayWidth.of($0) }).max() ?? 4
        let step = max(chart.labelStep(4), min(5, chart.labelStep(widest)))
        let wide = DisplayWidth.of(own)
        func span(_ column: Int, _ width: Int) -> (x: Int, end: Int) {
            let x = place(String(repeating: " ", count: width), column, rect)
            return (x, x + width)
        }
        let ownSpan = span(chart.column(balance.years), wide)
        var free = rect.x
        for (years, text) in texts.enumerated() where years % step == 0 {
            let column = chart.column(Double(years))
            let (x, end) = span(column, width)
            guard x >= free, end < ownSpan.x || x > ownSpan.end else { continue }
            grid.put(text, place(text, column, rect), rect.y, .dim, clip: rect)
            free = end + 1
        }
        grid.put(
            own, place(own, chart.column(balance.years), rect), rect.y, Style(.mark, [.bold, .reverse]), clip: rect)
    }

    private var shareTexts: [String] { balance.longOutlook.map { $0.acceptability.map(numbers.share) ?? "–" } }
    private var shareNow: String { balance.robustness.acceptability.map(numbers.share) ?? "–" }

    /// The first and the last label may stand out a little to the left and to the right.
    private func labelRow(_ chart: YearChart, _ y: Int) -> Rect {
        Rect(chart.plot.x - 2, y, min(chart.plot.width + 4, grid.size.width - chart.plot.x + 2), 1)
    }

    /// Centred under a column, within the row.
    private func place(_ text: String, _ column: Int, _ rect: Rect) -> Int {
        let width = DisplayWidth.of(text)
        return min(max(rect.x, column - width / 2), max(rect.x, rect.right - width))
    }

    /// The first side's share of all weightings by year, as bars and in per cent.
    private mutating func shareRows(_ chart: YearChart, _ rect: Rect, _ barRows: Int) {
        if barRows > 0 {
            shareHeading(rect)
            shareBars(chart, Rect(rect.x, rect.y + 1, rect.width, barRows))
        }
        let shares = labelRow(chart, rect.bottom - 1)
        let widest = shareTexts.map { DisplayWidth.of($0) }.max() ?? 4
        labels(chart, shares, own: shareNow, shareTexts, width: widest)
    }

    private mutating func shareHeading(_ rect: Rect) {
        let title = fitting(
            [
                t(
                    "Share of all weightings with \(words.name(.first)) ahead, exact; 0% or 100%: whatever the weights",
                    "Part des pondérations qui mettent en tête \(words.name(.first)), exacte\u{202F}; 0\u{202F}% ou 100\u{202F}%\u{00A0}: quels que soient les poids"
                ),
                t(
                    "Share of all weightings with \(words.name(.first)) ahead",
                    "Part des pondérations qui mettent en tête\u{00A0}: \(words.name(.first))"),
                t("Weightings with \(words.short(.first)) ahead", "Pondérations pour \(words.short(.first))"),
            ], rect.width)
        grid.put(title, rect.x, rect.y, .title, clip: rect)
    }

    private mutating func shareBars(_ chart: YearChart, _ rect: Rect) {
        let outlook = balance.longOutlook
        for column in chart.plot.x..<chart.plot.right {
            let place = min(max(Int(chart.years(column).rounded()), 0), outlook.count - 1)
            guard let share = outlook[place].acceptability else { continue }
            bar(share, column, Rect(column, rect.y, 1, rect.height))
        }
    }

    /// A column filled from below, in eighths of a cell; a sliver for what is not quite nothing.
    private mutating func bar(_ share: Double, _ x: Int, _ rect: Rect) {
        var eighths = Int((share * Double(8 * rect.height)).rounded())
        if share > 0 { eighths = max(1, eighths) }
        for row in 0..<rect.height {
            let part = min(max(eighths - 8 * row, 0), 8)
            if part > 0 { grid.put(String(Grid.lowerEighths[part]), x, rect.bottom - 1 - row, Style(.firstSide)) }
        }
    }
}
