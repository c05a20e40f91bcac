import BalanceModel
import CellGrid
import Wording

/// A takeaway's test drawn on a line: the three zones in words, both thresholds, and the measured value.
struct ThresholdScale {
    let test: Takeaway.Test
    let value: Double
    let words: Words

    /// Names of the zones, the line, and the numbers under it; each at most `width` columns wide.
    func lines(width: Int) -> [[(String, Style)]] {
        guard width >= 20 else { return [] }
        let marks = [test.supportedAt, test.contradictedAt].sorted()
        let columns = marks.map { column($0, width) }
        return [zones(columns, width), line(columns, width), numbers(marks, columns, width)]
    }

    /// What the line stretches over: the measure's own range where it has one, else both thresholds and the value.
    private var range: ClosedRange<Double> {
        let low = min(test.supportedAt, test.contradictedAt)
        let high = max(test.supportedAt, test.contradictedAt)
        let margin = max(high - low, 1e-9)
        let natural: ClosedRange<Double>
        switch test.measure {
        case .dimensionsNotLed: natural = 0...Double(words.model.dimensions.count)
        case .effectiveDimensions: natural = 1...max(2, Double(words.model.dimensions.count))
        case .decidingPower, .yearsToParity: natural = 0...high + margin
        default: natural = (low - margin)...(high + margin)
        }
        // Infinite and far values stand at the end.
        let shown = value.isFinite ? min(max(value, low - 4 * margin), high + 4 * margin) : high
        return min(natural.lowerBound, low, shown)...max(natural.upperBound, high, shown)
    }

    private func column(_ value: Double, _ width: Int) -> Int {
        let range = self.range
        let part = (min(max(value, range.lowerBound), range.upperBound) - range.lowerBound)
        let length = range.upperBound - range.lowerBound
        return length > 0 ? Int((part / length * Double(width - 1)).rounded()) : 0
    }

    private var order: [TakeawayStatus] {
        test.supportedAt > test.contradictedAt
            ? [.contradicted, .open, .supported] : [.supported, .open, .contradicted]
    }

    private func style(_ status: TakeawayStatus) -> Style {
        switch status {
        case .supported: Style(.supported)
        case .open: Style(.open)
        case .contradicted: Style(.contradicted)
        }
    }

    /// Each name in the middle of its zone, moved or shortened to its symbol where the zone is narrow.
    private func zones(_ columns: [Int], _ width: Int) -> [(String, Style)] {
        let ends = [0, columns[0], columns[1], width]
        var result: [(String, Style)] = []
        var used = 0
        for (k, status) in order.enumerated() {
            let room = ends[k + 1] - ends[k]
            let name = words.status(status)
            let text = DisplayWidth.of(name) + 2 <= room ? name : room >= 3 ? words.symbol(status) : ""
            let start = max(used, ends[k] + (room - DisplayWidth.of(text) + 1) / 2)
            guard start + DisplayWidth.of(text) <= width else { continue }
            result.append((String(repeating: " ", count: start - used), .text))
            result.append((text, style(status)))
            used = start + DisplayWidth.of(text)
        }
        return result
    }

    private func line(_ columns: [Int], _ width: Int) -> [(String, Style)] {
        let knob = knob(width)
        return (0..<width).map { x in
            let zone = x < columns[0] ? order[0] : x < columns[1] ? order[1] : order[2]
            if x == knob { return ("●", Style(.focus, .bold)) }
            return (columns.contains(x) ? "┼" : "─", style(zone))
        }
    }

    private func knob(_ width: Int) -> Int {
        column(
            value.isFinite ? value : value > 0 ? .greatestFiniteMagnitude : -.greatestFiniteMagnitude, width)
    }

    /// Both thresholds under their marks, and the value where it keeps clear of them.
    private func numbers(_ marks: [Double], _ columns: [Int], _ width: Int) -> [(String, Style)] {
        var row = Array(repeating: (character: Character(" "), style: Style.text), count: width)
        func place(_ text: String, _ column: Int, _ style: Style, gap: Int) {
            let size = DisplayWidth.of(text)
            let start = min(max(0, column - (size - 1) / 2), width - size)
            guard start >= 0, text.count == size else { return }
            let around = max(0, start - gap)..<min(width, start + size + gap)
            guard row[around].allSatisfy({ $0.character == " " }) else { return }
            for (k, character) in text.enumerated() { row[start + k] = (character, style) }
        }
        place(words.threshold(marks[0]), columns[0], .dim, gap: 1)
        place(words.threshold(marks[1]), columns[1], .dim, gap: 1)
        place(words.value(value, of: test.measure), knob(width), Style(.focus, .bold), gap: 2)
        return row.map { (String($0.character), $0.style) }
    }
}
