import CellGrid

extension State {
    /// A click focuses, a drag or the wheel moves a slider, a key in the footer is a button.
    mutating func point(_ event: MouseEvent) -> [Effect] {
        let hits = Screen.render(self, size, theme: .standard).hits
        guard let hit = hits.last(where: { $0.rect.contains(event.at) }) else { return [] }
        switch (event.kind, hit.target) {
        case (.press, .command(let id)):
            message = nil
            return overlays.isEmpty ? request(id) : []
        case (.press, .choice(let row)): return chooseInOverlay(row)
        case (.wheelUp, .choice) where !overlays.isEmpty: return pressInOverlay(.up, .up)
        case (.wheelDown, .choice) where !overlays.isEmpty: return pressInOverlay(.down, .down)
        case (.press, .scale(let row, let from, let to)), (.drag, .scale(let row, let from, let to)):
            moveScale(row, to: Double(event.at.x - from) / Double(max(1, to - from)))
        case (_, _) where !overlays.isEmpty: return []
        case (.press, .focus(let focus)): setFocus(focus)
        case (.press, .slider(let focus, let from, let to)), (.drag, .slider(let focus, let from, let to)):
            setFocus(focus)
            drag(focus, at: event.at.x, from: from, to: to)
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

    private mutating func turnWheel(_ focus: Focus, by steps: Double) {
        setFocus(focus)
        if slider(at: focus) != nil { step(by: steps) } else { move(steps > 0 ? .up : .down) }
    }
}
