import BalanceModel
import CellGrid
import Wording

extension Painter {
    /// The exact distribution of B over all weightings, the first side on the left, with parity, the 5, 50 and 95 %
    /// quantiles and the reader's own balance marked. Needs five rows.
    mutating func spreadChart(_ rect: Rect) {
        guard rect.width >= 12, rect.height >= 5 else { return }
        let axis = SpreadAxis(balance.reach, rect)
        let bins = balance.spreadBins(axis.bins, over: axis.range)
        let (foot, bars) = rect.bottom(3)
        let highest = bins.masses.max() ?? 1
        grid.fill(Rect(axis.zero, bars.y, 1, bars.height), "│", .border)
        for (k, mass) in bins.masses.enumerated() where mass > 0 {
            let x = axis.column(bin: k)
            let eighths = max(1, Int((mass / highest * Double(8 * bars.height)).rounded()))
            for row in 0..<bars.height {
                let part = min(max(eighths - 8 * row, 0), 8)
                guard part > 0 else { continue }
                let style = Style(x < axis.zero ? .firstSide : .secondSide)
                grid.put(String(Grid.lowerEighths[part]), x, bars.bottom - 1 - row, style)
            }
        }
        axisRows(axis, foot)
    }

    private mutating func axisRows(_ axis: SpreadAxis, _ rect: Rect) {
        grid.fill(Rect(rect.x, rect.y, axis.bins + 1, 1), "─", .border)
        grid.put("┼", axis.zero, rect.y, .border)
        let spread = balance.robustness.spread
        var free = [Range<Int>]()
        // The middle first: where they run together, it is the one to keep.
        for (value, label) in [(spread.q50, 50), (spread.q95, 95), (spread.q05, 5)] {
            let x = axis.column(value)
            grid.put("┬", x, rect.y, Style(.mark, .bold))
            let text = numbers.percent(String(label))
            let start = min(max(rect.x, x - DisplayWidth.of(text) / 2), rect.right - DisplayWidth.of(text))
            let range = start - 1..<start + DisplayWidth.of(text) + 1
            guard free.allSatisfy({ !$0.overlaps(range) }) else { continue }
            free.append(range)
            grid.put(text, start, rect.y + 1, Style(.mark))
        }
        grid.put("●", axis.column(balance.value), rect.y, Style(.text, .bold))
        // An end that no weighting reaches is there only to show parity.
        let left = balance.reach.upperBound > 0 ? words.lead(balance.reach.upperBound) : ""
        let right = balance.reach.lowerBound < 0 ? words.lead(balance.reach.lowerBound) : ""
        grid.put(left, rect.x, rect.y + 2, Style(.firstSide), clip: rect)
        let end = rect.x + axis.bins + 1 - DisplayWidth.of(right)
        grid.put(right, end, rect.y + 2, Style(.secondSide), clip: rect)
        let parity = t("parity", "parité")
        let middle = min(axis.zero - DisplayWidth.of(parity) / 2, rect.right - DisplayWidth.of(parity))
        // Where no weighting reaches beyond parity, its word has the end of the line.
        if right.isEmpty, middle > rect.x + DisplayWidth.of(left) {
            grid.put(parity, middle, rect.y + 2, .dim, clip: rect)
        } else if middle > rect.x + DisplayWidth.of(left), middle + DisplayWidth.of(parity) < end {
            grid.put(parity, middle, rect.y + 2, .dim, clip: rect)
        }
        let mine = t("● yours", "● vous")
        let places = [middle + DisplayWidth.of(parity) + 2, rect.x + DisplayWidth.of(left) + 2]
        if let x = places.first(where: { x in
            let stop = x + DisplayWidth.of(mine)
            return stop < end && (x >= middle + DisplayWidth.of(parity) || stop < middle)
        }) {
            grid.put(mine, x, rect.y + 2, .text, clip: rect)
        }
    }
}

/// Bins of B across some columns, the first side on the left; parity has a column of its own between two bins.
private struct SpreadAxis {
    let bins: Int
    let range: ClosedRange<Double>
    /// The column of parity.
    let zero: Int
    private let x: Int
    private let step: Double

    init(_ reach: ClosedRange<Double>, _ rect: Rect) {
        bins = rect.width - 1
        x = rect.x
        let high = max(reach.upperBound, 0.01)
        let low = min(reach.lowerBound, -0.01)
        step = (high - low) / Double(bins - 1)
        let right = min(max(Int((-low / step).rounded(.up)), 1), bins - 1)
        zero = rect.x + bins - right
        range = -Double(right) * step...Double(bins - right) * step
    }

    /// The column of a bin, counted from the second side's end.
    func column(bin: Int) -> Int {
        let column = x + bins - 1 - bin
        return column < zero ? column : column + 1
    }

    /// The column of a value; parity's own at 0.
    func column(_ value: Double) -> Int {
        guard value != 0 else { return zero }
        let bin = Int(((value - range.lowerBound) / step).rounded(.down))
        return column(bin: min(max(bin, 0), bins - 1))
    }
}
