import BalanceModel
import CellGrid
import Wording

/// Draws a state on a grid and remembers what the mouse can do where.
struct Painter {
    let state: State
    var grid: Grid
    var hits: [Hit] = []

    init(_ state: State, _ size: Size) {
        self.state = state
        grid = Grid(size)
        words = state.words
    }

    let words: Words
    var language: Language { state.language }
    var numbers: Numbers { words.numbers }
    var model: Model { state.model }
    var balance: Balance { state.balance }

    /// Picks the wording in the present language.
    func t(_ en: String, _ fr: String) -> String { words.t(en, fr) }

    /// The key that leads to a command, as the reader finds it on the keyboard.
    func keyName(_ id: CommandID) -> String { state.keyMap.keys(for: id).first?.name(language) ?? "" }

    func isFocused(_ focus: Focus) -> Bool { state.focus == focus }

    /// The style of a side's numbers.
    func style(favouring value: Double) -> Style {
        value > 0 ? Style(.firstSide) : value < 0 ? Style(.secondSide) : Style(.level)
    }

    func style(_ status: TakeawayStatus) -> Style {
        switch status {
        case .supported: Style(.supported)
        case .open: Style(.open)
        case .contradicted: Style(.contradicted)
        }
    }

    mutating func hit(_ rect: Rect, _ target: Hit.Target) {
        if !rect.isEmpty { hits.append(Hit(rect: rect, target: target)) }
    }

    /// A slider of the state with its tipping mark; the mouse can drag it.
    mutating func slider(_ focus: Focus, _ x: Int, _ y: Int, width: Int, mark: Double? = nil) {
        guard let slider = state.slider(at: focus), width > 1 else { return }
        var locked = false
        if case .dimension(let i) = focus { locked = state.settings.locked[i] }
        let length = slider.range.upperBound - slider.range.lowerBound
        grid.slider(
            x, y, width: width, value: (slider.value - slider.range.lowerBound) / length, mark: mark,
            focused: isFocused(focus), locked: locked)
        hit(Rect(x, y, width, 1), .slider(focus, from: x, to: x + width - 1))
        if isFocused(focus), state.overlays.isEmpty { grid.cursor = Point(x, y) }
    }

    /// Draws pieces of text one after the other, each only if it fits as a whole; returns the column behind the last.
    @discardableResult
    mutating func pieces(_ pieces: [(String, Style)], _ x: Int, _ y: Int, in rect: Rect, separator: String = " · ")
        -> Int
    {
        var column = x
        for (i, piece) in pieces.enumerated() where !piece.0.isEmpty {
            let gap = column > x && i > 0 ? separator : ""
            guard column + DisplayWidth.of(gap) + DisplayWidth.of(piece.0) <= rect.right else { continue }
            column = grid.put(gap, column, y, .dim, clip: rect)
            column = grid.put(piece.0, column, y, piece.1, clip: rect)
        }
        return column
    }

    /// The first of several wordings that fits, else the last one with an ellipsis.
    func fitting(_ texts: [String], _ width: Int) -> String {
        texts.first { DisplayWidth.of($0) <= width } ?? (texts.last ?? "").fitted(to: width)
    }

    /// “rows 1–5 of 6” for a list that does not show all; empty for one that does.
    func rowsShown(_ start: Int, _ rows: Int, of count: Int) -> String {
        guard rows < count, rows > 0 else { return "" }
        if rows == 1 { return t("row \(start + 1) of \(count)", "ligne \(start + 1) sur \(count)") }
        let shown = "\(start + 1)–\(start + rows)"
        return t("rows \(shown) of \(count)", "lignes \(shown) sur \(count)")
    }

    /// Names of all dimensions for a column: whole where all fit, else all short, so that no list mixes them.
    func dimensionNames(_ width: Int) -> [String] {
        let whole = model.dimensions.indices.map { words.dimension($0) }
        return whole.allSatisfy { DisplayWidth.of($0) <= width }
            ? whole : model.dimensions.indices.map { words.dimensionShort($0).fitted(to: width) }
    }
}
