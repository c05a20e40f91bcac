import BalanceModel
import CellGrid
import Testing

@testable import Explorer

@Suite("Main view")
struct MainViewTests {
    static let sizes = [(40, 12), (80, 24), (100, 30), (120, 40), (200, 60)]

    @Test("expected screens at the start", arguments: sizes, Language.allCases)
    func start(size: (Int, Int), language: Language) {
        expectScreen(Reader(bundled, size.0, size.1, language), "balance-start")
    }

    @Test(
        "expected screens in 2031 with a lock, a takeaway focused", arguments: [(80, 24), (120, 40)], Language.allCases)
    func later(size: (Int, Int), language: Language) {
        var reader = Reader(bundled, size.0, size.1, language)
        for _ in 0..<6 { reader.press(.character("y")) }
        reader.press(.down, .character(" "), .up, .pageUp, .tab, .tab)
        expectScreen(reader, "balance-2031")
    }

    @Test("a welcome shows until the first key")
    func welcome() {
        var reader = Reader(bundled, 120, 40)
        reader.state.showsWelcome = true
        #expect(reader.screen.contains("Welcome to Fulcrum"))
        #expect(reader.screen.contains("(T1)"))
        reader.press(.down)
        #expect(!reader.screen.contains("Welcome"))
    }

    @Test("the leader, its certainty and the keys show without a key", arguments: sizes, Language.allCases)
    func fiveSeconds(size: (Int, Int), language: Language) {
        let reader = Reader(bundled, size.0, size.1, language)
        let verdict =
            language == .en ? "Clear lead: United States, by 0.20" : "Nette avance\u{00A0}: États-Unis, de 0,20"
        let narrow = (language == .en ? "Clear lead: " : "") + reader.state.words.lead(reader.state.balance.value)
        #expect(reader.screen.contains(size.0 < 60 ? narrow : verdict))
        #expect(reader.screen.contains(language == .en ? "parity mid-2028" : "parité mi-2028"))
        #expect(
            reader.screen.contains(language == .en ? "head whatever the weights" : "n tête quels que soient les poids"))
        #expect(reader.screen.contains(language == .en ? "? help  q quit" : "? aide  q quitter"))
    }

    @Test("below 40×10 the screen says what it needs", arguments: [(39, 12), (80, 9), (20, 5), (1, 1)])
    func tooSmall(size: (Int, Int)) {
        let reader = Reader(bundled, size.0, size.1)
        if size.0 >= 20 && size.1 >= 5 {
            let text = reader.screen.split(separator: "\n").joined(separator: " ")
            #expect(text.contains("needs 40×10") && text.contains("\(size.0)×\(size.1)"))
        }
        #expect(!reader.screen.contains("Clear lead"))
    }
}

@Suite("Keys of the main view")
struct MainViewKeyTests {
    @Test("a weight moves by one, by ten, and to a typed number")
    func weights() {
        var reader = Reader(bundled)
        reader.press(.character("+"))
        #expect(reader.state.settings.points[0] == 21)
        reader.press(.left, .left)
        #expect(reader.state.settings.points[0] == 19)
        reader.press(.pageUp)
        #expect(reader.state.settings.points[0] == 29)
        reader.press(.enter)
        reader.type("4x2.5")
        #expect(reader.screen.contains("from 0 to 100"))
        reader.press(.enter)
        #expect(reader.state.settings.points[0] == 42.5)
        // From a fraction a step goes to the next whole number.
        reader.press(.character("+"))
        #expect(reader.state.settings.points[0] == 43)
    }

    @Test("a comma is a decimal point, and nonsense is refused in place")
    func typing() {
        var reader = Reader(bundled, 80, 24, .fr)
        reader.press(.enter)
        reader.type("7,5")
        reader.press(.enter)
        #expect(reader.state.settings.points[0] == 7.5)
        reader.press(.enter)
        reader.type("101")
        reader.press(.enter)
        #expect(reader.screen.contains("De 0 à 100\u{202F}; Échap ferme"))
        reader.press(.escape)
        #expect(reader.state.settings.points[0] == 7.5)
    }

    @Test("every stroke recomputes the balance that the model gives")
    func recompute() {
        var reader = Reader(bundled)
        reader.press(.down, .pageUp, .character("y"), .character("g"), .character("w"))
        var settings = Settings(bundled)
        settings.points[1] = 30
        settings.year = 2026
        settings.aggregation = .geometric
        settings.terrainShift = true
        #expect(reader.state.settings == settings)
        #expect(reader.state.balance == evaluate(bundled, settings))
    }

