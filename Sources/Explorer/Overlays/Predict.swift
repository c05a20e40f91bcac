import BalanceModel
import CellGrid
import Wording

/// Guesses made before the numbers show.
struct Prediction: Sendable, Hashable {
    var step = 0
}

extension State {
    mutating func openPredict() { overlays.append(.predict(Prediction())) }
    mutating func pressInPredict(_ key: Key, _ command: CommandID?, _ prediction: Prediction) -> [Effect] { [] }
}

extension Painter {
    mutating func predict(_ prediction: Prediction, _ area: Rect) {}
}
