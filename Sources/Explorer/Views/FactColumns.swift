import BalanceModel
import CellGrid
import Wording

/// Where the columns of the facts beside a dynamic stand.
struct FactColumns {
    private var nameWidth = 0
    private var amountWidth = 0
    private var periodWidth = 0
    private var sparkWidth = 0
    private var confidenceWidth = 0

    init(_ painter: Painter, _ facts: [Fact], _ width: Int) {
        let titles = Titles(painter)
        func widest(_ texts: [String]) -> Int { texts.map { DisplayWidth.of($0) }.max() ?? 0 }
        let names = widest(facts.map { $0.name(painter.language) })
        let latest = facts.compactMap { fact in fact.observations.last.map { (fact, $0) } }
        var room = width - 2
        func take(_ columns: Int, leaving name: Int) -> Int {
            guard room - columns - 1 >= min(name, names) else { return 0 }
            room -= columns + 1
            return columns
        }
        amountWidth = take(min(width / 3, max(widest(latest.map { painter.amount($1, $0) }), 8)), leaving: 12)
        let years = max(4, DisplayWidth.of(titles.year))
        periodWidth = take(years, leaving: 16)
        sparkWidth = take(max(9, DisplayWidth.of(titles.history)), leaving: 24)
        let confidence = widest(Confidence.allCases.map { painter.words.confidence($0) } + [titles.confidence])
        confidenceWidth = take(confidence, leaving: 24)
        let periods = min(40, widest(latest.map { painter.period($1) }))
        if periodWidth > 0, periods > periodWidth, room - (periods - periodWidth) >= names {
            room -= periods - periodWidth
            periodWidth = periods
        }
        nameWidth = max(8, min(room, names))
    }

    private struct Titles {
        var latest: String
        var year: String
        var history: String
        var confidence: String
        init(_ painter: Painter) {
            latest = painter.t("latest", "dernier")
            year = painter.t("period", "période")
            history = painter.t("history", "évolution")
            confidence = painter.t("confidence", "confiance")
        }
    }

    private func put(_ texts: [String], _ line: Rect, _ styles: [Style], _ painter: inout Painter) {
        var x = line.x + 1 + nameWidth + 1
        for (k, width) in [amountWidth, periodWidth, sparkWidth, confidenceWidth].enumerated() where width > 0 {
            painter.grid.put(texts[k].fitted(to: width), x, line.y, styles[k], clip: line)
            x += width + 1
        }
    }

    func names(_ painter: inout Painter, _ line: Rect) {
        let titles = Titles(painter)
        put(
            [titles.latest, titles.year, titles.history, titles.confidence], line,
            Array(repeating: .dim, count: 4), &painter)
    }

    func draw(_ painter: inout Painter, _ fact: Fact, focused: Bool, _ line: Rect) {
        painter.grid.put(
            fact.name(painter.language).fitted(to: nameWidth), line.x + 1, line.y,
            focused ? Style(.text, .bold) : .text, clip: line)
        guard let latest = fact.observations.last else { return }
        let period = painter.period(latest)
        let values = fact.observations.map(\.value)
        put(
            [
                painter.amount(latest, fact),
                DisplayWidth.of(period) <= periodWidth ? period : String(latest.year),
                values.count > 1 ? Sparkline.text(values, width: min(sparkWidth, 9)) : "",
                painter.words.confidence(fact.confidence ?? .low),
            ], line, [.text, .dim, .text, .dim], &painter)
    }
}

extension Painter {
    /// A measured value with the decimals that it has.
    func figure(_ value: Double) -> String { numbers.plain(value, upTo: 3) }

    /// “648 organisations”, “−17% change on year”.
    func amount(_ observation: Fact.Observation, _ fact: Fact) -> String {
        let unit = fact.unit?(language) ?? ""
        let gap = unit.isEmpty ? "" : unit.hasPrefix("%") ? t("", "\u{202F}") : " "
        return figure(observation.value) + gap + unit
    }

    func period(_ observation: Fact.Observation) -> String {
        observation.period?(language) ?? String(observation.year)
    }
}
