import BalanceModel
import SampleKernels
import Testing

@testable import Simulation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A function of uniform inputs, one column a group unless said otherwise.
private struct UniformFunction: GroupedFunction {
    let columns: Int
    let groups: [Range<Int>]
    let value: @Sendable ([Double]) -> Double

    init(_ columns: Int, groups: [Range<Int>]? = nil, _ value: @escaping @Sendable ([Double]) -> Double) {
        self.columns = columns
        self.groups = groups ?? (0..<columns).map { $0..<$0 + 1 }
        self.value = value
    }

    func makeScratch() {}
    func draw(_ stream: inout SampleStream, into inputs: Columns) {
        for column in 0..<columns { bestKernels.uniform(&stream, Columns.draws, inputs[column]) }
    }
    func evaluate(_ inputs: Columns, _ scratch: inout Void, into values: UnsafeMutablePointer<Double>) {
        for j in 0..<Columns.draws { values[j] = value((0..<columns).map { inputs[$0][j] }) }
    }
}

private func estimate(_ function: UniformFunction, samples: Int = 40_000) throws -> [SobolEstimator<UniformFunction>
    .Indices]
{
    let outcome = SobolEstimator(function: function, samples: samples, seed: 1).run(threads: 2)
    guard case .indices(let indices) = outcome else {
        Issue.record("\(outcome)")
        return []
    }
    return indices
}

/// The estimator against functions with known indices.
@Suite struct SobolEstimatorTests {
    /// Ishigami & Homma 1990 with a = 7, b = 0.1, the usual test case.
    @Test func ishigami() throws {
        let function = UniformFunction(3) { u in
            let x = u.map { Double.pi * (2 * $0 - 1) }
            return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
        }
        let found = try estimate(function)
        for (indices, (first, total)) in zip(found, [(0.3139, 0.5576), (0.4424, 0.4424), (0, 0.2437)]) {
            #expect(abs(indices.firstOrder - first) < 0.02)
            #expect(abs(indices.total - total) < 0.02)
        }
    }

    /// Far from 0, where an estimator that does not measure from the mean drowns in noise.
    @Test func linearFunctionSharesItsVarianceOut() throws {
        let found = try estimate(UniformFunction(4) { 1000 + 4 * $0[0] + 2 * $0[1] + $0[2] })
        for (indices, share) in zip(found, [16.0 / 21, 4.0 / 21, 1.0 / 21, 0]) {
            #expect(abs(indices.firstOrder - share) < 0.02)
            #expect(abs(indices.total - share) < 0.02)
        }
        #expect(found[3] == .init(firstOrder: 0, total: 0))
    }

    /// A product of n independent factors of mean m and variance v: each alone has v·m^(2n−2) of the variance.
    @Test func productHasInteractions() throws {
        let found = try estimate(UniformFunction(3) { $0[0] * $0[1] * $0[2] })
        let whole = 1.0 / 27 - 1.0 / 64
        for indices in found {
            #expect(abs(indices.firstOrder - 1.0 / 192 / whole) < 0.02)
            #expect(abs(indices.total - 1.0 / 108 / whole) < 0.02)
        }
    }

    @Test func groupsActTogether() throws {
        let found = try estimate(UniformFunction(3, groups: [0..<2, 2..<3]) { $0[0] * $0[1] + $0[2] })
        let pair = 1.0 / 9 - 1.0 / 16
        let single = 1.0 / 12
        for (indices, share) in zip(found, [pair / (pair + single), single / (pair + single)]) {
            #expect(abs(indices.firstOrder - share) < 0.02)
            #expect(abs(indices.total - share) < 0.02)
        }
    }

    @Test func constantHasNone() {
        let function = UniformFunction(2) { _ in 0.1 + 0.2 }
        #expect(SobolEstimator(function: function, samples: 1000, seed: 1).run(threads: 1) == .constant)
    }
}

