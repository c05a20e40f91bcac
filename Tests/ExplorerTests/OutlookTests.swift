import BalanceModel
import CellGrid
import Simulation
import Testing

@testable import Explorer

/// Draws for the settings on screen, as the run loop brings them: few, and the same in every run.
extension Reader {
    mutating func simulate() {
        let request = SimulationRequest(model: state.model, settings: state.settings, samples: 1000)
        guard let result = Simulation.simulate(request, threads: 1) else { return }
        let figures = sensitivity(request, threads: 1)
        _ = reduce(&state, .simulated(result, sensitivity: figures, isFinal: true))
    }

    mutating func mouse(_ kind: MouseEvent.Kind, _ x: Int, _ y: Int) {
        _ = reduce(&state, .input(.mouse(MouseEvent(kind, at: Point(x, y)))))
    }
}

@Suite("Outlook")
struct OutlookTests {
    static let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)]

    @Test("expected screens before the draws are in", arguments: sizes, Language.allCases)
    func start(size: (Int, Int), language: Language) {
        var reader = Reader(bundled, size.0, size.1, language)
        reader.press(.character("3"))
        expectScreen(reader, "outlook-start")
    }

    @Test("expected screens with the band and scenarios laid over", arguments: sizes, Language.allCases)
    func laidOver(size: (Int, Int), language: Language) {
        var reader = Reader(bundled, size.0, size.1, language)
        for _ in 0..<6 { reader.press(.character("y")) }
        reader.press(.character("3"), .down, .character(" "), .down, .down, .character(" "))
        reader.simulate()
        expectScreen(reader, "outlook-scenarios")
    }

    @Test("the year keys move the cursor, and the share of that year shows")
    func year() throws {
        var reader = Reader(bundled, 120, 40)
        reader.press(.character("3"))
        let before = try #require(reader.frame.grid.cursor)
        reader.press(.character("y"), .character("y"), .character("y"), .character("y"))
        let after = try #require(reader.frame.grid.cursor)
        #expect(after.x > before.x && after.y > before.y)
        let grid = reader.frame.grid
        #expect(grid[after.x, after.y].text == "●")
        let share = reader.state.words.numbers.share(reader.state.balance.robustness.acceptability ?? 0)
        #expect(reader.screen.contains("● 2029: China by 0.02") && reader.screen.contains(" \(share) "))
    }

    @Test("a click on the chart sets the year, a drag moves it, undo takes it back")
    func mouse() throws {
        var reader = Reader(bundled, 120, 40)
        reader.press(.character("3"))
        let hit = try #require(
            reader.frame.hits.first {
                if case .years = $0.target { return true }
                return false
            })
        reader.mouse(.press, hit.rect.right - 1, hit.rect.y + 2)
        #expect(reader.state.settings.year == 2050)
        reader.mouse(.drag, hit.rect.x, hit.rect.y + 2)
        #expect(reader.state.settings.year == 2025)
        reader.press(.character("u"))
        #expect(reader.state.settings.year == 2050)
    }

    @Test("Space lays a scenario over the line and takes it off; each has its letter")
    func overlay() {
        var reader = Reader(bundled, 120, 40)
        reader.press(.character("3"), .down, .down)
        #expect(reader.state.focus == .scenario(1))
        #expect(!reader.screen.contains("[x] b"))
        reader.press(.character(" "))
        #expect(reader.state.overlaid == [bundled.scenarios[1].id])
        #expect(reader.screen.contains("[x] b"))
        let chart = reader.screen.split(separator: "\n").dropFirst(5).prefix(16).joined()
        #expect(chart.contains { $0 == "b" })
        #expect(reader.state.history.count == 0)
        reader.press(.character(" "))
        #expect(reader.state.overlaid.isEmpty && !reader.screen.contains("[x]"))
        reader.press(.enter)
        #expect(reader.state.overlays == [.scenarios(ScenarioList(selection: 1))])
    }

    @Test("balance and parity of a scenario are those of the scenario itself")
    func scenarios() throws {
        var reader = Reader(bundled, 120, 40)
        reader.press(.character("3"))
        let place = try #require(bundled.scenarios.firstIndex { $0.id == "capture" })
        for _ in 0...place { reader.press(.down) }
        let alone = evaluate(bundled, Settings(bundled, scenario: bundled.scenarios[place]))
        let words = reader.state.words
        #expect(reader.state.balance(of: bundled.scenarios[place]).yearsToParity == alone.yearsToParity)
        // At the year on screen, not at the one it starts with.
        #expect(reader.state.balance(of: bundled.scenarios[place]).value == alone.valueToday)
        #expect(reader.screen.contains(words.partOfYear(words.parityYear(alone) ?? 0)))
        for _ in 0..<7 { reader.press(.character("y")) }
        #expect(reader.state.balance(of: bundled.scenarios[place]).value == alone.value)
        #expect(reader.screen.contains("2032: \(words.leadInWords(alone.value))"))
    }

    @Test("the answer: by when the verdict starts and stops to depend on the weights")
    func answer() {
        var reader = Reader(bundled, 120, 40)
        reader.press(.character("3"))
        let text = reader.screen.split(separator: "\n").dropFirst().prefix(3).joined().split(separator: " ")
            .joined(separator: " ")
        let periods = reader.state.balance.periods
        #expect(periods.count == 3)
        #expect(text.contains("United States ahead whatever the weights"))
        #expect(text.contains("from \(periods[1].years.lowerBound) to \(periods[1].years.upperBound)"))
        #expect(text.contains("from \(periods[2].years.lowerBound) on"))
    }

    @Test("the band shows once it is drawn for these settings, and goes with them")
    func band() {
        var reader = Reader(bundled, 120, 40)
        reader.press(.character("3"))
        #expect(reader.screen.contains("computing…") && !reader.screen.contains("░"))
        reader.simulate()
        #expect(!reader.screen.contains("computing…") && reader.screen.contains("░"))
        #expect(reader.screen.contains("±"))
        reader.press(.character("y"))
        #expect(reader.screen.contains("computing…") && !reader.screen.contains("░"))
    }

    @Test("lines stay readable in ASCII: dots for lines, letters, sides at the axis")
    func ascii() {
        var reader = Reader(bundled, 80, 24)
        reader.press(.character("3"), .down, .character(" "))
        let grid = reader.frame.grid
        let rows = (0..<24).map { y in
            (0..<80).map { String(UnicodeScalar(UInt8(ASCIIFallback.cell(grid[$0, y]).scalar))) }.joined()
        }
        #expect(rows.contains { $0.contains("US +") } && rows.contains { $0.contains("CN +") })
        #expect(rows.contains { $0.contains("parity") })
        #expect(rows.filter { $0.contains("...") || $0.contains(":::") }.count >= 3)
        #expect(rows.contains { $0.dropFirst(10).contains("a") && $0.contains("|") })
    }

    @Test("renders at every size, in every state, for the smallest and the largest model")
    func anySize() {
        var dice = Dice(seed: 21)
        for _ in 0..<80 {
            let model = dice.chance(0.6) ? bundled : wideModel
            var reader = Reader(
                model, .random(in: 1...300, using: &dice), .random(in: 1...100, using: &dice),
                dice.chance(0.5) ? .en : .fr)
            reader.state.start(with: dice.settings(model))
            reader.press(.character("3"))
            for _ in 0..<Int.random(in: 0...8, using: &dice) {
                reader.press([.down, .character(" "), .up, .character("y"), .end].randomElement(using: &dice) ?? .down)
            }
            if dice.chance(0.3) { reader.simulate() }
            #expect(reader.frame.grid.size == reader.size)
            if let cursor = reader.frame.grid.cursor { #expect(reader.frame.grid.bounds.contains(cursor)) }
        }
    }
}
