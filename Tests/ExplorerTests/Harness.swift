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
func expectScreen(_ reader: Reader, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Screens")
    let size = reader.size
    let file = folder.appendingPathComponent(
        "\(name)-\(size.width)x\(size.height)-\(reader.state.language.rawValue).txt")
    let screen = reader.screen + "\n"
    if ProcessInfo.processInfo.environment["FULCRUM_UPDATE"] == "1" {
        try? screen.write(to: file, atomically: true, encoding: .utf8)
        return
    }
    let expected = try? String(contentsOf: file, encoding: .utf8)
    #expect(screen == expected, "\(file.lastPathComponent) differs", sourceLocation: sourceLocation)
}
