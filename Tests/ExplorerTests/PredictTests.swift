import BalanceModel
import CellGrid
import Testing

@testable import Explorer

@Suite("Predict first")
struct PredictTests {
    @Test("expected screens", arguments: [(40, 12), (80, 24), (120, 40)], Language.allCases)
    func screens(size: (Int, Int), language: Language) {
        var reader = Reader(bundled, size.0, size.1, language)
        reader.state.startPrediction()
        expectScreen(reader, "predict")
        reader.press(.pageUp, .end, .up, .right, .down, .right, .right)
        expectScreen(reader, "predict-guessed")
        reader.press(.enter)
        expectScreen(reader, "predict-answer")
    }

    @Test("no number of the model shows before both guesses are made", arguments: [(40, 10), (80, 24), (200, 60)])
    func hidden(size: (Int, Int)) {
        var reader = Reader(bundled, size.0, size.1)
        reader.state.startPrediction()
        let words = ["+0.", "lead:", "parity", "Ahead", "supported", "83%"]
        #expect(words.allSatisfy { !reader.screen.contains($0) })
        reader.press(.end, .enter)
        #expect(reader.screen.contains("Guess who leads first"))
        reader.press(.right, .enter, .enter)
        #expect(reader.screen.contains("Guess the year first"))
        #expect(words.allSatisfy { !reader.screen.contains($0) })
    }

    @Test("guess and model stand side by side, with how far off, and the weights are taken over in one step")
    func answer() {
        var reader = Reader(bundled, 80, 24)
        reader.state.startPrediction()
        // Innovation to 30, the United States, and three years before 2035.
        reader.press(.pageUp, .end, .up, .left, .down, .right, .left, .left, .left, .enter)
        #expect(reader.screen.contains("United States  ✓ right"))
        #expect(reader.screen.contains("2032"))
        #expect(reader.screen.contains("✗ 4 years late"))
        reader.press(.enter)
        #expect(reader.state.overlays.isEmpty && reader.state.view == .balance)
        #expect(reader.state.settings.points == [30, 20, 20, 20, 20])
        #expect(reader.state.history.count == 1)
        reader.press(.character("u"))
        #expect(reader.state.settings == Settings(bundled))
    }

    @Test("a guess in the year of the change is right; none is right where there is none")
    func judged() {
        var prediction = Prediction(bundled)
        let balance = evaluate(bundled, Settings(bundled))
        prediction.parity = 3
        #expect(balance.yearsToParity.map { $0 >= 3 && $0 < 4 } == true)
        #expect(prediction.yearsOff(balance) == 0)
        prediction.parity = 1
        #expect(prediction.yearsOff(balance) == -2)
        prediction.parity = Prediction.none
        #expect(prediction.yearsOff(balance) == nil)

        var reader = Reader(bundled)
        reader.press(.character("t"), .character("P"), .end, .up, .left, .down)
        for _ in 0..<30 { reader.press(.right) }
        #expect(reader.screen.contains("not by 2050"))
        reader.press(.enter)
        #expect(reader.screen.contains("not by 2050    not by 2050    ✓ right"))
    }

    @Test("the reading, year and scenario on screen stay; it can be played again and left at any time")
    func again() {
        var reader = Reader(bundled)
        reader.press(.character("s"), .enter, .character("P"))
        #expect(reader.screen.contains("Who leads in 2030?"))
        let before = reader.state.settings
        reader.press(.escape)
        #expect(reader.state.overlays.isEmpty && reader.state.settings == before)
        reader.press(.character("P"), .end, .up, .right, .down, .right, .enter, .escape)
        #expect(reader.state.overlays.isEmpty && reader.state.settings == before)
    }

    @Test("help opens above it and gives it back; quit quits; guessing what is set already changes nothing")
    func keys() {
        var reader = Reader(bundled, 80, 24)
        reader.press(.character("P"), .character("?"))
        #expect(reader.screen.contains("Help") && reader.screen.contains("Move"))
        reader.press(.escape)
        #expect(reader.screen.contains("? help  q quit") && reader.state.isPredicting)
        reader.press(.character("q"))
        #expect(reader.effects == [.quit])
        reader.press(.end, .up, .left, .down, .right, .enter, .enter)
        #expect(reader.state.overlays.isEmpty && reader.state.history.count == 0)
        #expect(reader.screen.contains("These were your weights already"))
    }

    @Test("points stay within 0 and 100, and the last ones stay")
    func limits() {
        var prediction = Prediction(bundled)
        prediction.setPoints(0, 130)
        #expect(prediction.points[0] == 100)
        for i in 0..<5 { prediction.setPoints(i, 0) }
        #expect(prediction.points == [0, 0, 0, 0, 20])
    }

    @Test("the mouse drags a weight, chooses a leader and a year")
    func mouse() throws {
        var reader = Reader(bundled, 80, 24)
        reader.state.startPrediction()
        func point(_ target: (Hit.Target) -> Bool) throws -> Point {
            let hit = try #require(reader.frame.hits.last { target($0.target) })
            return Point(hit.rect.right - 1, hit.rect.y)
        }
        func isScale(_ row: Int) -> (Hit.Target) -> Bool {
            { if case .scale(row, _, _) = $0 { true } else { false } }
        }
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.drag, at: try point(isScale(1))))))
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.press, at: try point { $0 == .choice(9) }))))
        _ = reduce(&reader.state, .input(.mouse(MouseEvent(.press, at: try point(isScale(6))))))
        guard case .predict(let prediction) = reader.state.overlays.last else {
            Issue.record("the prediction is gone")
            return
        }
        #expect(prediction.points[1] == 100 && prediction.leader == .second)
        #expect(prediction.parity == Prediction.none)
    }

    @Test("renders at every size, with two dimensions or twenty-four")
    func anySize() {
        var dice = Dice(seed: 9)
        for _ in 0..<50 {
            var reader = Reader(
                dice.chance(0.5) ? bundled : wideModel, .random(in: 1...300, using: &dice),
                .random(in: 1...100, using: &dice), dice.chance(0.5) ? .en : .fr)
            reader.state.startPrediction()
            for _ in 0..<Int.random(in: 0...40, using: &dice) {
                reader.press([.right, .down, .left, .enter, .end].randomElement(using: &dice) ?? .right)
            }
            #expect(reader.frame.grid.size == reader.size)
        }
    }
}
