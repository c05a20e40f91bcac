import BalanceModel
import CellGrid
import Testing
import Wording

@testable import Explorer

@Suite("A takeaway in depth")
struct TakeawayOverlayTests {
    static let sizes = [(40, 12), (80, 24), (120, 40)]

    private func reader(_ k: Int, _ size: (Int, Int) = (120, 40), _ language: Language = .en) -> Reader {
        var reader = Reader(bundled, size.0, size.1, language)
        reader.press(.tab, .tab)
        for _ in 0..<k { reader.press(.down) }
        reader.press(.enter)
        return reader
    }

    private func text(_ k: Int, _ language: Language = .en) -> String {
        let painter = Painter(reader(k, (120, 40), language).state, Size(120, 40))
        return painter.takeawayLines(k, width: 92).map { $0.map(\.0).joined() }.joined(separator: "\n")
    }

    @Test("expected screens", arguments: sizes, Language.allCases)
    func screens(size: (Int, Int), language: Language) {
        expectOverlay(reader(1, size, language), "takeaway-depth")
    }

    @Test("expected screens at the end of the text", arguments: [(80, 24), (120, 40)], Language.allCases)
    func end(size: (Int, Int), language: Language) {
        var reader = reader(2, size, language)
        reader.press(.end)
        expectOverlay(reader, "takeaway-depth-end")
    }

    @Test(
        "text, measure, value, thresholds, both readings, claims and evidence are there", arguments: Language.allCases)
    func all(language: Language) {
        for (k, takeaway) in bundled.takeaways.enumerated() {
            let text = text(k, language)
            let words = Words(bundled, language)
            let balance = evaluate(bundled, Settings(bundled))
            let joined = text.replacing("\n", with: " ")
            #expect(joined.contains(words.measured(k, balance)))
            // A space before a sign doesn't break.
            let plain = joined.replacing("\u{A0}", with: " ")
            let thresholds = words.thresholds(takeaway.test).replacing("\u{A0}", with: " ")
            #expect(plain.contains(Words.capitalised(thresholds)))
            for reading in Reading.allCases {
                let result = ReadingResult(bundled, Settings(bundled), reading).takeaways[k]
                #expect(
                    text.contains(
                        words.status(result.status) + ", " + words.value(result.value, of: takeaway.test.measure)))
            }
            for id in takeaway.claims { #expect(text.contains("\n\(id) ")) }
            for i in takeaway.test.measure.dimensions(bundled) { #expect(text.contains(words.dimension(i))) }
        }
    }

    @Test("the smallest change is named, and making it changes the status")
    func change() {
        #expect(text(2).contains("▸ Innovation: 4 points instead of 20 → ○ open (0.029) (smallest)"))
        // Values that round to a threshold they have not reached show more digits.
        #expect(text(2).contains("Malaise: 31% instead of 50% → ○ open (0.02"))
        #expect(text(0).contains("No weight, intensity or year alone gives it another status."))
        var settings = Settings(bundled)
        settings.points[0] = 4
        #expect(evaluate(bundled, settings).takeaways[2].status == .open)
        settings.points[0] = 5
        #expect(evaluate(bundled, settings).takeaways[2].status == .supported)
    }

    @Test("the value stands in its zone on the scale, whatever the direction and size", arguments: [20, 38, 72])
    func scale(width: Int) {
        let words = Words(bundled, .en)
        let values: [Double] = [-.infinity, -1000, -0.05, 0, 0.005, 0.01, 0.02, 0.03, 0.05, 1000, .infinity]
        for (supported, contradicted) in [(0.03, 0.005), (0.005, 0.03), (10, 20), (2, 0)] {
            for value in values {
                let test = Takeaway.Test(
                    measure: .yearsToParity, supportedAt: supported, contradictedAt: contradicted)
                let lines = ThresholdScale(test: test, value: value, words: words).lines(width: width)
                for line in lines { #expect(DisplayWidth.of(line.map(\.0).joined()) <= width) }
                let track = lines[1].map(\.0).joined()
                #expect(track.count == width && track.contains("●"))
                let knob = lines[1].firstIndex { $0.0 == "●" } ?? 0
                let marks = lines[1].indices.filter { lines[1][$0].0 == "┼" }
                let below = marks.filter { $0 < knob }.count
                // Beyond a threshold on the line only where it is beyond it in value.
                if below == 2 { #expect(value >= max(supported, contradicted)) }
                if below == 0, marks.count == 2 { #expect(value <= min(supported, contradicted)) }
            }
        }
    }

    @Test("keys scroll, turn to the neighbours, close, and lead to the claims and back")
    func keys() {
        var reader = reader(2, (80, 24))
        let top = reader.screen
        reader.press(.down)
        #expect(reader.screen != top)
        reader.press(.up)
        #expect(reader.screen == top)
        reader.press(.end, .up)
        let nearEnd = reader.screen
        reader.press(.down, .down, .down, .up)
        #expect(reader.screen == nearEnd)
        reader.press(.right)
        #expect(reader.screen.contains("4/8 Alignment cuts both ways") && reader.state.focus == .takeaway(3))
        reader.press(.left, .left)
        #expect(reader.screen.contains("2/8"))
        reader.press(.character("L"))
        #expect(reader.screen.contains("La puissance est multiple"))
        reader.press(.enter)
        #expect(reader.state.overlays.isEmpty)
        reader.press(.enter, .character("a"))
        #expect(reader.state.view == .article && reader.state.overlays.isEmpty)
        reader.press(.escape)
        #expect(reader.state.view == .balance && reader.state.focus == .takeaway(1))
        reader.press(.enter, .escape)
        #expect(reader.state.overlays.isEmpty)
    }

    @Test("the main view says in short what would change it")
    func short() {
        var reader = Reader(bundled, 120, 40)
        reader.press(.tab, .tab, .down)
        let lines = Painter(reader.state, Size(120, 40)).detailLines(reader.state.focus, width: 500).map(\.text)
        #expect(lines.contains { $0.hasSuffix("Compute: 10 points instead of 20 → supported.") })
    }
}
