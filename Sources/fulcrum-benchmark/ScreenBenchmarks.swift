import Benchmark
import CellGrid
import Explorer

/// A frame of each view at 120×40, and a key from press to frame.
func screenSuite() -> BenchmarkSuite {
    BenchmarkSuite(name: "screen") { suite in
        let size = Size(120, 40)
        let views: [CommandID] = [
            .viewBalance, .viewEvidence, .viewOutlook, .viewRobustness, .viewCompare, .viewArticle,
        ]
        for view in views {
            var state = State(model: Subject.model)
            _ = reduce(&state, .input(.resize(size)))
            _ = reduce(&state, .command(view))
            suite.benchmark("render \(view.rawValue)") { keep(Screen.render(state, size, theme: .standard)) }
        }

        var state = State(model: Subject.model)
        _ = reduce(&state, .input(.resize(size)))
        var up = false
        suite.benchmark("weight key to frame") {
            up.toggle()
            _ = reduce(&state, .command(up ? .increase : .decrease))
            keep(Screen.render(state, size, theme: .standard))
        }
    }
}
