import BalanceModel
import CellGrid
import Wording

/// Where the columns of the figures stand.
struct EvidenceColumns {
    private let screen: EvidenceScreen
    private let width: Int
    private var nameWidth = 0
    private var valueWidth = 0
    private var leadWidth = 0
    private var countWidth = 0
    private var confidenceWidth = 0
    private var barWidth = 0
    private var sliderWidth = 0
    private var sparkWidth = 0

    private static let yearWidth = 5
    private static let weightWidth = 6

    init(_ screen: EvidenceScreen, _ painter: Painter, _ foci: [Focus], _ width: Int) {
        self.screen = screen
        self.width = width
        let names = foci.map { DisplayWidth.of(painter.state.name(of: $0)(painter.language)) }
        for focus in foci {
            guard case .indicator(let i, let j) = focus else { continue }
            let indicator = painter.model.dimensions[i].indicators[j]
            let values = [indicator.latest.first, indicator.latest.second].map(painter.figure)
            valueWidth = max(valueWidth, min(12, values.map { DisplayWidth.of($0) }.max() ?? 0))
            leadWidth = max(leadWidth, min(16, DisplayWidth.of(painter.words.lead(Self.advantage(indicator)))))
            leadWidth = max(leadWidth, DisplayWidth.of(Self.leadTitle(painter)))
            countWidth = max(countWidth, DisplayWidth.of(screen.share(painter, i, j)))
        }
        if valueWidth > 0 {
            for side in Side.allCases {
                valueWidth = max(valueWidth, min(6, DisplayWidth.of(painter.words.short(side))))
            }
            countWidth = max(countWidth, DisplayWidth.of(Self.countTitle(painter)))
        }
        let longest = names.max() ?? 0
        var room = width - 2
        func take(_ columns: Int, leaving name: Int) -> Int {
            guard columns > 0, room - columns - 1 >= min(name, longest) else { return 0 }
            room -= columns + 1
            return columns
        }
        leadWidth = take(leadWidth, leaving: 8)
        countWidth = take(countWidth, leaving: 8)
        let two = take(2 * valueWidth + 1 + 1 + Self.yearWidth, leaving: 8)
        if two == 0 { valueWidth = 0 }
        barWidth = take(9, leaving: 18)
        sliderWidth = take(Self.weightWidth, leaving: 18)
        sparkWidth = take(9, leaving: 26)
        let confidence = Confidence.allCases.map { DisplayWidth.of(painter.words.confidence($0)) }.max() ?? 0
        confidenceWidth = take(max(confidence, DisplayWidth.of(Self.confidenceTitle(painter))), leaving: 30)
        if sliderWidth > 0 { sliderWidth += take(11, leaving: 34) }
        nameWidth = min(room, longest)
        if barWidth > 0 { barWidth += max(0, min(room - nameWidth, 22)) / 2 * 2 }
    }

    private static func advantage(_ indicator: Indicator) -> Double {
        Advantage.advantage(logRatio: indicator.latestLogRatio)
    }
    private static func countTitle(_ painter: Painter) -> String { painter.t("counts", "compte") }
    private static func leadTitle(_ painter: Painter) -> String { painter.t("advantage", "avantage") }
    private static func confidenceTitle(_ painter: Painter) -> String { painter.t("confid.", "confiance") }

    /// Places of the columns from the left, in their order.
    private func place(_ x: Int) -> (
        first: Int, second: Int, year: Int, bar: Int, lead: Int, slider: Int, count: Int, spark: Int, confidence: Int
    ) {
        func after(_ x: Int, _ width: Int) -> Int { width > 0 ? x + width + 1 : x }
        let first = x + 1 + nameWidth + 1
        let second = after(first, valueWidth)
        let year = after(second, valueWidth)
        let bar = valueWidth > 0 ? year + Self.yearWidth + 1 : year
        let lead = after(bar, barWidth)
        let slider = after(lead, leadWidth)
        let count = after(slider, sliderWidth)
        let spark = after(count, countWidth)
        return (first, second, year, bar, lead, slider, count, spark, after(spark, sparkWidth))
    }

