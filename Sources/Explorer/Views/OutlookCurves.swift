import BalanceModel
import CellGrid
import Wording

/// What the outlook draws: the reader's own line, and the scenarios laid over it.
struct OutlookCurves {
    struct Curve {
        /// The place in `State.scenarios`; `nil` for the reader's own settings.
        var scenario: Int?
        var balances: [Double]
        var letter: String
        var style: Style
        var pattern: (on: Int, off: Int)
    }

    /// Each scenario's balance at the year on screen.
    let scenarios: [Balance]
    /// Scenarios laid over in their order, the reader's own line last, so that it lies on top.
    let curves: [Curve]

    init(_ state: State) {
        scenarios = state.scenarios.map { state.balance(of: $0) }
        var curves: [Curve] = []
        for (place, scenario) in state.scenarios.enumerated() where state.overlaid.contains(scenario.id) {
            curves.append(
                Curve(
                    scenario: place, balances: scenarios[place].longOutlook.map(\.balance),
                    letter: Self.letter(place), style: Self.style(place),
                    pattern: Self.patterns[place % Self.patterns.count]))
        }
        curves.append(
            Curve(
                scenario: nil, balances: state.balance.longOutlook.map(\.balance), letter: "●",
                style: Style(.text, .bold), pattern: (1, 0)))
        self.curves = curves
    }

    /// a…z, then numbers.
    static func letter(_ place: Int) -> String {
        guard place < 26, let scalar = Unicode.Scalar(0x61 + UInt32(place)) else { return String(place + 1) }
        return String(scalar)
    }

    private static let patterns: [(on: Int, off: Int)] = [(3, 2), (1, 2), (5, 2), (2, 1), (1, 3), (4, 4), (2, 4)]
    private static let styles: [Style] = [
        Style(.slider), Style(.prediction), Style(.mark), Style(.key), Style(.supported), Style(.lock), Style(.open),
    ]
    static func style(_ place: Int) -> Style { styles[place % styles.count] }
}

extension State {
    /// A scenario's balance at the year on screen, whatever year it starts with.
    func balance(of scenario: Scenario) -> Balance {
        var settings = Settings(model, scenario: scenario)
        settings.year = self.settings.year
        return evaluate(model, settings)
    }
}
