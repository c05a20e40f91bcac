import BalanceModel
import Testing

@Suite("The verdict by two intensities")
struct VerdictGridTests {
    /// B = s of one dimension: the first dynamic lifts it by 1 in z, the second lowers it by as much.
    private static let opposed = makeModel(
        [dimension(0)],
        dynamics: [
            dynamic(intensity: 0, reference: 0, effects: [DynamicEffect(dimension: 0, immediate: 1)]),
            dynamic(intensity: 0, reference: 0, effects: [DynamicEffect(dimension: 0, immediate: -1)]),
        ])

    @Test("columns are the first dynamic, rows the second, and the line rises where they cancel")
    func orientation() {
        let map = Evaluator(Self.opposed, Settings(Self.opposed)).verdictMap(0, 1, columns: 5, rows: 5)
        #expect(map.columns == [0, 25, 50, 75, 100] && map.rows == map.columns)
        #expect(map.values[0][4] > 0.7 && map.values[4][0] < -0.7)
        for k in 0..<5 {
            #expect(abs(map.values[k][k]) < 1e-12)
            #expect(map.tipping[k][k] != nil)
        }
        #expect((1..<4).allSatisfy { map.tipping[$0][$0] == .rising })
        #expect(map.tipping[0][3] == nil && map.tipping[4][1] == nil)
    }

    @Test("the line is upright or flat where one dynamic does nothing")
    func straight() {
        let model = makeModel(
            [dimension(0)],
            dynamics: [
                dynamic(intensity: 0, reference: 50, effects: [DynamicEffect(dimension: 0, immediate: 1)]),
                dynamic(intensity: 0, reference: 0, effects: []),
            ])
        let evaluator = Evaluator(model, Settings(model))
        let upright = evaluator.verdictMap(0, 1, columns: 6, rows: 3)
        #expect(upright.tipping.allSatisfy { $0.contains(.upright) && !$0.contains(.flat) })
        let flat = evaluator.verdictMap(1, 0, columns: 3, rows: 6)
        #expect(flat.tipping.contains { $0.allSatisfy { $0 == .flat } })
    }

    @Test("every cell is the balance at its intensities, whatever the model", arguments: 0..<40)
    func cells(seed: Int) {
        let (model, settings) = RandomModels.pair(seed, dimensions: 2...8)
        guard model.dynamics.count >= 2 else { return }
        let last = model.dynamics.count - 1
        let map = Evaluator(model, settings).verdictMap(0, last, columns: 6, rows: 3)
        for (row, second) in map.rows.enumerated() {
            for (column, first) in map.columns.enumerated() {
                var moved = settings
                moved.intensities[0] = first
                moved.intensities[last] = second
                #expect(close(map.values[row][column], evaluate(model, moved).value, within: 1e-11), "seed \(seed)")
            }
        }
    }

    @Test("the line passes where the tipping intensity says", arguments: 0..<200)
    func tipping(seed: Int) {
        let (model, base) = RandomModels.pair(seed, dimensions: 2...8)
        guard model.dynamics.count >= 2 else { return }
        var settings = base
        settings.intensities[0] = 0
        settings.intensities[1] = 50
        let balance = evaluate(model, settings)
        let map = Evaluator(model, settings).verdictMap(0, 1, columns: 51, rows: 3)
        guard let tipping = balance.dynamics[0].tippingIntensity, balance.favoured != nil else { return }
        // From the first column to where B is 0 the sign stays; the cell there, or its neighbour, has the line.
        let column = Int((tipping / 2).rounded())
        let near = max(0, column - 1)...min(50, column + 1)
        #expect(near.contains { map.tipping[1][$0] != nil }, "seed \(seed): tips at \(tipping)")
    }
}

@Suite("The outlook to the horizon")
struct LongOutlookTests {
    @Test("26 years, each the balance and the acceptability of that year", arguments: 0..<20)
    func years(seed: Int) {
        let (model, settings) = RandomModels.pair(seed, dimensions: 2...8)
        let balance = evaluate(model, settings)
        #expect(balance.outlook.count == 16)
        #expect(balance.longOutlook.map(\.year) == Array(model.baseYear...model.baseYear + 25))
        for year in balance.longOutlook {
            var moved = settings
            moved.year = Double(year.year)
            let then = evaluate(model, moved)
            #expect(close(year.balance, then.value))
            #expect(close(year.acceptability, then.robustness.acceptability))
        }
    }

    @Test("periods say from when to when the verdict depends on the weights")
    func periods() {
        // The second dimension drifts by 0.05 a year from z = 0.5493: its sign changes after 10.99 years.
        let model = makeModel([dimension(0.5), dimension(0.5, momentum: -2)])
        let periods = balance(model).periods
        #expect(periods.map(\.verdict) == [.settled(.first), .open])
        #expect(periods.map(\.years) == [2025...2035, 2036...2050])
        #expect(balance(makeModel([dimension(0), dimension(0)])).periods.map(\.verdict) == [.level])
        let second = balance(makeModel([dimension(-0.5), dimension(-0.2)])).periods
        #expect(second.map(\.verdict) == [.settled(.second)] && second.map(\.years) == [2025...2050])
    }
}