    func names(_ painter: inout Painter, _ line: Rect) {
        let at = place(line.x)
        func put(_ text: String, _ x: Int, _ width: Int, _ style: Style = .dim, right: Bool = false) {
            guard width > 0 else { return }
            painter.grid.put(text.padded(to: width, alignRight: right), x, line.y, style, clip: line)
        }
        let words = painter.words
        if valueWidth > 0 {
            put(words.short(.first), at.first, valueWidth, Style(.firstSide), right: true)
            put(words.short(.second), at.second, valueWidth, Style(.secondSide), right: true)
            put(painter.t("year", "année"), at.year, Self.yearWidth)
        }
        if barWidth > 0 {
            put(words.short(.first).fitted(to: barWidth / 2), at.bar, barWidth / 2, Style(.firstSide))
            let second = words.short(.second).fitted(to: barWidth / 2)
            put(second, at.bar + barWidth - barWidth / 2, barWidth / 2, Style(.secondSide), right: true)
        }
        put(Self.leadTitle(painter), at.lead, leadWidth)
        put(painter.t("weight", "poids"), at.slider, sliderWidth)
        put(Self.countTitle(painter), at.count, countWidth)
        put(painter.t("history", "évolution"), at.spark, sparkWidth)
        put(Self.confidenceTitle(painter), at.confidence, confidenceWidth)
    }

    func draw(_ painter: inout Painter, _ focus: Focus, _ line: Rect) {
        let focused = painter.isFocused(focus)
        if case .indicator(let i, let j) = focus { indicator(&painter, i, j, line) }
        let standing = screen.counts(painter, focus)
        let style = focused ? Style(.text, .bold) : standing ? .text : .dim
        var name = painter.state.name(of: focus)(painter.language)
        if case .dimension = focus { name = painter.t("no indicator in this model", "aucun indicateur dans ce modèle") }
        painter.grid.put(name.fitted(to: max(nameWidth, 8)), line.x + 1, line.y, style, clip: line)
    }

    private func indicator(_ painter: inout Painter, _ i: Int, _ j: Int, _ line: Rect) {
        let at = place(line.x)
        let indicator = painter.model.dimensions[i].indicators[j]
        let counts = screen.counts(painter, .indicator(dimension: i, indicator: j))
        let base: Style = counts ? .text : .dim
        func put(_ text: String, _ x: Int, _ width: Int, _ style: Style, right: Bool = false) {
            guard width > 0 else { return }
            painter.grid.put(text.padded(to: width, alignRight: right), x, line.y, style, clip: line)
        }
        if valueWidth > 0 {
            put(painter.figure(indicator.latest.first), at.first, valueWidth, base, right: true)
            put(painter.figure(indicator.latest.second), at.second, valueWidth, base, right: true)
            put(String(indicator.latest.year), at.year, Self.yearWidth, .dim)
        }
        let advantage = Self.advantage(indicator)
        if barWidth > 0 { painter.grid.divergingBar(at.bar, line.y, width: barWidth, value: advantage) }
        put(painter.words.lead(advantage), at.lead, leadWidth, counts ? painter.style(favouring: advantage) : .dim)
        weight(&painter, .indicator(dimension: i, indicator: j), at.slider, line)
        put(screen.share(painter, i, j), at.count, countWidth, base)
        if indicator.logRatios.count > 1 {
            put(Sparkline.text(indicator.logRatios, width: sparkWidth), at.spark, sparkWidth, base)
        }
        put(painter.words.confidence(indicator.confidence ?? .low), at.confidence, confidenceWidth, .dim)
    }

    private func weight(_ painter: inout Painter, _ focus: Focus, _ x: Int, _ line: Rect) {
        guard sliderWidth > 0, let slider = painter.state.slider(at: focus) else { return }
        let bar = sliderWidth - 5
        if bar > 3 { painter.slider(focus, x, line.y, width: bar) }
        let text = painter.numbers.plain(slider.value, upTo: 2)
        painter.grid.put(
            text.padded(to: 4, alignRight: true), bar > 3 ? x + bar + 1 : x, line.y,
            slider.value == slider.start ? .text : Style(.text, .bold), clip: line)
    }
}

extension EvidenceScreen {
    /// Whether a figure counts towards a reading; a fact never does, without being left out.
    func counts(_ painter: Painter, _ focus: Focus) -> Bool {
        guard case .indicator(let i, let j) = focus else { return true }
        return painter.state.settings.standing(of: j, in: i, painter.model) == .counted
    }

    /// “17%” of the dimension's start, or why not.
    func share(_ painter: Painter, _ i: Int, _ j: Int) -> String {
        switch painter.state.settings.standing(of: j, in: i, painter.model) {
        case .counted:
            let shares = evidence.dimensions[i].indicatorShares
            return shares.indices.contains(j) ? painter.numbers.percents(shares)[j] : "–"
        case .leftOut: return painter.t("left out", "écarté")
        case .belowConfidence:
            let confidence = painter.model.dimensions[i].indicators[j].confidence ?? .low
            return painter.t("conf. ", "conf. ") + painter.words.confidence(confidence)
        }
    }
}
