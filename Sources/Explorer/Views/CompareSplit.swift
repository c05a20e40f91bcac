import BalanceModel
import CellGrid
import Wording

/// The split of a difference: what the weights and what the scores of each dimension did, with sums that are the sums
/// of what is shown (method §6).
struct CompareSplit {
    private let comparison: Comparison
    private let split: RoundedSplit

    init(_ comparison: Comparison, _ split: RoundedSplit) {
        self.comparison = comparison
        self.split = split
    }

    private static let leastBar = 9

    /// Where the columns stand; the changes and the bar come as room is left.
    private struct Columns {
        var name = 0
        var weightChange: Int?
        var weight = 0
        var scoreChange: Int?
        var score = 0
        var both = 0
        var bar: (x: Int, width: Int)?
    }

    func render(_ painter: inout Painter, _ rect: Rect) {
        guard rect.height >= 2 else { return }
        let columns = columns(painter, rect)
        heading(columns, rect, &painter)
        let count = comparison.weights.count
        var focused = 0
        if case .dimension(let i) = painter.state.focus { focused = i }
        let rows = rect.height - 2
        let start = Window.start(of: focused, in: count, showing: rows)
        let before = painter.numbers.weights(comparison.from.dimensions.map(\.weight))
        let after = painter.numbers.weights(comparison.to.dimensions.map(\.weight))
        for row in 0..<max(0, min(rows, count - start)) {
            let i = start + row
            let line = Rect(rect.x, rect.y + 1 + row, rect.width, 1)
            painter.hit(line, .focus(.dimension(i)))
            let chosen = painter.isFocused(.dimension(i))
            // The names of the table above.
            painter.grid.put(
                painter.words.dimensionShort(i).fitted(to: columns.name - 2), line.x + 1, line.y,
                chosen ? Style(.text, .bold) : .text, clip: line)
            if let x = columns.weightChange {
                let text = before[i] == after[i] ? before[i] : before[i] + " → " + after[i]
                painter.grid.put(text, x, line.y, .dim, clip: line)
            }
            if let x = columns.scoreChange {
                painter.grid.put(scoreChange(i, painter), x, line.y, .dim, clip: line)
            }
            numbers(split.weights[i], split.scores[i], columns, line, &painter)
            if let bar = columns.bar {
                let largest = max(1e-9, split.both.map(abs).max() ?? 0)
                painter.grid.divergingBar(bar.x, line.y, width: bar.width, value: split.both[i] / largest)
            }
        }
        total(columns, Rect(rect.x, rect.bottom - 1, rect.width, 1), &painter)
    }

    private func columns(_ painter: Painter, _ rect: Rect) -> Columns {
        let words = painter.words
        let shorts = painter.model.dimensions.indices.map { DisplayWidth.of(words.dimensionShort($0)) }
        let values = split.weights + split.scores + split.both + [split.change, split.weightSum, split.scoreSum]
        let value = max(9, values.map { DisplayWidth.of(words.lead($0, RoundedSplit.decimals)) }.max() ?? 0) + 2
        var columns = Columns()
        columns.name = min((shorts.max() ?? 8) + 3, max(10, rect.width - 3 * value))
        var room = rect.width - columns.name - 3 * value
        let weightChange = 14
        let changes = comparison.scores.indices.map { DisplayWidth.of(self.scoreChange($0, painter)) }
        let scoreChange = 2 + (changes.max() ?? 0)
        let showsWeights = room >= weightChange
        if showsWeights { room -= weightChange }
        let showsScores = showsWeights && room >= scoreChange
        if showsScores { room -= scoreChange }
        var x = rect.x + columns.name
        if showsWeights {
            columns.weightChange = x
            x += weightChange
        }
        columns.weight = x
        x += value
        if showsScores {
            columns.scoreChange = x
            x += scoreChange
        }
        columns.score = x
        columns.both = x + value
        let bar = min(41, room - 1)
        if bar >= Self.leastBar { columns.bar = (columns.both + value, bar - (1 - bar % 2)) }
        return columns
    }

    /// “CN +0.27 → CN +0.30”, or one where they are the same.
    private func scoreChange(_ i: Int, _ painter: Painter) -> String {
        let before = painter.words.lead(comparison.from.dimensions[i].advantage)
        let after = painter.words.lead(comparison.to.dimensions[i].advantage)
        return before == after ? before : before + " → " + after
    }

    private func heading(_ columns: Columns, _ rect: Rect, _ painter: inout Painter) {
        func put(_ text: String, _ x: Int, _ style: Style = .dim) {
            painter.grid.put(text, x, rect.y, style, clip: rect)
        }
        let title = [
            painter.t("What made the difference", "Ce qui fait la différence"), painter.t("Difference", "Différence"),
            painter.t("Diff.", "Diff."),
        ]
        put(painter.fitting(title, columns.name - 2), rect.x + 1, .title)
        if let x = columns.weightChange { put(painter.t("weight", "poids"), x) }
        if let x = columns.scoreChange { put(painter.t("score", "score"), x) }
        put(painter.t("by weight", "par poids"), columns.weight)
        put(painter.t("by score", "par score"), columns.score)
        put(painter.t("both", "les deux"), columns.both)
        if let bar = columns.bar {
            put(painter.words.short(.first).fitted(to: bar.width / 2), bar.x, Style(.firstSide))
            let second = painter.words.short(.second).fitted(to: bar.width / 2)
            put(second, bar.x + bar.width - DisplayWidth.of(second), Style(.secondSide))
        }
    }

    private func numbers(
        _ weight: Double, _ score: Double, _ columns: Columns, _ line: Rect, bold: Bool = false,
        _ painter: inout Painter
    ) {
        for (value, x) in [(weight, columns.weight), (score, columns.score), (weight + score, columns.both)] {
            var style = painter.style(favouring: value)
            if bold { style = style.with(.bold) }
            painter.grid.put(painter.words.lead(value, RoundedSplit.decimals), x, line.y, style, clip: line)
        }
    }

    /// The sums, and between which values they lead.
    private func total(_ columns: Columns, _ line: Rect, _ painter: inout Painter) {
        painter.grid.put(
            painter.t("Together", "Ensemble").fitted(to: columns.name - 2), line.x + 1, line.y, Style(.text, .bold),
            clip: line)
        numbers(split.weightSum, split.scoreSum, columns, line, bold: true, &painter)
        let decimals = RoundedSplit.decimals
        let path = painter.words.lead(split.from, decimals) + " → " + painter.words.lead(split.to, decimals)
        let unit = split.aggregation == .arithmetic ? "" : " (Σ w·z)"
        let room = line.right - columns.both - 11
        if DisplayWidth.of(path + unit) < room {
            painter.grid.put(path + unit, columns.both + 11, line.y, .dim, clip: line)
        }
    }
}
