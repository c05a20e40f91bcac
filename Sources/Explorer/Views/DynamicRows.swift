import BalanceModel
import CellGrid
import Wording

extension Painter {
    /// The dynamics as a table with their effects, interactions behind them.
    mutating func dynamicRows(_ area: Rect) {
        let names = model.dynamics.indices.map { words.dynamic($0) } + model.interactions.indices.map(words.interaction)
        let longest = names.map { DisplayWidth.of($0) }.max() ?? 0
        let shorts =
            model.dynamics.indices.map { DisplayWidth.of(words.dynamicShort($0)) }
            + model.interactions.indices.map { DisplayWidth.of(words.interaction($0)) }
        let nameWidth = area.width >= 60 + longest ? longest : min(shorts.max() ?? 8, max(8, area.width - 24))
        let effectRoom = min(30, max(0, area.width - nameWidth - 20))
        let effectWidth = effectRoom / 2
        let sliderWidth = min(40, area.width - nameWidth - 2 - 6 - 2 * effectWidth - 2)
        let sliderX = area.x + nameWidth + 2
        let effectX = sliderX + max(0, sliderWidth) + 7

        grid.put(
            t("Dynamics", "Dynamiques").fitted(to: nameWidth), area.x + 1, area.y,
            .title, clip: area)
        grid.put(t("intensity", "intensité"), sliderX, area.y, .dim, clip: area)
        if effectWidth >= 12 {
            grid.put(t("effect now", "effet").fitted(to: effectWidth), effectX, area.y, .dim, clip: area)
            grid.put(String(model.baseYear + 10), effectX + effectWidth, area.y, .dim, clip: area)
        }
        let rows = area.height - 1
        let count = model.dynamics.count + model.interactions.count
        let start = Window.start(of: focusedDynamicRow, in: count, showing: rows)
        for row in 0..<max(0, min(rows, count - start)) {
            let place = start + row
            let line = Rect(area.x, area.y + 1 + row, area.width, 1)
            let focus: Focus =
                place < model.dynamics.count
                ? .dynamic(place) : .interaction(place - model.dynamics.count)
            hit(line, .focus(focus))
            grid.put(isFocused(focus) ? "▸" : " ", line.x, line.y, Style(.focus, .bold), clip: line)
            grid.put(
                dynamicName(focus, nameWidth), line.x + 1, line.y,
                isFocused(focus) ? Style(.text, .bold) : .text, clip: line)
            if isFocused(focus), state.overlays.isEmpty { grid.cursor = Point(line.x + 1, line.y) }
            if case .dynamic(let d) = focus, sliderWidth > 3 {
                let result = balance.dynamics[d]
                slider(focus, sliderX, line.y, width: sliderWidth, mark: result.tippingIntensity.map { $0 / 100 })
                grid.put(
                    numbers.percent(result.intensity).padded(to: 5, alignRight: true), sliderX + sliderWidth + 1,
                    line.y, clip: line)
            }
            guard effectWidth >= 12 else { continue }
            let (now, later) = effects(of: focus)
            grid.put(words.lead(now, 3), effectX, line.y, style(favouring: now), clip: line)
            grid.put(words.lead(later, 3), effectX + effectWidth, line.y, style(favouring: later), clip: line)
        }
    }

    private var focusedDynamicRow: Int {
        switch state.focus {
        case .dynamic(let d): d
        case .interaction(let k): model.dynamics.count + k
        default: 0
        }
    }

    private func dynamicName(_ focus: Focus, _ width: Int) -> String {
        switch focus {
        case .dynamic(let d): fitting([words.dynamic(d), words.dynamicShort(d)], width)
        case .interaction(let k): words.interaction(k).fitted(to: width)
        default: ""
        }
    }

    /// Effect at the year on screen and ten years after the base year.
    func effects(of focus: Focus) -> (now: Double, later: Double) {
        switch focus {
        case .dynamic(let d): (balance.dynamics[d].effect, balance.dynamics[d].effectInTenYears)
        case .interaction(let k): (balance.interactions[k].effect, balance.interactions[k].effectInTenYears)
        default: (0, 0)
        }
    }
}
