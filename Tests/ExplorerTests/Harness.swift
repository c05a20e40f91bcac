import BalanceModel
import CellGrid
import Foundation
import Testing

@testable import Explorer

/// A reader at a screen of a given size, for tests.
struct Reader {
    var state: State
    var size: Size
    var effects: [Effect] = []

    init(_ model: Model, _ width: Int = 120, _ height: Int = 40, _ language: Language = .en) {
        state = State(model: model, language: language)
        size = Size(width, height)
        _ = reduce(&state, .input(.resize(size)))
    }

    mutating func press(_ keys: Key...) {
        for key in keys { effects = reduce(&state, .input(.key(key))) }
    }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    mutating func resize(_ width: Int, _ height: Int) {
        size = Size(width, height)
        _ = reduce(&state, .input(.resize(size)))
    }

    var frame: Frame { Screen.render(state, size, theme: .standard) }
    var screen: String { frame.grid.text }
}

/// Compares a screen with the one kept under Screens; with FULCRUM_UPDATE=1 keeps the new one, to be read by a person.
func expectScreen(
    _ reader: Reader, _ name: String, part: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Screens")
    let size = reader.size
    let file = folder.appendingPathComponent(
        "\(name)-\(size.width)x\(size.height)-\(reader.state.language.rawValue).txt")
    let screen = (part ?? reader.screen) + "\n"
    if ProcessInfo.processInfo.environment["FULCRUM_UPDATE"] == "1" {
        try? screen.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    let expected = try? String(contentsOf: file, encoding: .utf8)
    #expect(screen == expected, "\(file.lastPathComponent) differs", sourceLocation: sourceLocation)
}

/// The same for the dialogues alone, whatever the view behind them shows.
func expectOverlay(_ reader: Reader, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let grid = reader.frame.grid
    var behind = reader
    behind.state.overlays = []
    behind.state.message = nil
    let view = behind.frame.grid
    var part = Rect(0, 0, 0, 0)
    for y in 0..<reader.size.height {
        for x in 0..<reader.size.width where grid[x, y] != view[x, y] {
            part = part.isEmpty ? Rect(x, y, 1, 1) : part.joined(Rect(x, y, 1, 1))
        }
    }
    let rows = (part.y..<part.bottom).map { y in
        (part.x..<part.right).map { grid[$0, y].text }.joined()
    }
    expectScreen(reader, name, part: rows.joined(separator: "\n"), sourceLocation: sourceLocation)
}

extension Rect {
    /// The smallest that holds both.
    fileprivate func joined(_ other: Rect) -> Rect {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return Rect(left, top, max(right, other.right) - left, max(bottom, other.bottom) - top)
    }
}
