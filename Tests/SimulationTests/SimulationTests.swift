import BalanceModel
import Testing

@testable import Simulation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The sampled probabilities against exact ones (method §7).
@Suite struct ProbabilityTests {
    /// P = Φ(Σ w z(t)/√Σ w²(σ² + t²ς²)): exact for geometric aggregation and fixed weights.
    private func closedForm(_ evaluator: Evaluator) -> Double {
        let t = evaluator.years
        let weights = evaluator.weights(at: t)
        let variance = zip(weights, evaluator.readings).reduce(0) { sum, pair in
            let (w, reading) = pair
            let deviation = reading.startDeviation
            return sum + w * w * (deviation * deviation + t * t * reading.driftDeviation * reading.driftDeviation)
        }
        return normalShare(
            below: evaluator.indexSum(at: t, intensities: evaluator.intensities) / variance.squareRoot())
    }

    @Test(arguments: [2025.0, 2026.5, 2029, 2031, 2047.25], [false, true])
    func geometricCaseHasItsClosedForm(year: Double, terrainShift: Bool) throws {
        let model = fullModel(aggregation: .geometric, terrainShift: terrainShift)
        let settings = settings(model, year: year)
        let expected = closedForm(Evaluator(model, settings))
        let result = try #require(simulate(SimulationRequest(model: model, settings: settings)))
        #expect(abs(result.pFirstLeads - expected) <= 4 * (expected * (1 - expected) / 100_000).squareRoot() + 1e-9)
    }

    @Test func scenarioChangesCount() throws {
        let model = fullModel(aggregation: .geometric)
        let scenario = Scenario(
            id: "s", name: LocalizedText("s"), points: [.init(3, 5)], dynamics: [.init(0, 90)],
            scoreChange: [.init(1, -0.5)], driftChange: [.init(3, -0.06)], year: 2028)
        let changed = Settings(model, scenario: scenario)
        let expected = closedForm(Evaluator(model, changed))
        let plain = closedForm(Evaluator(model, settings(model, year: 2028)))
        try #require(abs(expected - plain) > 0.1)
        let result = try #require(simulate(SimulationRequest(model: model, settings: changed)))
        #expect(abs(result.pFirstLeads - expected) <= 4 * result.standardError)
    }

    /// P(w₁ tanh Z₁ + w₂ tanh Z₂ > 0) by integrating over Z₁, both limited to ±3.
    private func integrated(_ evaluator: Evaluator) -> Double {
        let t = evaluator.years
        let weights = evaluator.weights(at: t)
        let normals = evaluator.readings.map { reading in
            (
                mean: reading.start + reading.drift * t,
                deviation:
                    (reading.startDeviation * reading.startDeviation + t * t * reading.driftDeviation
                    * reading.driftDeviation).squareRoot()
            )
        }
        func shareLeading(_ z: Double) -> Double {
            let needed = -weights[0] / weights[1] * tanh(min(max(z, -3), 3))
            if needed >= tanh(3) { return 0 }
            if needed < tanh(-3) { return 1 }
            return 1 - normalShare(below: (atanh(needed) - normals[1].mean) / normals[1].deviation)
        }
        let steps = 4000
        return (0..<steps).reduce(0) { sum, k in
            let u = -8 + 16 * (Double(k) + 0.5) / Double(steps)
            let density = exp(-u * u / 2) / (2 * Double.pi).squareRoot()
            return sum + density * shareLeading(normals[0].mean + normals[0].deviation * u) * 16 / Double(steps)
        }
    }

    @Test(arguments: [
        (0.3, -0.2, 0.15, 0.15, 2025.0), (0.9, -0.8, 0.6, 0.3, 2025), (0.5, -0.6, 0.5, 1.5, 2033),
        (-0.4, 0.9, 1.2, 0.8, 2040), (0.97, -0.98, 1, 1, 2025),
    ])
    func arithmeticCaseAgreesWithQuadrature(first: Double, second: Double, sigma: Double, other: Double, year: Double)
        throws
    {
        let model = model([
            dimension("a", first, points: 30, momentum: -1, uncertainty: sigma),
            dimension("b", second, points: 45, momentum: 1, uncertainty: other, driftUncertainty: 0.05),
        ])
        let settings = settings(model, year: year)
        let expected = integrated(Evaluator(model, settings))
        try #require(expected > 0.02 && expected < 0.98)
        let result = try #require(simulate(SimulationRequest(model: model, settings: settings, samples: 400_000)))
        #expect(abs(result.pFirstLeads - expected) <= 4 * result.standardError)
        #expect(result.standardError == (result.pFirstLeads * (1 - result.pFirstLeads) / 400_000).squareRoot())
    }

