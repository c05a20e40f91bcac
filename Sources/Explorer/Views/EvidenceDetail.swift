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
                cut ? (line.text + " …").fitted(to: area.width) : line.text, area.x, area.y + i, line.style, clip: area)
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
        let title =
            isFact
            ? painter.t("Over the years", "Au fil des ans")
            : painter.t(
                "Advantage over the years (log-ratio scale)", "Avantage au fil des ans (échelle du log-rapport)")
        painter.grid.put(title.fitted(to: area.width), area.x, area.y, .dim, clip: area)
        let chart = HistoryChart(
            observations: history, level: isFact ? nil : (0, painter.t("parity", "parité")),
            label: { isFact ? painter0.figure($0) : painter0.words.lead(Advantage.advantage(logRatio: $0)) })
        chart.render(&painter, Rect(area.x, area.y + 1, area.width, area.height - 1))
    }
}

extension Painter {
    fileprivate func title(of indicator: Indicator) -> String {
        var parts: [String] = []
        if let unit = indicator.unit { parts.append(unit(language)) }
        if indicator.better == .less { parts.append(t("less is better", "moins vaut mieux")) }
        return indicator.name(language)
            + (parts.isEmpty ? "" : " (" + parts.joined(separator: t("; ", "\u{202F}; ")) + ")")
    }

    fileprivate func title(of fact: Fact) -> String {
        fact.name(language) + (fact.unit.map { " (\($0(language)))" } ?? "")
    }

    /// What an indicator counts for, or why it doesn't.
    fileprivate func standing(_ i: Int, _ j: Int, _ screen: EvidenceScreen, _ width: Int) -> String {
        let indicator = model.dimensions[i].indicators[j]
        switch state.settings.standing(of: j, in: i, model) {
        case .counted:
            let reading = screen.evidence.dimensions[i]
            guard reading.indicatorShares.indices.contains(j) else { return "" }
            let start = numbers.percents(reading.indicatorShares)[j]
            let drift = numbers.percents(reading.driftShares)[j]
            let long =
                reading.driftShares[j] > 0
                ? t("\(start) of the start, \(drift) of the trend", "\(start) du départ, \(drift) de la tendance")
                : t("\(start) of the start, no part in the trend", "\(start) du départ, sans part dans la tendance")
            return fitting([long, t("counts \(start)", "compte \(start)")], width)
        case .leftOut:
            return fitting(
                [
                    t("left out: weight 0; Space counts it", "écarté\u{00A0}: poids 0\u{202F}; Espace le compte"),
                    t("left out: weight 0", "écarté\u{00A0}: poids 0"),
                ], width)
        case .belowConfidence:
            let own = words.confidence(indicator.confidence ?? .low)
            let least = words.confidence(state.settings.confidence)
            return fitting(
                [
                    t(
                        "left out: confidence \(own), asked for \(least)",
                        "écarté\u{00A0}: confiance \(own), demandée \(least)"),
                    t("left out: confidence \(own)", "écarté\u{00A0}: confiance \(own)"),
                ], width)
        }
    }

    fileprivate func indicatorLines(_ i: Int, _ j: Int, _ screen: EvidenceScreen, _ width: Int) -> [Line] {
        let indicator = model.dimensions[i].indicators[j]
        return wrapped(historyText(indicator), width) + wrapped(effectText(i, j, screen), width)
            + originLines(indicator.confidence, indicator.note, indicator.source, width)
    }

    /// Every year's advantage, and the trend that counts or why none does.
    private func historyText(_ indicator: Indicator) -> String {
        let years = zip(indicator.observations, indicator.logRatios).suffix(6).map {
            "\($0.year) " + words.lead(Advantage.advantage(logRatio: $1))
        }
        let spark = indicator.logRatios.count > 1 ? Sparkline.text(indicator.logRatios, width: 12) + " " : ""
        let earlier = indicator.observations.count > years.count ? "… " : ""
        let start = t("Advantage: ", "Avantage\u{00A0}: ") + spark + earlier + years.joined(separator: " → ")
        guard let slope = indicator.slope else {
            return start + t(" (one year: no trend).", " (une année\u{202F}: sans tendance).")
        }
        let pace = t("\(words.lead(slope, 3)) a year", "\(words.lead(slope, 3)) par an")
        return indicator.trend
            ? start + t("; log ratio ", "\u{202F}; log-rapport ") + pace + "."
            : start
                + t("; \(pace), not counted as a trend.", "\u{202F}; \(pace), non compté comme tendance.")
    }

    /// What leaving it out, or counting it, would do.
    private func effectText(_ i: Int, _ j: Int, _ screen: EvidenceScreen) -> String {
        let standing = state.settings.standing(of: j, in: i, model)
        guard standing != .belowConfidence else {
            let key = state.keyMap.keys(for: .confidence).first?.name(language) ?? ""
            return t(
                "\(key) changes the minimum confidence and brings it back in.",
                "\(key) change la confiance minimale et le reprend.")
        }
        let changed = ReadingResult(model, state.togglingIndicator(i, j), .evidence)
        let name = words.dimensionShort(i)
        let dimension = words.lead(changed.advantages[i])
        let now = words.lead(screen.evidence.advantages[i])
        let fallback =
            changed.dimensions[i].reading == .thesis
            ? t(" (thesis: nothing else counts)", " (thèse\u{202F}: rien d’autre ne compte)") : ""
        let (after, before) = (words.lead(changed.value, 3), words.lead(screen.evidence.value, 3))
        let balance = t(
            "evidence balance \(after) (now \(before)).", "balance des indicateurs \(after) (à présent \(before)).")
        return standing == .counted
            ? t(
                "Without it: \(name) \(dimension)\(fallback) (now \(now)), ",
                "Sans lui\u{00A0}: \(name) \(dimension)\(fallback) (à présent \(now)), ") + balance
            : t(
                "With it: \(name) \(dimension) (now \(now)), ",
                "Avec lui\u{00A0}: \(name) \(dimension) (à présent \(now)), ")
                + balance
    }

