import BalanceModel
import CellGrid
import Testing

@testable import Explorer

@Suite("Evidence view")
struct EvidenceViewTests {
    static let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)]

    private func reader(_ size: (Int, Int) = (120, 40), _ language: Language = .en) -> Reader {
        var reader = Reader(bundled, size.0, size.1, language)
        reader.press(.character("2"))
        return reader
    }

    @Test("expected screens of an indicator with a history", arguments: sizes, Language.allCases)
    func indicator(size: (Int, Int), language: Language) {
        var reader = reader(size, language)
        reader.press(.tab, .down, .down, .down, .down, .down, .down)
        expectScreen(reader, "evidence-indicator")
    }

    @Test(
        "expected screens with indicators left out, a minimum confidence, and the evidence on screen",
        arguments: [(80, 24), (120, 40)], Language.allCases)
    func leftOut(size: (Int, Int), language: Language) {
        var reader = reader(size, language)
        reader.press(.down, .down, .character(" "), .down, .right, .character("c"), .character("t"))
        expectScreen(reader, "evidence-left-out")
    }

    @Test("expected screens of a fact beside a dynamic", arguments: sizes, Language.allCases)
    func fact(size: (Int, Int), language: Language) {
        var reader = reader(size, language)
        reader.press(.backTab, .down, .down, .down, .down)
        expectScreen(reader, "evidence-fact")
    }

    @Test("Tab goes from group to group, arrows through all figures in order")
    func moving() {
        var reader = reader()
        #expect(reader.state.focus == .indicator(dimension: 0, indicator: 0))
        reader.press(.tab, .tab)
        #expect(reader.state.focus == .indicator(dimension: 2, indicator: 0))
        reader.press(.up)
        #expect(reader.state.focus == .indicator(dimension: 1, indicator: 6))
        reader.press(.end)
        #expect(reader.state.focus == .fact(dynamic: 1, fact: 7))
        reader.press(.backTab)
        #expect(reader.state.focus == .fact(dynamic: 0, fact: 0))
    }

    @Test("a weight moves by a tenth, by one, and to a typed number; r puts it back")
    func weights() {
        var reader = reader()
        reader.press(.right, .right, .character("-"))
        #expect(abs(reader.state.settings.indicatorWeights[0][0] - 1.1) < 1e-9)
        reader.press(.pageUp)
        #expect(abs(reader.state.settings.indicatorWeights[0][0] - 2.1) < 1e-9)
        reader.press(.enter)
        reader.type("7,25")
        reader.press(.enter)
        #expect(reader.state.settings.indicatorWeights[0][0] == 7.25)
        #expect(reader.screen.contains("7.25"))
        reader.press(.character("r"))
        #expect(reader.state.settings == Settings(bundled))
        reader.press(.character("u"))
        #expect(reader.state.settings.indicatorWeights[0][0] == 7.25)
    }

    @Test(
        "leaving an indicator out shows in the evidence balance whichever reading is on screen", arguments: ["", "t"])
    func effect(key: String) {
        var reader = reader()
        reader.type(key)
        reader.press(.tab, .down)
        let before = ReadingResult(bundled, reader.state.settings, .evidence)
        #expect(line(reader, "Evidence ").contains("US\u{00A0}+0.22"))
        #expect(reader.screen.contains("evidence US\u{00A0}+0.39"))
        reader.press(.character(" "))
        let after = ReadingResult(bundled, reader.state.settings, .evidence)
        #expect(before.value != after.value)
        #expect(line(reader, "Evidence ").contains(reader.state.words.lead(after.value)))
        #expect(line(reader, "Evidence ").contains("US\u{00A0}+0.19"))
        #expect(line(reader, "Thesis ").contains("US\u{00A0}+0.20"))
        #expect(reader.screen.contains("evidence US\u{00A0}+0.24") && reader.screen.contains("5 of 7 counted"))
        #expect(reader.screen.contains("left out: Data centres listed"))
        #expect((reader.state.balance.value == after.value) == (key == "t"))
    }

    @Test("what leaving out would do is what it does")
    func foretold() throws {
        var reader = reader((200, 60))
        reader.press(.tab, .down)
        let text = reader.screen.split(separator: "\n").joined(separator: " ")
        #expect(text.contains("Without it: Compute US\u{00A0}+0.236"))
        reader.press(.character(" "))
        let value = ReadingResult(bundled, reader.state.settings, .evidence).advantages[1]
        #expect(reader.state.words.lead(value, 3) == "US\u{00A0}+0.236")
    }

    @Test("Space counts an indicator that the model leaves out, at weight 1")
    func takeIn() {
        var reader = reader()
        reader.press(.tab, .down, .down, .down, .down, .down, .down)
        #expect(reader.screen.contains("left out: weight 0; Space counts it"))
        reader.press(.character(" "))
        #expect(reader.state.settings.indicatorWeights[1][6] == 1)
        #expect(reader.screen.contains("7 of 7 counted"))
    }

    @Test("the minimum confidence goes round, says how many fall out, and why one did")
    func confidence() {
        var reader = reader()
        reader.press(.down, .character("c"))
        #expect(reader.state.settings.confidence == .medium)
        #expect(reader.screen.contains("minimum confidence: medium; below it: 1 of 35 indicators"))
        #expect(reader.screen.contains("conf. low"))
        #expect(reader.screen.contains("left out: confidence low"))
        // Space can't bring it back: its weight is not why it is out.
        reader.press(.character(" "), .character(" "))
        #expect(reader.screen.contains("confidence is below the minimum"))
        reader.press(.character("c"), .character("c"))
        #expect(reader.state.settings.confidence == .low)
    }

    @Test("without a counted indicator the thesis stands in, and that is said")
    func standsIn() {
        var reader = reader()
        for _ in 0..<6 { reader.press(.character(" "), .down) }
        reader.press(.up)
        #expect(reader.screen.contains("no indicator counts: the thesis stands in"))
        #expect(reader.screen.contains("US\u{00A0}+0.25*"))
    }

    @Test("source, confidence and note of the focused figure show")
    func origin() {
        let reader = reader((200, 60))
        let text = reader.screen
        for part in [
            "Confidence medium.", "Elo formula", "Source: Stanford HAI", "2026-04", "https://hai.stanford.edu",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test("i shows all of a figure where the view cuts it")
    func details() {
        var reader = reader((80, 24))
        reader.press(.character("i"))
        let head = reader.screen
        #expect(head.contains("https://hai.stanford.edu/ai-index/2026-ai-index-report/technical-performance"))
        reader.press(.end)
        #expect(reader.screen.contains("(D1, F2, T1, S1)"))
        reader.press(.escape)
        #expect(reader.state.overlays.isEmpty)
    }

    @Test("the mouse chooses groups and figures and drags a weight")
    func mouse() throws {
        var reader = reader((80, 24))
        func press(_ target: Hit.Target) throws {
            let hit = try #require(reader.frame.hits.last { $0.target == target })
            _ = reduce(&reader.state, .input(.mouse(MouseEvent(.press, at: Point(hit.rect.x, hit.rect.y)))))
        }
        try press(.focus(.indicator(dimension: 3, indicator: 0)))
        #expect(reader.state.focus == .indicator(dimension: 3, indicator: 0))
        try press(.focus(.indicator(dimension: 3, indicator: 2)))
        #expect(reader.state.focus == .indicator(dimension: 3, indicator: 2))
        let slider = try #require(
            reader.frame.hits.first {
                if case .slider(.indicator(dimension: 3, indicator: 2), _, _) = $0.target { true } else { false }
            })
        let end = Point(slider.rect.right - 1, slider.rect.y)
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.press, at: end))))
        #expect(reader.state.settings.indicatorWeights[3][2] == 10)
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.wheelDown, at: end))))
        #expect(abs(reader.state.settings.indicatorWeights[3][2] - 9.9) < 1e-9)
    }

    @Test("the cursor stands on the focused row", arguments: sizes)
    func cursor(size: (Int, Int)) throws {
        var reader = reader(size)
        for _ in 0..<49 {
            let cursor = try #require(reader.frame.grid.cursor)
            #expect(reader.frame.grid[cursor.x - 1, cursor.y].text == "▸")
            reader.press(.down)
        }
    }

    private func line(_ reader: Reader, _ start: String) -> Substring {
        reader.screen.split(separator: "\n").dropFirst().first { $0.dropFirst().hasPrefix(start) } ?? ""
    }
}
