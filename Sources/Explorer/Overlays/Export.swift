import BalanceModel
import CellGrid
import Wording

/// Format, place and confirmation of an export.
struct ExportDialogue: Sendable, Hashable {
    var field = TextField()
    var selection = 0
}

extension State {
    mutating func openExport() { overlays.append(.export(ExportDialogue())) }
    mutating func pressInExport(_ key: Key, _ dialogue: ExportDialogue) -> [Effect] { [] }
    mutating func chooseExport(_ row: Int, _ dialogue: ExportDialogue) -> [Effect] { [] }
}

extension Painter {
    mutating func export(_ dialogue: ExportDialogue, _ area: Rect) {}
}
