import BalanceModel
import CellGrid
import Testing

@testable import Explorer

@Suite("Robustness")
struct RobustnessTests {
    static let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)]
    private static let section = RobustnessPage.Section.self

    /// In 2029 the verdict hangs on the weights.
    private static func reader(_ width: Int, _ height: Int, _ language: Language = .en, years: Int = 4) -> Reader {
        var reader = Reader(bundled, width, height, language)
        for _ in 0..<years { reader.press(.character("y")) }
        reader.press(.character("4"))
        return reader
    }

    @Test("expected screens at the start, before the draws are in", arguments: sizes, Language.allCases)
    func start(size: (Int, Int), language: Language) {
        expectScreen(Self.reader(size.0, size.1, language, years: 0), "robustness-start")
    }

    @Test("expected screens of the map in 2029", arguments: sizes, Language.allCases)
    func map(size: (Int, Int), language: Language) {
        var reader = Self.reader(size.0, size.1, language)
        reader.simulate()
        reader.press(.tab, .tab, .down)
        expectScreen(reader, "robustness-dynamic")
    }

    @Test(
        "expected screens of each section at 80×24",
        arguments: RobustnessPage.Section.allCases, Language.allCases)
    func sections(section: RobustnessPage.Section, language: Language) {
        var reader = Self.reader(80, 24, language)
        reader.simulate()
        reader.state.setFocus(section.focus)
        expectScreen(reader, "robustness-\(section)")
    }

    @Test("expected screens of a dimension", arguments: [(80, 24), (120, 40)], Language.allCases)
    func dimension(size: (Int, Int), language: Language) {
        var reader = Self.reader(size.0, size.1, language)
        reader.state.setFocus(.dimension(1))
        expectScreen(reader, "robustness-dimension")
    }

    @Test("plus on a dimension changes its weight, and the shares move at once")
    func slider() {
        var reader = Self.reader(120, 40)
        reader.state.setFocus(.dimension(1))
        let before = reader.screen
        reader.press(.pageUp)
        #expect(reader.state.settings.points[1] == 30)
        // 24 % would bring parity: 30 points of 110 are more than that and turn the verdict.
        #expect(before.contains("CN 61%") && reader.state.balance.favoured == .first)
        #expect(reader.screen.contains("US 6") && !reader.screen.contains("CN 61%"))
        reader.press(.character("u"))
        #expect(reader.screen.contains("Narrow lead: China, by 0.02"))
    }

    @Test("a click on the map sets both intensities in one step, plus moves one of them")
    func mapMouse() throws {
        var reader = Self.reader(120, 40)
        let hit = try #require(
            reader.frame.hits.first {
                if case .plane = $0.target { return true }
                return false
            })
        reader.mouse(.press, hit.rect.x, hit.rect.y)
        #expect(reader.state.settings.intensities == [0, 100])
        reader.mouse(.drag, hit.rect.right - 1, hit.rect.bottom - 1)
        #expect(reader.state.settings.intensities == [100, 0])
        #expect(reader.state.focus == .dynamic(0))
        reader.press(.left)
        #expect(reader.state.settings.intensities == [99, 0])
        reader.press(.down, .character("+"))
        #expect(reader.state.settings.intensities == [99, 1])
        reader.press(.character("u"), .character("u"), .character("u"), .character("u"))
        #expect(reader.state.settings.intensities == [50, 50])
    }

    @Test("without two dynamics the map says why it isn't there")
    func noMap() {
        var reader = Reader(wideModel, 120, 40)
        reader.press(.character("4"))
        reader.state.setFocus(Self.section.map.focus)
        #expect(reader.screen.contains("needs two internal dynamics"))
    }

    @Test("what is still being drawn is said to be")
    func drawing() {
        var reader = Self.reader(120, 40)
        #expect(reader.screen.contains("The draws are being computed…"))
        reader.simulate()
        #expect(!reader.screen.contains("computed…") && reader.screen.contains("China ahead, probability "))
        #expect(reader.screen.contains("moves the balance most"))
    }

    @Test("renders at every size, in every state, for the smallest and the largest model")
    func anySize() {
        var dice = Dice(seed: 22)
        for _ in 0..<120 {
            let model = dice.chance(0.6) ? bundled : wideModel
            var reader = Reader(
                model, .random(in: 1...300, using: &dice), .random(in: 1...100, using: &dice),
                dice.chance(0.5) ? .en : .fr)
            reader.state.start(with: dice.settings(model))
            reader.press(.character("4"))
            let focuses = reader.state.focusGroups.flatMap { $0 }
            reader.state.setFocus(focuses.randomElement(using: &dice) ?? .section(0))
            if dice.chance(0.2) { reader.simulate() }
            #expect(reader.frame.grid.size == reader.size)
            if let cursor = reader.frame.grid.cursor { #expect(reader.frame.grid.bounds.contains(cursor)) }
        }
    }
}