    @Test("the last positive weight can't go to 0, and the status line says why")
    func lastWeight() {
        var reader = Reader(bundled, 120, 40)
        for _ in 0..<4 {
            for _ in 0..<2 { reader.press(.pageDown) }
            reader.press(.down)
        }
        #expect(reader.state.settings.points == [0, 0, 0, 0, 20])
        reader.press(.pageDown, .pageDown)
        #expect(reader.state.settings.points[4] == 10)
        #expect(reader.screen.contains("holds the last points"))
    }

    @Test("a locked weight stays while others give and take")
    func lock() {
        var reader = Reader(bundled)
        reader.press(.character(" "), .down, .pageUp)
        let settings = reader.state.settings
        #expect(settings.points[0] == 20 && settings.points[1] == 30)
        #expect(abs(settings.points.reduce(0, +) - 100) < 1e-9)
        reader.press(.up, .character("+"))
        #expect(reader.state.settings == settings)
        #expect(reader.screen.contains("locked"))
    }

    @Test("reset one, reset all, even out")
    func resets() {
        var reader = Reader(bundled)
        reader.press(.pageUp, .down, .pageUp, .character("r"))
        #expect(reader.state.settings.points == [30, 20, 20, 20, 20])
        reader.press(.character("x"))
        #expect(reader.state.settings.points == [22, 22, 22, 22, 22])
        reader.press(.character("R"))
        #expect(reader.state.settings == Settings(bundled))
    }

    @Test("undo and redo go through every change, with place and label")
    func undo() {
        var reader = Reader(bundled)
        var states = [reader.state.settings]
        for key: Key in [.character("+"), .character("t"), .character("y"), .character("w"), .character(" ")] {
            reader.press(key)
            states.append(reader.state.settings)
        }
        for expected in states.reversed().dropFirst() {
            reader.press(.character("u"))
            #expect(reader.state.settings == expected)
            #expect(reader.state.balance == evaluate(bundled, expected))
        }
        #expect(reader.screen.contains("undone: Technical innovation 21 (0 of 5)"))
        reader.press(.character("u"))
        #expect(reader.screen.contains("Nothing to undo"))
        for expected in states.dropFirst() {
            reader.press(.control("r"))
            #expect(reader.state.settings == expected)
        }
        reader.press(.character("u"), .character("-"), .control("r"))
        #expect(reader.screen.contains("Nothing to redo"))
    }

    @Test("the year stops at both ends and says so")
    func years() {
        var reader = Reader(bundled)
        reader.press(.character("Y"))
        #expect(reader.screen.contains("first year"))
        for _ in 0..<30 { reader.press(.character("y")) }
        #expect(reader.state.settings.year == 2050)
        #expect(reader.screen.contains("last year"))
    }

    @Test("every key that does nothing says so; every command's keys lead to it")
    func table() {
        var reader = Reader(bundled)
        reader.press(.character("é"))
        #expect(reader.screen.contains("é does nothing here"))
        for command in Command.table {
            #expect(!command.keys.isEmpty)
            for key in command.keys { #expect(KeyMap.standard.command(for: key) == command.id) }
        }
        #expect(Set(Command.table.map(\.id)) == Set(CommandID.allCases))
        #expect(Command.table.count == CommandID.allCases.count)
    }

    @Test("help lists every command with its keys, in both languages", arguments: Language.allCases)
    func help(language: Language) {
        var reader = Reader(bundled, 120, 400, language)
        reader.press(.character("?"))
        for command in Command.table {
            let start = command.help(language).wrapped(to: 79)[0]
            #expect(reader.screen.contains(start), "\(command.id)")
        }
        reader.press(.character("L"))
        #expect(reader.screen.contains(language == .en ? "La méthode en bref" : "The method in short"))
        reader.press(.escape)
        #expect(!reader.screen.contains("PgUp PgDn"))
    }

    @Test("the mouse focuses, drags and turns sliders, and presses keys of the footer")
    func mouse() throws {
        var reader = Reader(bundled, 120, 40)
        let slider = try #require(
            reader.frame.hits.first {
                if case .slider(.dimension(2), _, _) = $0.target { return true }
                return false
            })
        func click(_ kind: MouseEvent.Kind, _ x: Int, _ y: Int) {
            _ = reduce(&reader.state, .input(.mouse(MouseEvent(kind, at: Point(x, y)))))
        }
        click(.press, slider.rect.right - 1, slider.rect.y)
        #expect(reader.state.settings.points[2] == 100)
        click(.drag, slider.rect.x, slider.rect.y)
        #expect(reader.state.settings.points[2] == 0)
        click(.wheelUp, slider.rect.x, slider.rect.y)
        #expect(reader.state.settings.points[2] == 1)
        #expect(reader.state.focus == .dimension(2))
        let year = try #require(reader.frame.hits.first { $0.target == .command(.yearForward) })
        click(.press, year.rect.x, year.rect.y)
        #expect(reader.state.settings.year == 2026)
    }
}
