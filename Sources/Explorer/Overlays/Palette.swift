import BalanceModel
import CellGrid
import Wording

/// Commands by name.
struct Palette: Sendable, Hashable {
    var field = TextField()
    var selection = 0
}

extension State {
    mutating func openPalette() { overlays.append(.palette(Palette())) }
    mutating func pressInPalette(_ key: Key, _ palette: Palette) -> [Effect] { [] }
    mutating func chooseCommand(_ row: Int, _ palette: Palette) -> [Effect] { [] }
}

extension Painter {
    mutating func palette(_ palette: Palette, _ area: Rect) {}
}
