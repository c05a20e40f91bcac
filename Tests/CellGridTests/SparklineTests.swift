import CellGrid
import Testing

@Suite struct SparklineTests {
    @Test func runsFromTheLowestToTheHighest() {
        #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7], width: 10) == "▁▂▃▄▅▆▇█")
        #expect(Sparkline.text([-89, -80], width: 10) == "▁█")
    }

    @Test func equalValuesStandInTheMiddle() { #expect(Sparkline.text([5, 5, 5], width: 10) == "▄▄▄") }

    @Test func thinsKeepingBothEnds() {
        #expect(Sparkline.text(Array(0..<100).map(Double.init), width: 3) == "▁▄█")
        #expect(Sparkline.text([1, 2], width: 1) == "█")
        #expect(Sparkline.text([1, 2], width: 0) == "")
        #expect(Sparkline.text([], width: 5) == "")
    }
}
