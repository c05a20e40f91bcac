import BalanceModel
import CellGrid
import Simulation
import Testing
import Wording

@testable import Explorer

/// The first and the last line, which every view has.
@Suite("Header and footer")
struct FrameTests {
    private func header(_ reader: Reader) -> String { String(reader.screen.prefix { $0 != "\n" }) }

    @Test("view, reading and year stay at the least size", arguments: View.allCases, Language.allCases)
    func least(view: View, language: Language) {
        var reader = Reader(bundled, 40, 12, language)
        reader.state.view = view
        reader.press(.character("y"))
        let line = header(reader)
        #expect(line.contains(Command[view.command].title(language)))
        #expect(line.contains(reader.state.words.reading(.thesis)) && line.contains("2026"))
    }

    @Test("what is as usual gives way before what the reader changed")
    func order() {
        var settings = Settings(bundled)
        settings.confidence = .high
        settings.terrainShift = true
        settings.reading = .evidence
        settings.year = 2031
        for width in 40...120 {
            var reader = Reader(bundled, width, 18)
            reader.state.start(with: settings)
            let line = header(reader)
            #expect(line.contains("Balance") && line.contains("evidence") && line.contains("2031"), "\(width)")
            let hidesChanged = !line.contains("high") || !line.contains("shift")
            #expect(!hidesChanged || (!line.contains("arithmetic") && !line.contains("EN")), "\(width): \(line)")
            #expect(!hidesChanged || line.contains("…"), "\(width): \(line)")
        }
    }

    @Test("a message is never cut", arguments: [(40, 12), (61, 18), (80, 24)], Language.allCases)
    func messages(size: (Int, Int), language: Language) {
        for keys: [Key] in [
            [.character(" ")], [.character("p")], [.character("c")], [.character("R")], [.character("é")],
        ] {
            var reader = Reader(bundled, size.0, size.1, language)
            reader.press(.right)
            for key in keys { reader.press(key) }
            let text = reader.state.message?.text(language) ?? ""
            let screen = reader.screen.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
            let words = text.split(separator: " ")
            #expect(!words.isEmpty && words.allSatisfy { screen.contains($0) }, "\(text)")
            #expect(reader.screen.contains("? ") && reader.screen.contains("q q"))
        }
    }

    @Test("in a dialogue neither", arguments: [(40, 12), (80, 24)], Language.allCases)
    func answers(size: (Int, Int), language: Language) {
        var reader = Reader(bundled, size.0, size.1, language)
        func expectWhole() {
            let screen = reader.screen.split(separator: "\n").joined(separator: " ")
            let words = (reader.state.message?.text(language) ?? "").split(separator: " ")
            #expect(!words.isEmpty && words.allSatisfy { screen.contains($0) }, "\(words)")
        }
        reader.press(.character("s"), .character("d"))
        expectWhole()
        reader.press(.escape, .character("S"), .enter)
        expectWhole()
        reader.press(.escape, .enter)
        reader.type("150")
        reader.press(.enter)
        expectWhole()
        reader.press(.escape, .character("e"))
        _ = reduce(
            &reader.state, .notice(Phrase("/no/such/folder: not there, so nothing is written", "/x"), warning: true))
        expectWhole()
        #expect(reader.screen.contains("fulcrum-2025.md"))
    }

    @Test("the footer offers only keys that do something")
    func offered() {
        var reader = Reader(bundled, 200, 60)
        #expect(!reader.screen.contains("u undo"))
        reader.press(.right)
        #expect(reader.screen.contains("u undo"))
        reader.press(.character("2"), .backTab)
        #expect(!reader.screen.contains("c confidence") && reader.screen.contains("Enter open"))
    }

    @Test("too small a terminal names the reader's own key to quit")
    func ownKey() {
        var reader = Reader(bundled, 38, 5)
        reader.state.keyMap = KeyMap(replacing: [.quit: [.character("Q")]])
        #expect(reader.screen.contains("Q quits"))
    }

    @Test("the certainty of the scores stands beside that of the weights once the draws are in")
    func certainty() throws {
        var reader = Reader(bundled, 80, 24)
        #expect(reader.screen.contains("no shift of weight flips it") && !reader.screen.contains("score uncertainty"))
        reader.simulate()
        let share = reader.state.words.estimate(try #require(reader.state.simulation).result.pFirstLeads)
        #expect(reader.screen.contains("Ahead whatever the weights · \(share) given score uncertainty"))
        reader.resize(120, 40)
        #expect(reader.screen.contains("flips it · \(share) given score uncertainty"))
        reader.press(.character("L"))
        #expect(reader.screen.contains("compte tenu de l’incertitude des scores"))
    }

    @Test("Enter opens a fact, and the help explains every sign")
    func opened() {
        var reader = Reader(bundled, 80, 24)
        reader.press(.character("2"), .backTab, .enter)
        #expect(reader.state.overlays.count == 1)
        reader.press(.escape, .character("?"))
        let signs = SignHelp.entries(reader.state.words).map(\.sign).joined(separator: " ")
        for sign in ["▸", "▹", "●", "■", "┊", "←", "→", "◆", "▒", "░", "┬", "✓", "○", "✗", "*", "‹", "›"] {
            #expect(signs.contains(sign), "\(sign)")
        }
    }

    @Test("parity comes before the base year's balance, which names its year", arguments: [(61, 18), (80, 24)])
    func parity(size: (Int, Int)) {
        var reader = Reader(bundled, size.0, size.1)
        for _ in 0..<6 { reader.press(.character("y")) }
        #expect(reader.screen.contains("parity mid-2028") && !reader.screen.contains("today"))
        let start = reader.state.words.lead(reader.state.balance.valueToday)
        if size.0 == 80 { #expect(reader.screen.contains("parity mid-2028 · 2025: \(start)")) }
    }

    @Test("a long text goes back from its end at once, however far beyond it one has scrolled")
    func scrollsBack() {
        var reader = Reader(bundled, 80, 24)
        reader.press(.character("?"), .end)
        let end = reader.screen
        for _ in 0..<5 { reader.press(.pageDown) }
        #expect(reader.screen == end)
        reader.press(.up)
        #expect(reader.screen != end)
        reader.press(.down)
        #expect(reader.screen == end)
        reader.press(.home, .pageDown, .pageUp)
        #expect(reader.screen.contains("lines 1–"))
    }

    @Test("effects are of two different years, the earlier first", arguments: [2025.0, 2030, 2035, 2040])
    func effectYears(year: Double) {
        var reader = Reader(bundled, 120, 40)
        var settings = Settings(bundled)
        settings.year = year
        reader.state.start(with: settings)
        let painter = Painter(reader.state, Size(120, 40))
        let years = painter.effectYears
        #expect(years.contains(year) && years[0] < years[1])
        let effects = painter.effects(of: .dynamic(0))
        let here = reader.state.balance.dynamics[0]
        #expect(effects[years[0] == year ? 0 : 1] == here.effect)
        if year == 2035 { #expect(effects[0] == here.effectToday) }
    }
}
