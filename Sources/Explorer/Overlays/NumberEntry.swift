import CellGrid
import Wording

/// A number being typed for a slider.
struct NumberEntry: Sendable, Hashable {
    var focus: Focus
    var field = TextField()

    init(focus: Focus) {
        self.focus = focus
        field.limit = 12
    }

    /// The number typed, with a point or a comma; `nil` when it is none.
    var value: Double? { Double(field.text.replacing(",", with: ".").filter { !" \u{202F}\u{00A0}".contains($0) }) }
}

extension State {
    mutating func pressInNumber(_ key: Key, _ entry: NumberEntry) {
        guard let slider = slider(at: entry.focus) else { return overlays.removeAll() }
        var entry = entry
        if key == .enter {
            guard let value = entry.value, slider.range.contains(value) else {
                let (low, high) = (Int(slider.range.lowerBound), Int(slider.range.upperBound))
                return warn(
                    "From \(low) to \(high); Esc closes",
                    "De \(low) à \(high)\u{202F}; Échap ferme")
            }
            overlays.removeLast()
            if value != slider.value { set(entry.focus, to: value) }
            return
        }
        // Letters are no part of a number: only what can be is taken.
        if case .character(let character) = key, !"0123456789.,".contains(character) { return }
        _ = entry.field.press(key)
        replaceOverlay(.number(entry))
    }
}

extension Painter {
    mutating func number(_ entry: NumberEntry, _ area: Rect) {
        guard let slider = state.slider(at: entry.focus) else { return }
        let name = slider.name(language)
        let range = t(
            "from \(Int(slider.range.lowerBound)) to \(Int(slider.range.upperBound))",
            "de \(Int(slider.range.lowerBound)) à \(Int(slider.range.upperBound))")
        let now = t("now ", "actuellement ") + numbers.plain(slider.value, upTo: 2)
        let keys = t("Enter sets it, Esc closes", "Entrée valide, Échap ferme")
        let width = max(DisplayWidth.of(name), DisplayWidth.of(keys), 36)
        let inside = dialogue(name, width: width, height: 3, in: area)
        field(entry.field, inside.x, inside.y, width: min(14, inside.width))
        let side = Rect(inside.x + 16, inside.y, inside.width - 16, 1)
        grid.put(range, side.x, side.y, .dim, clip: side)
        grid.put(now.fitted(to: inside.width), inside.x, inside.y + 1, .text, clip: inside)
        guard !answered(inside) else { return }
        grid.put(keys.fitted(to: inside.width), inside.x, inside.y + 2, .dim, clip: inside)
    }
}
