import BalanceModel
import Testing

/// B by the intensities of two dynamics (method §3 and §5).
@Suite struct VerdictMapTests {
    /// One dimension carries all: z = a·(x − ½) + b·(y − ½).
    private func map(_ a: Double, _ b: Double, columns: Int = 5, rows: Int = 5) -> VerdictMap {
        let model = makeModel(
            [dimension(0, points: 100), dimension(0, points: 0)],
            dynamics: [a, b].map { dynamic(effects: [DynamicEffect(dimension: 0, immediate: $0)]) })
        return Evaluator(model, Settings(model)).verdictMap(0, 1, columns: columns, rows: rows)
    }

    @Test func levelsRunFromNoneToAll() {
        let map = map(1, 1, columns: 5, rows: 3)
        #expect(map.columns == [0, 25, 50, 75, 100] && map.rows == [0, 50, 100])
        #expect(map.values.count == 3 && map.values.allSatisfy { $0.count == 5 })
        #expect(self.map(1, 1, columns: 0, rows: 1).columns == [0, 100])
    }

    @Test func valuesAreBalancesByRowThenColumn() {
        let map = map(0.4, 0.2)
        // tanh(0.4·(−½) + 0.2·½) and tanh(0.4·½ + 0.2·(−¼))
        #expect(close(map.values[4][0], -0.09966799462495582))
        #expect(close(map.values[1][4], 0.14888503362331795))
    }

    @Test func theTippingLineHasADirection() {
        // x = ½, y = ½; within the edges x + y = 1 and x = y.
        #expect(map(1, 0).tipping.allSatisfy { $0 == [nil, nil, .upright, nil, nil] })
        #expect(map(0, 1).tipping[2].allSatisfy { $0 == .flat })
        #expect((1..<4).allSatisfy { map(1, 1).tipping[4 - $0][$0] == .falling })
        #expect((1..<4).allSatisfy { map(1, -1).tipping[$0][$0] == .rising })
    }

    @Test(arguments: 0..<20) func everyCellIsTheBalanceAtItsIntensities(seed: Int) {
        var (model, settings) = RandomModels.pair(seed)
        if model.dynamics.count < 2 { model.dynamics = [dynamic(effects: []), dynamic(effects: [])] }
        if settings.intensities.count < 2 { settings.intensities = [50, 50] }
        let map = Evaluator(model, settings).verdictMap(1, 0, columns: 3, rows: 4)
        for (row, values) in map.values.enumerated() {
            for (column, value) in values.enumerated() {
                settings.intensities[1] = map.columns[column]
                settings.intensities[0] = map.rows[row]
                #expect(close(value, evaluate(model, settings).value))
            }
        }
    }
}