/// The indices of the balance itself.
@Suite struct SensitivityTests {
    private func found(_ model: Model, _ settings: Settings, samples: Int = 60_000) throws -> [String: SensitivityIndex]
    {
        let list = try #require(
            sensitivity(SimulationRequest(model: model, settings: settings, samples: samples), threads: 2))
        return Dictionary(uniqueKeysWithValues: list.map { ($0.input, $0) })
    }

    @Test func inputsComeInTheModelsOrder() throws {
        let model = fullModel()
        let list = try #require(
            sensitivity(SimulationRequest(model: model, settings: Settings(model), samples: 256), threads: 1))
        let ids = ["innovation", "compute", "deployment", "adoption", "governance"]
        #expect(
            list.map(\.input) == ids.map { "score:" + $0 } + ids.map { "drift:" + $0 } + ["weights"]
                + ["dynamic:alignment", "dynamic:malaise"])
    }

    /// Σ w_i Z_i with w uniform on the simplex and Z independent: everything is known. Small scores, so that geometric
    /// aggregation's tanh is the identity.
    @Test func scoresDriftsAndWeightsHaveTheirClosedForm() throws {
        let starts = [0.02, -0.01, 0.0]
        let sigma = [0.010, 0.004, 0.020]
        let slope = [0.0005, 0.0020, 0.0]
        let t = 6.0
        let model = model(
            (0..<3).map {
                dimension("d\($0)", starts[$0], points: 1, uncertainty: sigma[$0], driftUncertainty: slope[$0])
            }, aggregation: .geometric)
        let result = try found(model, settings(model, year: 2025 + t))

        let n = 3.0
        let secondMoment = 2 / (n * (n + 1))
        let variances = (0..<3).map { sigma[$0] * sigma[$0] + t * t * slope[$0] * slope[$0] }
        // Var Σ w m for fixed m: (Σ m² − (Σ m)²/n)/(n(n+1)).
        func ofWeights(_ squares: Double, _ sum: Double) -> Double { (squares - sum / n) / (n * (n + 1)) }
        let mean = starts.reduce(0, +)
        let squares = starts.reduce(0) { $0 + $1 * $1 }
        let weightsAlone = ofWeights(squares, mean * mean)
        let noise = variances.reduce(0, +)
        let whole = secondMoment * noise + weightsAlone
        let weightsTotal = ofWeights(squares + noise, mean * mean + noise)

        for i in 0..<3 {
            let own = sigma[i] * sigma[i]
            let score = try #require(result["score:d\(i)"])
            #expect(abs((score.firstOrder ?? .nan) - own / (n * n) / whole) < 0.02)
            #expect(abs((score.total ?? .nan) - own * secondMoment / whole) < 0.02)
            let drift = try #require(result["drift:d\(i)"])
            let ofDrift = t * t * slope[i] * slope[i]
            #expect(abs((drift.firstOrder ?? .nan) - ofDrift / (n * n) / whole) < 0.02)
            #expect(abs((drift.total ?? .nan) - ofDrift * secondMoment / whole) < 0.02)
        }
        let weights = try #require(result["weights"])
        #expect(abs((weights.firstOrder ?? .nan) - weightsAlone / whole) < 0.02)
        #expect(abs((weights.total ?? .nan) - weightsTotal / whole) < 0.02)
    }

    /// Every dimension gets a·x₁ + b·x₂ + h·x₁·x₂, so that the weights do not matter.
    @Test func dynamicsHaveTheirClosedForm() throws {
        let (immediate, delayed, joint) = (0.004, -0.006, 0.02)
        let both = [0, 1]
        let t = 5.0
        let model = model(
            both.map { dimension("d\($0)", 0, uncertainty: 0, driftUncertainty: 0) },
            dynamics: [
                Dynamic(
                    id: "x", name: LocalizedText("x"), intensity: 50, delay: 4,
                    effects: both.map { DynamicEffect(dimension: $0, immediate: immediate) }),
                Dynamic(
                    id: "y", name: LocalizedText("y"), intensity: 20, delay: 3,
                    effects: both.map { DynamicEffect(dimension: $0, delayed: delayed) }),
            ],
            interactions: [
                Interaction(
                    first: 0, second: 1, delay: 5, effects: both.map { .init(dimension: $0, delayed: joint) })
            ], aggregation: .geometric)
        let result = try found(model, settings(model, year: 2025 + t))
        let a = immediate
        let b = delayed * (1 - exp(-t / 3))
        let h = joint * (1 - exp(-t / 5))
        let onlyX = (a + h / 2) * (a + h / 2) / 12
        let onlyY = (b + h / 2) * (b + h / 2) / 12
        let together = h * h / 144
        let whole = onlyX + onlyY + together
        let x = try #require(result["dynamic:x"])
        let y = try #require(result["dynamic:y"])
        #expect(abs((x.firstOrder ?? .nan) - onlyX / whole) < 0.02)
        #expect(abs((x.total ?? .nan) - (onlyX + together) / whole) < 0.02)
        #expect(abs((y.firstOrder ?? .nan) - onlyY / whole) < 0.02)
        #expect(abs((y.total ?? .nan) - (onlyY + together) / whole) < 0.02)
        #expect((result["weights"]?.total ?? .nan) < 1e-12)
    }

    /// The function whose variance is shared out is the balance that everything else shows.
    @Test(arguments: Aggregation.allCases) func functionIsTheBalance(aggregation: Aggregation) {
        let model = fullModel(aggregation: aggregation)
        let settings = settings(model, year: 2031.5)
        let function = BalanceOfInputs(model, settings)
        let evaluator = Evaluator(model, settings)
        let inputs = Columns(function.columns)
        let row =
            evaluator.readings.map(\.start) + evaluator.readings.map(\.drift) + evaluator.weights(at: 6.5)
            + evaluator.intensities
        for (column, value) in row.enumerated() { inputs[column].update(repeating: value, count: Columns.draws) }
        let values = Columns(1)
        var scratch = function.makeScratch()
        function.evaluate(inputs, &scratch, into: values.values)
        #expect(abs(values.values[0] - evaluator.balance(at: 6.5)) < 1e-12)
        #expect(abs(values.values[Columns.draws - 1] - evaluator.balance(at: 6.5)) < 1e-12)
    }

    @Test func nothingUncertainIsNotZero() throws {
        let model = model([
            dimension("a", 0.3, uncertainty: 0, driftUncertainty: 0),
            dimension("b", 0.3, uncertainty: 0, driftUncertainty: 0),
        ])
        let result = try found(model, Settings(model), samples: 1000)
        #expect(result.values.allSatisfy { $0.firstOrder == nil && $0.total == nil })
    }
}