@Suite("Robustness in boxes")
struct RobustnessBoxTests {
    @Test("at 120×40 every scenario and reading has its boxes and its map", arguments: Language.allCases)
    func fits(language: Language) {
        for place in bundled.scenarios.indices {
            for reading in Reading.allCases {
                var reader = Reader(bundled, 120, 40, language)
                var settings = Settings(bundled, scenario: bundled.scenarios[place])
                settings.reading = reading
                reader.state.start(with: settings)
                reader.press(.character("4"))
                #expect(reader.screen.contains(language == .en ? "Who agrees?" : "Qui est d’accord"))
                #expect(reader.screen.contains(language == .en ? "◆ as set" : "◆ réglage"))
            }
        }
    }

    @Test("bars are as full as the share of the side that is named")
    func bars() throws {
        var reader = Reader(bundled, 120, 40)
        for _ in 0..<10 { reader.press(.character("y")) }
        reader.press(.character("4"))
        let row = try #require(reader.screen.split(separator: "\n").first { $0.contains("Near your weights") })
        #expect(row.contains("CN"))
        #expect(row.filter { $0 == "█" }.count > row.filter { $0 == "░" }.count)
    }
}

@Suite("Flipping the verdict")
struct FlipTests {
    @Test("f moves the points of the recipe, and undo takes them back")
    func recipe() {
        var reader = Reader(bundled, 120, 40)
        for _ in 0..<6 { reader.press(.character("y")) }
        reader.press(.character("4"))
        #expect(reader.screen.contains("Deployment → Compute 14.4%"))
        #expect(reader.screen.contains("Compute 20 → 34.4, Deployment 20 → 5.6"))
        let before = reader.state.settings
        reader.press(.character("f"))
        #expect(abs(reader.state.balance.value) < 1e-12)
        #expect(reader.screen.contains("At parity: more of the same move flips the verdict"))
        reader.press(.left)
        #expect(reader.screen.contains("The balance is at parity already."))
        reader.press(.character("f"))
        #expect(reader.screen.contains("The balance is at parity already"))
        reader.press(.character("u"))
        #expect(reader.state.settings == before)
    }

    @Test("the balance is 0 after it, whatever the year, the weights, the terrain shift and the aggregation")
    func always() {
        var dice = Dice(seed: 31)
        var flips = 0
        for _ in 0..<400 {
            var reader = Reader(bundled, 80, 24)
            var settings = dice.settings(bundled)
            settings.locked = bundled.dimensions.map { _ in dice.chance(0.15) }
            reader.state.start(with: settings)
            let before = reader.state.settings
            guard reader.state.balance.robustness.fewestPoints != nil else { continue }
            reader.press(.character("f"))
            if reader.state.message?.kind == .warning {
                // Refused: one of those that must move is locked.
                #expect(reader.state.settings == before && before.locked.contains(true))
                continue
            }
            flips += 1
            #expect(abs(reader.state.balance.value) < 1e-12)
            #expect(reader.state.balance.favoured == nil)
            #expect(reader.state.settings.points.allSatisfy { (0...100).contains($0) })
            // Locked weights hold.
            let weights = reader.state.balance.dimensions.map(\.weight)
            let held = evaluate(bundled, before).dimensions.map(\.weight)
            for i in weights.indices where before.locked[i] { #expect(abs(weights[i] - held[i]) < 1e-12) }
        }
        #expect(flips > 100)
    }

    @Test("a lock on one that must move refuses, names it, and the recipe says so")
    func locked() {
        var reader = Reader(bundled, 120, 40)
        for _ in 0..<6 { reader.press(.character("y")) }
        reader.press(.down, .character(" "), .character("4"), .character("f"))
        #expect(reader.state.settings.locked[1])
        #expect(reader.state.message?.kind == .warning)
        #expect(reader.state.message?.text.en.contains("Computing power and infrastructure") == true)
        #expect(reader.screen.contains("Weight locked: Compute; unlock it to apply this."))
        #expect(reader.state.settings.points == bundled.dimensions.map(\.points))
    }

    @Test("where no shift of weight flips it, f and the view say so")
    func none() {
        var reader = Reader(bundled, 120, 40)
        reader.press(.character("4"), .character("f"))
        #expect(reader.state.message?.text.en.contains("No shift of weight flips this verdict") == true)
        #expect(reader.screen.contains("no dimension favours"))
    }
}
