import BalanceModel
import CellGrid
import Wording

extension State {
    /// A click focuses, a drag or the wheel moves a slider, a key in the footer is a button.
    mutating func point(_ event: MouseEvent) -> [Effect] {
        if !overlays.isEmpty, event.kind == .wheelUp || event.kind == .wheelDown {
            return event.kind == .wheelUp ? pressInOverlay(.up, .up) : pressInOverlay(.down, .down)
        }
        let hits = Screen.render(self, size, theme: .standard).hits
        guard let hit = hits.last(where: { $0.rect.contains(event.at) }) else { return [] }
        switch (event.kind, hit.target) {
        case (.press, .command(let id)):
            message = nil
            guard let top = overlays.last, !isPredicting else { return request(id) }
            if id == .quit { return [.quit] }
            if id == .help { openHelp(above: top) }
            return []
        case (.press, .choice(let row)): return chooseInOverlay(row)
        case (.press, .scale(let row, let from, let to)), (.drag, .scale(let row, let from, let to)):
            moveScale(row, to: Double(event.at.x - from) / Double(max(1, to - from)))
        case (_, _) where !overlays.isEmpty: return []
        case (.press, .leap(let focus)): jump(to: focus)
        case (.press, .focus(let focus)): setFocus(focus)
        case (.press, .slider(let focus, let from, let to)), (.drag, .slider(let focus, let from, let to)):
            setFocus(focus)
            drag(focus, at: event.at.x, from: from, to: to)
        case (.press, .years(let from, let to)), (.drag, .years(let from, let to)):
            setYear(at: event.at.x, from: from, to: to)
        case (.press, .plane(let first, let second, let columns)), (.drag, .plane(let first, let second, let columns)):
            let row = hit.rect.bottom - 1 - event.at.y
            let column = (event.at.x - hit.rect.x) * columns / hit.rect.width
            setIntensities(
                (first, Self.percent(column, of: columns)), (second, Self.percent(row, of: hit.rect.height)))
        case (.wheelUp, .slider(let focus, _, _)), (.wheelUp, .focus(let focus)): turnWheel(focus, by: 1)
        case (.wheelDown, .slider(let focus, _, _)), (.wheelDown, .focus(let focus)): turnWheel(focus, by: -1)
        default: break
        }
        return []
    }

    private mutating func drag(_ focus: Focus, at x: Int, from: Int, to: Int) {
        guard let slider = slider(at: focus), to > from else { return }
        let part = min(max(Double(x - from) / Double(to - from), 0), 1)
        let length = slider.range.upperBound - slider.range.lowerBound
        let value = ((slider.range.lowerBound + part * length) / slider.step).rounded() * slider.step
        if value != slider.value { set(focus, to: value) }
    }

    private mutating func setYear(at x: Int, from: Int, to: Int) {
        guard to > from else { return }
        let part = min(max(Double(x - from) / Double(to - from), 0), 1)
        var changed = settings
        changed.year = Double(model.baseYear) + (part * Limits.horizon).rounded()
        let text = String(Int(changed.year))
        change(Phrase("year \(text)", "année \(text)"), to: changed)
    }

    /// The whole per cent that a place among `count` from 0 to 100 % stands for.
    private static func percent(_ place: Int, of count: Int) -> Double {
        (100 * Double(place) / Double(max(1, count - 1))).rounded()
    }

    /// Both intensities of a map, as one change.
    private mutating func setIntensities(_ first: (d: Int, percent: Double), _ second: (d: Int, percent: Double)) {
        var changed = settings
        changed.intensities[first.d] = first.percent
        changed.intensities[second.d] = second.percent
        if focus != .dynamic(second.d) { setFocus(.dynamic(first.d)) }
        func label(_ language: Language) -> String {
            [first, second].map { "\(model.dynamics[$0.d].name(language)) \(Int($0.percent))" }.joined(separator: ", ")
        }
        change(Phrase(label(.en), label(.fr)), to: changed)
    }

    private mutating func turnWheel(_ focus: Focus, by steps: Double) {
        setFocus(focus)
        if slider(at: focus) != nil { step(by: steps) } else { move(steps > 0 ? .up : .down) }
    }
}
