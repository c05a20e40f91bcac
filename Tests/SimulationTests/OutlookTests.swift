import BalanceModel
import Testing

@testable import Simulation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension BandYear {
    var quantiles: [Double] { [q05, q25, q50, q75, q95] }
}

/// The outlook band of method §7.
@Suite struct BandTests {
    private static let normalQuantiles = [
        -1.6448536269514722, -0.6744897501960817, 0, 0.6744897501960817, 1.6448536269514722,
    ]

    /// Σ w z(t) is normal, so the quantiles of its tanh are known.
    @Test(arguments: [false, true]) func geometricCaseHasItsClosedForm(terrainShift: Bool) throws {
        let model = fullModel(aggregation: .geometric, terrainShift: terrainShift)
        let evaluator = Evaluator(model, Settings(model))
        let samples = 100_000
        let result = try #require(
            simulate(SimulationRequest(model: model, settings: Settings(model), samples: samples)))
        #expect(result.band.map(\.year) == Array(2025...2040))
        for (t, row) in result.band.enumerated() {
            let years = Double(t)
            let mean = evaluator.indexSum(at: years, intensities: evaluator.intensities)
            let variance = zip(evaluator.weights(at: years), evaluator.readings).reduce(0) { sum, pair in
                let (w, r) = pair
                let drift = years * r.driftDeviation
                return sum + w * w * (r.startDeviation * r.startDeviation + drift * drift)
            }
            for (k, p) in Tally.probabilities.enumerated() {
                let z = Self.normalQuantiles[k]
                let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
                let error = variance.squareRoot() * (p * (1 - p) / Double(samples)).squareRoot() / density
                let expected = tanh(mean + variance.squareRoot() * z)
                #expect(abs(row.quantiles[k] - expected) <= 4 * error + 2 / Double(Tally.bins), "\(row.year) \(p)")
            }
        }
    }

    @Test func withoutUncertaintyItIsTheBalance() throws {
        for aggregation in Aggregation.allCases {
            var model = fullModel(aggregation: aggregation, terrainShift: true)
            for i in model.dimensions.indices {
                model.dimensions[i].thesis.uncertainty = 0
                model.dimensions[i].thesis.driftUncertainty = 0
            }
            let settings = settings(model, year: 2033)
            let exact = evaluate(model, settings)
            let result = try #require(simulate(SimulationRequest(model: model, settings: settings, samples: 1000)))
            for (row, year) in zip(result.band, exact.outlook) {
                for quantile in row.quantiles { #expect(abs(quantile - year.balance) < 1e-11) }
            }
            #expect(result.pFirstLeads == (exact.value > 0 ? 1 : 0))
            #expect(result.standardError == 0)
        }
    }

    /// Far beyond ±3 every draw is limited, whatever its size.
    @Test func extremeInputsStayOnTheScale() throws {
        var model = fullModel()
        for i in model.dimensions.indices { model.dimensions[i].thesis.uncertainty = 1e200 }
        model.dimensions[0].thesis.driftUncertainty = 1e308
        let result = try #require(
            simulate(SimulationRequest(model: model, settings: Settings(model), samples: 5000)))
        for row in result.band {
            #expect(row.quantiles == row.quantiles.sorted())
            #expect(row.quantiles.allSatisfy { abs($0) <= tanh(3) + 1e-12 })
        }
    }

    @Test func histogramFindsTheQuantilesOfTheSortedDraws() {
        // Two clusters and a few far values: bins hold much, little and nothing.
        var stream = StreamUse.draws.stream(seed: 3, piece: 0)
        let column = Columns(2)
        var values: [Double] = []
        let tallies = [Tally(years: 2), Tally(years: 2)]
        for block in 0..<21 {
            bestKernels.normals(
                &stream, Columns.draws, [0.4, -0.3], [0.01, 0.3], column[0], column[1])
            for j in 0..<Columns.draws where block % 3 == 0 { column[0][j] = tanh(column[1][j]) }
            let count = block == 20 ? 11 : Columns.draws
            tallies[block % 2].add(year: 1, balances: column[0], count: count)
            tallies[block % 2].add(balances: column[0], sums: column[1], count: count)
            values += (0..<count).map { column[0][$0] }
        }
        values.sort()
        let found = Tally.quantiles(tallies, year: 1)
        for (p, quantile) in zip(Tally.probabilities, found) {
            let exact = values[Int((p * Double(values.count)).rounded(.up)) - 1]
            #expect(abs(quantile - exact) <= 2 / Double(Tally.bins))
        }
    }
}

@Suite struct DeterminismTests {
    @Test(arguments: Aggregation.allCases, [1000, 4096, 20_001])
    func threadsDoNotChangeABit(aggregation: Aggregation, samples: Int) throws {
        let model = fullModel(aggregation: aggregation, terrainShift: true)
        let request = SimulationRequest(
            model: model, settings: settings(model, year: 2030.5), samples: samples, seed: 42)
        let alone = try #require(simulate(request, threads: 1))
        #expect(alone.samplesDone == samples)
        for threads in [2, 3, 7] { #expect(simulate(request, threads: threads) == alone) }
        let indices = try #require(sensitivity(request, threads: 1))
        for threads in [2, 3, 7] { #expect(sensitivity(request, threads: threads) == indices) }
    }

    @Test func seedsDiffer() {
        let model = fullModel()
        let results = [0, 1, 2, UInt64(Int64.max)].map {
            simulate(SimulationRequest(model: model, settings: Settings(model), samples: 3000, seed: $0))
        }
        #expect(Set(results).count == 4)
    }

    /// Reading a result early changes nothing about the later ones.
    @Test func stagesEndWhereOneRunDoes() throws {
        let model = fullModel()
        let request = SimulationRequest(model: model, settings: Settings(model), samples: 30_001)
        let staged = Simulation(request, threads: 3)
        for stage in [1, 4096, 4096, 5000, 16384] {
            #expect(staged.advance(to: stage) { _ in true })
            let early = staged.result()
            #expect(early.samplesDone >= stage && early.samplesDone < stage + Simulation.chunk)
            var short = request
            short.samples = early.samplesDone
            #expect(early == simulate(short, threads: 1))
        }
        #expect(staged.advance(to: 1_000_000) { _ in true })
        #expect(staged.advance(to: 1_000_000) { _ in true })
        #expect(staged.result() == simulate(request, threads: 1))
    }
}

@Suite struct ProgressTests {
    private let request = SimulationRequest(
        model: fullModel(), settings: Settings(fullModel()), samples: 60_000)

    @Test(arguments: [1, 2]) func progressRisesToOne(threads: Int) {
        var seen: [Double] = []
        let result = simulate(request, threads: threads) {
            seen.append($0)
            return true
        }
        #expect(result != nil)
        #expect(seen == seen.sorted() && seen.count > 10)
        #expect((seen.last ?? 0) <= 1 && (seen.last ?? 0) > 0.9)
    }

    @Test(arguments: [1, 2, 5]) func falseCancels(threads: Int) {
        var calls = 0
        let result = simulate(request, threads: threads) { _ in
            calls += 1
            return calls < 3
        }
        #expect(result == nil)
        #expect(calls == 3)
        #expect(sensitivity(request, threads: threads) { _ in false } == nil)
    }
}