    private func confidenceText(_ confidence: Confidence?) -> String {
        guard let confidence else {
            return t("Confidence not given, counts as low.", "Confiance non précisée, comptée comme faible.")
        }
        return t("Confidence ", "Confiance ") + words.confidence(confidence) + "."
    }

    /// How sure a figure is, its caveat and its source; the address last, as the first to be cut.
    private func originLines(_ confidence: Confidence?, _ note: LocalizedText?, _ source: Source?, _ width: Int)
        -> [Line]
    {
        let sure = [confidenceText(confidence), note?(language) ?? ""].filter { !$0.isEmpty }
        guard let source else {
            return wrapped(sure.joined(separator: " "), width) + wrapped(t("No source given.", "Sans source."), width)
        }
        let title = source.title.map { t("“\($0)”", "«\u{00A0}\($0)\u{00A0}»") } ?? ""
        let parts = [source.publisher, title, source.date ?? "", source.url ?? ""].filter { !$0.isEmpty }
        return wrapped(sure.joined(separator: " "), width)
            + wrapped(t("Source: ", "Source\u{00A0}: ") + parts.joined(separator: ", "), width, .dim)
    }

    fileprivate func factLines(_ fact: Fact, _ width: Int) -> [Line] {
        let values = fact.observations.map { figure($0.value) + " (" + period($0) + ")" }
        let spark = values.count > 1 ? Sparkline.text(fact.observations.map(\.value), width: 12) + " " : ""
        return wrapped(spark + values.joined(separator: " · "), width)
            + wrapped(
                t(
                    "Shown, never scored: no number of the balance rests on it.",
                    "Montré, jamais noté\u{202F}: aucun nombre de la balance n’en dépend."),
                width, .dim)
            + originLines(fact.confidence, fact.note, fact.source, width)
    }

    fileprivate func withoutIndicators(_ i: Int, _ width: Int) -> [Line] {
        wrapped(
            t(
                "This model gives no indicator here: both readings use the thesis. ",
                "Ce modèle n’a pas d’indicateur ici\u{202F}: les deux lectures suivent la thèse. ")
                + (model.dimensions[i].thesis.rationale?(language) ?? "") + cited(model.dimensions[i].thesis.claims),
            width)
    }

    /// All that is known of a figure and of what it belongs to, for a dialogue of its own.
    func figureLines(_ focus: Focus, _ width: Int) -> [Line] {
        let screen = EvidenceScreen(self, grid.bounds)
        let group = EvidenceGroup(focus)
        let about =
            [Line(text: "", style: .text), Line(text: name(group), style: .title)]
            + groupLines(group, screen, width)
        switch focus {
        case .indicator(let i, let j):
            return wrapped(title(of: model.dimensions[i].indicators[j]), width, Style(.text, .bold))
                + wrapped(Words.capitalised(standing(i, j, screen, width)) + ".", width)
                + indicatorLines(i, j, screen, width) + about
        case .fact(let d, let f):
            return wrapped(title(of: model.dynamics[d].facts[f]), width, Style(.text, .bold))
                + factLines(model.dynamics[d].facts[f], width) + about
        default: return []
        }
    }

    /// What a group is about, and what both readings start from.
    func groupLines(_ group: EvidenceGroup, _ screen: EvidenceScreen, _ width: Int) -> [Line] {
        switch group {
        case .dimension(let i):
            let dimension = model.dimensions[i]
            let evidence = screen.evidence.dimensions[i]
            let start = words.lead(Advantage.advantage(logRatio: evidence.start))
            let summary = wrapped(dimension.summary?(language) ?? "", width)
            let rationale = wrapped(
                t("Thesis: ", "Thèse\u{00A0}: ") + (dimension.thesis.rationale?(language) ?? "")
                    + cited(dimension.thesis.claims), width)
            guard evidence.reading == .evidence else { return summary + rationale }
            return summary
                + wrapped(
                    t(
                        "Evidence: \(start) at the start (log ratio \(words.lead(evidence.start)), σ \(numbers.fixed(evidence.startDeviation, 2))); drift \(words.lead(evidence.drift, 3)) a year (ς \(numbers.fixed(evidence.driftDeviation, 3))).",
                        "Indicateurs\u{00A0}: \(start) au départ (log-rapport \(words.lead(evidence.start)), σ \(numbers.fixed(evidence.startDeviation, 2)))\u{202F}; dérive \(words.lead(evidence.drift, 3)) par an (ς \(numbers.fixed(evidence.driftDeviation, 3)))."
                    ), width) + rationale
        case .dynamic(let d):
            return wrapped((model.dynamics[d].summary?(language) ?? "") + cited(model.dynamics[d].claims), width)
        }
    }
}
