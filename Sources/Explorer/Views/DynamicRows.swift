import BalanceModel
import CellGrid
import Wording

/// Where the columns of the dynamics stand.
private struct DynamicColumns {
    let name: Int
    let sliderX: Int
    let slider: Int
    let effectX: Int
    /// Of each of the two effects; below 12 there is no room for them.
    let effect: Int
    /// Whole names of all dynamics fit; else all are short.
    let isWide: Bool

    init(_ painter: Painter, _ area: Rect) {
        let (words, model) = (painter.words, painter.model)
        func widest(_ texts: [String]) -> Int { texts.map { DisplayWidth.of($0) }.max() ?? 0 }
        let interactions = model.interactions.indices.map(words.interaction)
        let longest = widest(model.dynamics.indices.map { words.dynamic($0) } + interactions)
        let shortest = widest(
            model.dynamics.indices.map { words.dynamicShort($0) } + interactions + [painter.dynamicsTitle])
        isWide = area.width >= 60 + longest
        name = isWide ? longest : min(shortest, max(8, area.width - 24))
        effect = min(30, max(0, area.width - name - 20)) / 2
        slider = min(40, area.width - name - 2 - 6 - 2 * effect - 2)
        sliderX = area.x + name + 2
        effectX = sliderX + max(0, slider) + 7
    }
}

extension Painter {
    /// The dynamics as a table with their effects, interactions behind them.
    mutating func dynamicRows(_ area: Rect) {
        let columns = DynamicColumns(self, area)
        let rows = area.height - 1
        let count = model.dynamics.count + model.interactions.count
        let start = Window.start(of: focusedDynamicRow, in: count, showing: rows)
        dynamicHeading(columns, rowsShown(start, rows, of: count), area)
        for row in 0..<max(0, min(rows, count - start)) {
            let place = start + row
            let focus: Focus =
                place < model.dynamics.count ? .dynamic(place) : .interaction(place - model.dynamics.count)
            dynamicRow(focus, columns, Rect(area.x, area.y + 1 + row, area.width, 1))
        }
    }

    fileprivate var dynamicsTitle: String { t("Dynamics", "Dynamiques") }

    private mutating func dynamicHeading(_ columns: DynamicColumns, _ shown: String, _ area: Rect) {
        grid.put(dynamicsTitle.fitted(to: columns.name), area.x + 1, area.y, .title, clip: area)
        let intensity = t("intensity", "intensité")
        let texts = shown.isEmpty ? [intensity] : [intensity + " · " + shown, shown, intensity]
        grid.put(
            fitting(texts, area.right - columns.sliderX - (columns.effect >= 12 ? 2 * columns.effect + 1 : 0)),
            columns.sliderX, area.y, .dim, clip: area)
        guard columns.effect >= 12 else { return }
        let years = effectYears.map(words.year)
        grid.put(
            (t("effect ", "effet ") + years[0]).fitted(to: columns.effect - 1), columns.effectX, area.y, .dim,
            clip: area)
        grid.put(years[1], columns.effectX + columns.effect, area.y, .dim, clip: area)
    }

    private mutating func dynamicRow(_ focus: Focus, _ columns: DynamicColumns, _ line: Rect) {
        let focused = isFocused(focus)
        hit(line, .focus(focus))
        grid.put(focused ? "▸" : " ", line.x, line.y, Style(.focus, .bold), clip: line)
        grid.put(
            dynamicName(focus, columns), line.x + 1, line.y, focused ? Style(.text, .bold) : .text, clip: line)
        if focused, state.overlays.isEmpty { grid.cursor = Point(line.x + 1, line.y) }
        if case .dynamic(let d) = focus, columns.slider > 3 {
            let result = balance.dynamics[d]
            slider(
                focus, columns.sliderX, line.y, width: columns.slider,
                mark: result.tippingIntensity.map { $0 / 100 })
            grid.put(
                numbers.percent(result.intensity).padded(to: 5, alignRight: true),
                columns.sliderX + columns.slider + 1, line.y, clip: line)
        }
        guard columns.effect >= 12 else { return }
        for (place, effect) in effects(of: focus).enumerated() {
            grid.put(
                words.lead(effect, 3), columns.effectX + place * columns.effect, line.y, style(favouring: effect),
                clip: line)
        }
    }

    private var focusedDynamicRow: Int {
        switch state.focus {
        case .dynamic(let d): d
        case .interaction(let k): model.dynamics.count + k
        default: 0
        }
    }

    private func dynamicName(_ focus: Focus, _ columns: DynamicColumns) -> String {
        switch focus {
        case .dynamic(let d): columns.isWide ? words.dynamic(d) : words.dynamicShort(d).fitted(to: columns.name)
        case .interaction(let k): words.interaction(k).fitted(to: columns.name)
        default: ""
        }
    }

    /// The two years of the effects, the earlier first: the one on screen, and ten years after the base year or, where
    /// that is on screen, the base year.
    var effectYears: [Double] {
        let (base, ten) = (Double(model.baseYear), Double(model.baseYear + 10))
        let year = state.settings.year
        return year == ten ? [base, ten] : [min(year, ten), max(year, ten)]
    }

    /// The effects in the years of `effectYears`.
    func effects(of focus: Focus) -> [Double] {
        let (now, today, later) =
            switch focus {
            case .dynamic(let d):
                (balance.dynamics[d].effect, balance.dynamics[d].effectToday, balance.dynamics[d].effectInTenYears)
            // Delayed as it is, an interaction has no effect yet in the base year (method §3).
            case .interaction(let k): (balance.interactions[k].effect, 0, balance.interactions[k].effectInTenYears)
            default: (0, 0, 0)
            }
        return effectYears.map {
            $0 == state.settings.year ? now : $0 == Double(model.baseYear) ? today : later
        }
    }
}