    /// The distribution of a sum of independent terms w tanh Z, by convolving those of the terms on a grid.
    private func convolved(_ evaluator: Evaluator, step: Double) -> Double {
        let t = evaluator.years
        let shifts = evaluator.dynamicShifts(at: t, intensities: evaluator.intensities)
        var sum = [1.0]
        for (i, (w, reading)) in zip(evaluator.weights(at: t), evaluator.readings).enumerated() {
            let mean = reading.start + reading.drift * t + shifts[i]
            let deviation =
                (reading.startDeviation * reading.startDeviation + t * t * reading.driftDeviation
                * reading.driftDeviation).squareRoot()
            let cells = Int((w / step).rounded(.up))
            let below = (-cells...cells + 1).map { cell -> Double in
                let s = (Double(cell) - 0.5) * step / w
                return s <= -1 ? 0 : s >= 1 ? 1 : normalShare(below: (atanh(s) - mean) / deviation)
            }
            var next = [Double](repeating: 0, count: sum.count + 2 * cells)
            for (k, p) in sum.enumerated() where p > 0 {
                for cell in 0...2 * cells { next[k + cell] += p * (below[cell + 1] - below[cell]) }
            }
            sum = next
        }
        let middle = sum.count / 2
        return sum[(middle + 1)...].reduce(0, +) + sum[middle] / 2
    }

    @Test(arguments: [2025.0, 2029, 2034])
    func arithmeticCaseOfFiveDimensionsAgreesWithConvolution(year: Double) throws {
        let model = fullModel()
        let settings = settings(model, year: year)
        let expected = convolved(Evaluator(model, settings), step: 0.002)
        let result = try #require(simulate(SimulationRequest(model: model, settings: settings)))
        #expect(abs(result.pFirstLeads - expected) <= 4 * result.standardError + 1e-5)
    }
}

/// P(A leads, any weights).
@Suite struct AnyWeightsTests {
    @Test(arguments: [[0.2, -0.1], [0.3, 0.1, -0.2], [0.7, -0.1, -0.3, -0.5], [0.31, -0.22, 0.15, -0.4, 0.08]])
    func withoutUncertaintyItIsTheAcceptability(advantages: [Double]) throws {
        for aggregation in Aggregation.allCases {
            let model = model(
                advantages.enumerated().map {
                    dimension("d\($0)", $1, uncertainty: 0, driftUncertainty: 0)
                }, aggregation: aggregation)
            let exact = try #require(evaluate(model, Settings(model)).robustness.acceptability)
            let result = try #require(simulate(SimulationRequest(model: model, settings: Settings(model))))
            #expect(abs(result.pFirstLeadsAnyWeights - exact) <= 4 * (exact * (1 - exact) / 100_000).squareRoot())
        }
    }

    /// E[share(x)] over the uncertain x, by integrating over two dimensions.
    @Test func withUncertaintyItIsTheMeanAcceptability() throws {
        let model = model([dimension("a", 0.1, uncertainty: 0.4), dimension("b", -0.2, uncertainty: 0.3)])
        let settings = settings(model, year: 2030)
        let readings = Evaluator(model, settings).readings
        let steps = 160
        var expected = 0.0
        for j in 0..<steps * steps {
            let u = [j / steps, j % steps].map { -6 + 12 * (Double($0) + 0.5) / Double(steps) }
            let x = (0..<2).map { i in
                let r = readings[i]
                let deviation = (r.startDeviation * r.startDeviation + 25 * r.driftDeviation * r.driftDeviation)
                return tanh(r.start + 5 * r.drift + deviation.squareRoot() * u[i])
            }
            let density = exp(-(u[0] * u[0] + u[1] * u[1]) / 2) / (2 * Double.pi)
            expected += (Acceptability.share(x) ?? 0) * density * 144 / Double(steps * steps)
        }
        let result = try #require(simulate(SimulationRequest(model: model, settings: settings)))
        #expect(abs(result.pFirstLeadsAnyWeights - expected) <= 4 * result.standardErrorAnyWeights)
    }

    @Test func weightsAloneConvergeToTheExactShare() throws {
        for x in [
            [1.0, -1], [1, -1, 1], [2, -1, -1], [3, 1, -2], [4, -1, -1, -1], [1, 2, -3, 4, -5, 6, -7, 8, -9, 1],
        ] {
            let exact = try #require(Acceptability.share(x))
            let samples = 300_000
            let share = Double(Simplex.positives(x, samples: samples, seed: 5)) / Double(samples)
            #expect(abs(share - exact) <= 4 * (exact * (1 - exact) / Double(samples)).squareRoot(), "\(x)")
        }
        #expect(Simplex.positives([0.1], samples: 1003) == 1003)
        #expect(Simplex.positives([-0.1, -0.2], samples: 1003) == 0)
        #expect(Simplex.positives([], samples: 1003) == 0)
        let x = [0.31, -0.22, 0.15, -0.40, 0.08]
        let alone = Simplex.positives(x, samples: 200_001)
        #expect([2, 3, 7].allSatisfy { Simplex.positives(x, samples: 200_001, threads: $0) == alone })
    }
}
