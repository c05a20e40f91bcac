import BalanceModel
import CellGrid
import Testing
import Wording

@testable import Explorer

@Suite("Compare")
struct CompareTests {
    static let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)]

    @Test("expected screens", arguments: sizes, Language.allCases)
    func screens(size: (Int, Int), language: Language) {
        var reader = Reader(bundled, size.0, size.1, language)
        reader.press(.character("p"), .character("y"), .pageUp, .character("5"), .right, .right, .right, .right)
        expectScreen(reader, "compare-scenario")
        reader.press(.home, .down, .down)
        expectScreen(reader, "compare-thesis")
    }

    @Test("left and right choose the column compared with; up and down go between columns and sliders")
    func moving() {
        var reader = Reader(bundled)
        reader.press(.character("5"))
        #expect(reader.state.focus == .section(0))
        reader.press(.right)
        #expect(reader.state.focus == .section(1))
        #expect(reader.screen.contains("From the evidence to your settings"))
        reader.press(.right, .right)
        #expect(reader.state.focus == .scenario(1))
        #expect(reader.screen.contains("From “A complete stack for export” to your settings"))
        reader.press(.down)
        #expect(reader.state.focus == .dimension(0))
        #expect(reader.screen.contains("From “A complete stack for export” to your settings"))
        reader.press(.up)
        #expect(reader.state.focus == .scenario(1))
        for _ in 0..<20 { reader.press(.right) }
        #expect(reader.state.focus == .scenario(6))
        reader.press(.tab, .tab)
        #expect(reader.state.focus == .dynamic(0))
        reader.press(.tab)
        #expect(reader.state.focus == .scenario(6))
    }

    @Test("a slider moved in the view moves the split with it, and undo takes it back")
    func sliders() {
        var reader = Reader(bundled)
        reader.press(.character("5"))
        #expect(reader.screen.contains("no difference, neither in weights nor in scores"))
        reader.press(.down, .pageUp)
        #expect(reader.state.settings.points[0] == 30)
        #expect(
            reader.screen.contains(
                "From the thesis to your settings: US\u{00A0}+0.005, of which weights US\u{00A0}+0.005 and scores 0.000"
            ))
        reader.press(.character("u"))
        #expect(reader.screen.contains("no difference, neither in weights nor in scores"))
    }

    @Test("pinned settings are a column as long as they are pinned")
    func pinned() {
        var reader = Reader(bundled)
        reader.press(.character("5"), .character("p"), .right, .right)
        #expect(reader.state.focus == .section(2))
        #expect(reader.screen.contains("pinned"))
        reader.press(.character("p"))
        #expect(reader.state.pinned == nil)
        #expect(reader.state.baselineColumn == .section(0))
        #expect(reader.screen.contains("From the thesis to your settings"))
    }

    @Test("thesis and evidence stand at the year and aggregation on screen, a scenario as it sets them")
    func columns() {
        var reader = Reader(bundled)
        reader.press(.character("y"), .character("g"))
        let state = reader.state
        let thesis = state.settings(of: .thesis)
        #expect(thesis.year == 2026 && thesis.aggregation == .geometric && thesis.reading == .thesis)
        #expect(state.settings(of: .evidence).reading == .evidence)
        let scenario = state.settings(of: state.baseline(.scenario(0)))
        #expect(scenario == Settings(bundled, scenario: bundled.scenarios[0]))
    }

    @Test("a click on a column compares with it, Enter on a scenario opens it")
    func mouse() throws {
        var reader = Reader(bundled)
        reader.press(.character("5"))
        let hits = reader.frame.hits
        let hit = try #require(hits.first { $0.target == .focus(.scenario(0)) })
        let place = Point(hit.rect.x + 1, hit.rect.y + 3)
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.press, at: place))))
        #expect(reader.state.baselineColumn == .scenario(0))
        #expect(reader.frame.grid.cursor.map { hit.rect.contains($0) } == true)
        reader.press(.enter)
        #expect(reader.state.overlays == [.scenarios(ScenarioList(selection: 0))])
    }

    @Test("the sums shown are the sums of what is shown, at any settings")
    func sums() {
        var dice = Dice(seed: 7)
        for _ in 0..<150 {
            let from = dice.settings(bundled)
            let to = dice.settings(bundled)
            let comparison = Comparison(bundled, from: from, to: to)
            let split = RoundedSplit(comparison)
            func units(_ value: Double) -> Int { Int((value * 1000).rounded()) }
            #expect(split.weights.map(units).reduce(0, +) == units(split.weightSum))
            #expect(split.scores.map(units).reduce(0, +) == units(split.scoreSum))
            #expect(units(split.weightSum) + units(split.scoreSum) == units(split.to) - units(split.from))
            #expect(abs(split.to - comparison.to.index) <= 0.000_500_1)
            for (shown, exact) in zip(split.weights + split.scores, comparison.weights + comparison.scores) {
                #expect(abs(shown - exact) < 0.002)
            }
        }
    }

    @Test("renders at every size, in every state, for the smallest and the largest model")
    func anySize() {
        var dice = Dice(seed: 11)
        for _ in 0..<60 {
            let model = dice.chance(0.5) ? bundled : wideModel
            var reader = Reader(
                model, .random(in: 1...300, using: &dice), .random(in: 1...100, using: &dice),
                dice.chance(0.5) ? .en : .fr)
            reader.state.start(with: dice.settings(model))
            if dice.chance(0.5) { reader.press(.character("p"), .character("y")) }
            reader.press(.character("5"))
            for _ in 0..<Int.random(in: 0...12, using: &dice) {
                reader.press([.right, .down, .left, .up, .tab, .pageUp, .end].randomElement(using: &dice) ?? .right)
            }
            #expect(reader.frame.grid.size == reader.size)
        }
    }
}
