import BalanceModel
import CellGrid
import Testing

@testable import Explorer

@Suite("Palette")
struct PaletteTests {
    @Test("expected screens", arguments: [(40, 12), (80, 24), (120, 40)], Language.allCases)
    func screens(size: (Int, Int), language: Language) {
        var reader = Reader(bundled, size.0, size.1, language)
        reader.press(.character(":"))
        expectOverlay(reader, "palette")
        reader.type("re")
        reader.press(.down, .down)
        expectOverlay(reader, "palette-found")
    }

    @Test("every command is in it, with its key")
    func all() {
        let palette = Palette()
        #expect(palette.found(.en).map(\.id) == Command.table.map(\.id))
        var reader = Reader(bundled, 108, 60)
        reader.press(.character(":"))
        let rows = reader.screen.split(separator: "\n").map { $0.drop { $0 != "│" }.dropFirst() }
        for command in Command.table {
            let key = command.keys.map { $0.name.en }.joined(separator: " ")
            let row = rows.first { $0.dropFirst(2).drop { " ▸".contains($0) }.hasPrefix(command.title.en + " ") }
            #expect(row?.contains(" " + key + " ") == true, "\(command.id)")
        }
    }

    @Test("typing finds a command without its accents, by its letters or by its name in a configuration file")
    func finds() {
        func first(_ text: String, _ language: Language) -> CommandID? {
            Palette(field: TextField(text)).found(language).first?.id
        }
        #expect(first("egal", .fr) == .evenOut)
        #expect(first("REFAIRE", .fr) == .redo)
        #expect(first("trsh", .en) == .terrainShift)
        #expect(first("apply-flip", .fr) == .applyFlip)
        #expect(first("qqqq", .en) == nil)
    }

    @Test("Enter runs what is chosen and closes")
    func runs() {
        var reader = Reader(bundled)
        reader.press(.character(":"))
        reader.type("outlook")
        reader.press(.enter)
        #expect(reader.state.view == .outlook && reader.state.overlays.isEmpty)
        reader.press(.character(":"))
        reader.type("quit")
        reader.press(.enter)
        #expect(reader.effects == [.quit])
    }

    @Test("a command that is not possible says why and does not run")
    func reasons() {
        var reader = Reader(bundled)
        reader.press(.character(":"))
        reader.type("undo")
        #expect(reader.screen.contains("not now: nothing to undo"))
        reader.press(.enter)
        #expect(reader.state.overlays.count == 1)
        #expect(reader.screen.contains("Nothing to undo"))
    }

    @Test("a click runs a command; letters of other commands are typed")
    func mouse() throws {
        var reader = Reader(bundled)
        reader.press(.character(":"))
        reader.type("q")
        #expect(reader.state.overlays.count == 1)
        reader.press(.backspace)
        reader.type("aggregation")
        let hit = try #require(reader.frame.hits.first { $0.target == .choice(0) })
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.press, at: Point(hit.rect.x, hit.rect.y)))))
        #expect(reader.state.settings.aggregation == .geometric && reader.state.overlays.isEmpty)
    }

    @Test("a letter that closes dialogues elsewhere is a letter in a text field")
    func ownKeys() {
        var reader = Reader(bundled)
        reader.state.keyMap = KeyMap(replacing: [.back: [.character("b")]])
        reader.press(.character(":"))
        reader.type("balance")
        #expect(reader.screen.contains(":balance"))
        reader.press(.escape, .character("?"), .character("b"))
        #expect(reader.state.overlays.isEmpty)
    }
}
