import BalanceModel
import CellGrid
import Wording

/// The focused figure: what it is, what it counts for and does, its history, how sure it is and where it is from.
struct EvidenceDetail {
    private let screen: EvidenceScreen
    private let width: Int
    private let focus: Focus
    private let head: [Painter.Line]
    private let body: [Painter.Line]
    private let history: [HistoryChart.Observation]

    private static let chartHeight = 9

    init(_ screen: EvidenceScreen, _ painter: Painter, _ width: Int, _ focus: Focus? = nil) {
        self.screen = screen
        self.width = width
        let focus = focus ?? painter.state.focus
        self.focus = focus
        let textWidth = width >= 100 ? width - width / 3 - 2 : width
        switch focus {
        case .indicator(let i, let j):
            let indicator = painter.model.dimensions[i].indicators[j]
            head = painter.wrapped(painter.title(of: indicator), textWidth, Style(.text, .bold))
            body = painter.indicatorLines(i, j, screen, textWidth)
            history = zip(indicator.observations, indicator.logRatios).map {
                HistoryChart.Observation(year: $0.year, value: $1, style: painter.style(favouring: $1).with(.bold))
            }
        case .fact(let d, let f):
            let fact = painter.model.dynamics[d].facts[f]
            head = painter.wrapped(painter.title(of: fact), textWidth, Style(.text, .bold))
            body = painter.factLines(fact, textWidth)
            history = fact.observations.map {
                HistoryChart.Observation(year: $0.year, value: $0.value, style: Style(.focus, .bold))
            }
        case .dimension(let i):
            head = painter.wrapped(painter.words.dimension(i), textWidth, Style(.text, .bold))
            body = painter.withoutIndicators(i, textWidth)
            history = []
        default:
            head = []
            body = []
            history = []
        }
    }

    private var slides: Bool { if case .indicator = focus { true } else { false } }
    private var textHeight: Int { head.count + (slides ? 1 : 0) + body.count }
    /// Lines of everything but a chart.
    var height: Int { textHeight }
    /// With a chart below where there is a history.
    var fullHeight: Int { textHeight + (width < 100 && history.count > 1 ? 1 + Self.chartHeight : 0) }

    func render(_ painter: inout Painter, _ area: Rect) {
        guard !area.isEmpty else { return }
        var text = area
        if width >= 100 {
            let side: Rect
            (text, side) = area.left(width - width / 3 - 2)
            chart(&painter, Rect(side.x + 2, side.y, side.width - 2, min(side.height, 12)))
        } else if area.height >= textHeight + 1 + HistoryChart.leastSize.height {
            let (top, bottom) = area.top(textHeight + 1)
            text = top
            chart(&painter, Rect(bottom.x, bottom.y, bottom.width, min(bottom.height, Self.chartHeight)))
        }
        var y = lines(&painter, head, text)
        if slides, y < text.bottom {
            slider(&painter, Rect(text.x, y, text.width, 1))
            y += 1
        }
        _ = lines(&painter, body, Rect(text.x, y, text.width, max(0, text.bottom - y)))
    }

    private func lines(_ painter: inout Painter, _ lines: [Painter.Line], _ area: Rect) -> Int {
        for (i, line) in lines.prefix(area.height).enumerated() {
            let cut = i == area.height - 1 && lines.count > area.height
            painter.grid.put(
                cut ? line.text.continued(within: area.width) : line.text, area.x, area.y + i, line.style, clip: area)
        }
        return area.y + min(lines.count, area.height)
    }

    /// The weight as a slider, and what it comes to.
    private func slider(_ painter: inout Painter, _ line: Rect) {
        guard case .indicator(let i, let j) = focus, let slider = painter.state.slider(at: focus) else { return }
        let value = painter.numbers.plain(slider.value, upTo: 2)
        var x = painter.grid.put(
            painter.t("weight ", "poids ") + value.padded(to: 4, alignRight: true) + " ", line.x, line.y, .text,
            clip: line)
        let track = min(31, line.width / 3)
        painter.slider(focus, x, line.y, width: track)
        x += track + 1
        painter.grid.put(
            painter.standing(i, j, screen, line.right - x), x, line.y,
            screen.counts(painter, focus) ? .text : Style(.warning), clip: line)
    }

    private func chart(_ painter: inout Painter, _ area: Rect) {
        guard history.count > 1 else { return }
        let painter0 = painter
        let isFact = if case .fact = focus { true } else { false }
        let titles =
            isFact
            ? [painter.t("Over the years", "Au fil des ans")]
            : [
                painter.t(
                    "Advantage over the years (log-ratio scale)", "Avantage au fil des ans (échelle du log-rapport)"),
                painter.t("Advantage over the years", "Avantage au fil des ans"),
            ]
        painter.grid.put(painter.fitting(titles, area.width), area.x, area.y, .dim, clip: area)
        let chart = HistoryChart(
            observations: history, level: isFact ? nil : (0, painter.t("parity", "parité")),
            label: { isFact ? painter0.figure($0) : painter0.words.lead(Advantage.advantage(logRatio: $0)) })
        chart.render(&painter, Rect(area.x, area.y + 1, area.width, area.height - 1))
    }
}
