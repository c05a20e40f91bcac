import BalanceModel
import CellGrid

/// A line chart over the years the model looks ahead: where values and years stand on a grid. The first side is up.
struct YearChart {
    /// The cells of the lines, right of the labels of the values.
    let plot: Rect
    /// The values at the lower and upper edge: low ≤ −0.1, high ≥ 0.1, both whole tenths.
    let low: Double
    let high: Double
    /// Columns for the labels of the values.
    let gutter: Int

    init(_ rect: Rect, gutter: Int, values: [Double]) {
        self.gutter = gutter
        plot = Rect(rect.x + gutter, rect.y, rect.width - gutter, rect.height)
        // A little air, so that no line runs along an edge.
        func limit(_ size: Double) -> Double { min(1, max(0.1, (size * 10 + 0.2).rounded(.up) / 10)) }
        high = limit(values.max() ?? 0)
        low = -limit(-(values.min() ?? 0))
    }

    /// The cell row of a value.
    func row(_ value: Double) -> Int { plot.y + dotRow(value) / 4 }

    /// The column of a time, in years after the first.
    func column(_ years: Double) -> Int { plot.x + dotColumn(years) / 2 }

    /// The time that a column's middle stands for.
    func years(_ column: Int) -> Double {
        let last = max(1, plot.width * 2 - 1)
        return min(max((Double(column - plot.x) * 2 + 0.5) / Double(last) * Limits.horizon, 0), Limits.horizon)
    }

    private func dotRow(_ value: Double) -> Int {
        let last = max(0, plot.height * 4 - 1)
        return min(max(Int(((high - value) / (high - low) * Double(last)).rounded()), 0), last)
    }

    private func dotColumn(_ years: Double) -> Int {
        Int((min(max(years / Limits.horizon, 0), 1) * Double(max(0, plot.width * 2 - 1))).rounded())
    }

    /// A yearly series as a line of dots; of `pattern`, dot columns drawn and left out in turn.
    func line(_ values: [Double], pattern: (on: Int, off: Int) = (1, 0), thick: Bool = false) -> BrailleCanvas {
        var canvas = BrailleCanvas(width: plot.width, height: plot.height)
        guard values.count > 1, plot.width > 0, plot.height > 0 else { return canvas }
        var last: Int?
        for x in 0...dotColumn(Double(values.count - 1)) {
            let y = dotRow(Self.value(of: values, at: Double(x) / Double(plot.width * 2 - 1) * Limits.horizon))
            if x % (pattern.on + pattern.off) < pattern.on {
                // A steep line has no gaps: from where the last dot was to this one.
                for dot in min(y, (last ?? y) + 1)...max(y, (last ?? y) - 1) {
                    canvas.set(x, dot)
                    if thick { canvas.set(x, dot + (dot % 4 == 3 ? -1 : 1)) }
                }
            }
            last = y
        }
        return canvas
    }

    /// A yearly series between its years.
    static func value(of values: [Double], at years: Double) -> Double {
        let place = min(max(years, 0), Double(values.count - 1))
        let before = min(Int(place), max(0, values.count - 2))
        guard values.count > 1 else { return values.first ?? 0 }
        let part = place - Double(before)
        return values[before] * (1 - part) + values[before + 1] * part
    }

    /// Years between labels so that texts of a width have a space between them: 1, 2, 5 or more.
    func labelStep(_ width: Int) -> Int {
        let perYear = Double(plot.width) / (Limits.horizon + 1)
        return [1, 2, 5, 10].first { Double($0) * perYear >= Double(width + 1) } ?? 25
    }
}
