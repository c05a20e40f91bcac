import BalanceModel
import CellGrid
import Testing
import Wording

@testable import Explorer

@Suite("Export")
struct ExportTests {
    @Test("expected screens", arguments: [(40, 12), (80, 24), (120, 40)], Language.allCases)
    func screens(size: (Int, Int), language: Language) {
        var reader = Reader(bundled, size.0, size.1, language)
        reader.press(.character("y"), .character("e"))
        expectOverlay(reader, "export")
        _ = reduce(&reader.state, .exportExists(.markdown, path: "fulcrum-2026.md"))
        expectOverlay(reader, "export-exists")
    }

    private func write(_ reader: inout Reader) -> Explorer.Effect? {
        reader.press(.enter)
        return reader.effects.first
    }

    @Test("a format and a name write a file; the name follows the format and the settings")
    func formats() {
        var reader = Reader(bundled)
        reader.press(.character("s"), .end, .enter, .character("e"))
        #expect(write(&reader) == .export(.markdown, path: "fulcrum-analogue-chip-2030.md", overwrite: false))
        reader.press(.down)
        #expect(write(&reader) == .export(.json, path: "fulcrum-analogue-chip-2030.json", overwrite: false))
        reader.press(.end, .backspace)
        reader.type("x")
        reader.press(.down, .down)
        #expect(write(&reader) == .export(.svg, path: "fulcrum-analogue-chip-2030.jsox", overwrite: false))
    }

    @Test("a done export closes the dialogue and says so; a failed one leaves the name to correct")
    func answers() {
        var reader = Reader(bundled)
        reader.press(.character("e"), .enter)
        _ = reduce(&reader.state, .notice(Phrase("no such folder", "dossier inconnu"), warning: true))
        #expect(reader.state.overlays.count == 1)
        #expect(reader.screen.contains("no such folder"))
        reader.press(.enter)
        _ = reduce(&reader.state, .notice(Phrase("written", "écrit"), warning: false))
        #expect(reader.state.overlays.isEmpty)
        #expect(reader.screen.contains("written"))
    }

    @Test("a notice of something else leaves the dialogue open")
    func otherNotice() {
        var reader = Reader(bundled)
        reader.press(.character("e"))
        _ = reduce(&reader.state, .notice(Phrase("session kept", "session gardée"), warning: false))
        #expect(reader.state.overlays.count == 1)
    }

    @Test("an existing file is replaced only after a yes")
    func exists() {
        var reader = Reader(bundled)
        reader.press(.character("e"), .enter)
        _ = reduce(&reader.state, .exportExists(.markdown, path: "fulcrum-2025.md"))
        #expect(reader.screen.contains("fulcrum-2025.md exists already. Replace it?"))
        reader.press(.character("n"))
        #expect(reader.effects.isEmpty && reader.state.overlays.count == 1)
        reader.press(.enter)
        _ = reduce(&reader.state, .exportExists(.markdown, path: "fulcrum-2025.md"))
        reader.press(.character("o"))
        #expect(reader.effects == [.export(.markdown, path: "fulcrum-2025.md", overwrite: true)])
    }

    @Test("copying asks for no name")
    func copying() {
        var reader = Reader(bundled)
        reader.press(.character("e"), .pageDown)
        reader.type("zzz")
        #expect(write(&reader) == .copyCommand)
        #expect(reader.state.overlays.isEmpty)
        reader.press(.character("e"), .pageDown, .up)
        #expect(write(&reader) == .copyReport)
    }

    @Test("an empty name writes nothing")
    func noName() {
        var reader = Reader(bundled)
        reader.press(.character("e"), .control("u"))
        #expect(write(&reader) == nil)
        #expect(reader.screen.contains("Type a file name first"))
    }
}
