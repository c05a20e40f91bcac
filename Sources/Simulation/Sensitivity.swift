import BalanceModel
internal import SampleKernels

/// How much of the variance of B, at the year on screen, one input stands for.
public struct SensitivityIndex: Sendable, Hashable {
    /// `score:ID` and `drift:ID` of a dimension, `weights` for all of them together, `dynamic:ID`.
    public var input: String
    /// The share that the input explains alone; sampling may put it just below 0. `nil` when B does not vary.
    public var firstOrder: Double?
    /// The share in which it has a part, alone or with others. `nil` when B does not vary.
    public var total: Double?
}

/// Which input drives the verdict: Sobol indices of B at the year on screen for each dimension's score and drift (as
/// uncertain as method §7 has them), the weights as one group (uniform on the simplex) and each dynamic (intensity
/// uniform 0…1).
///
/// Uses the request's samples and seed; the result does not depend on `threads`. `progress` as for `simulate`; `nil`
/// when cancelled.
public func sensitivity(
    _ request: SimulationRequest, threads: Int = defaultThreads, progress: (Double) -> Bool = { _ in true }
) -> [SensitivityIndex]? {
    let function = BalanceOfInputs(request.model, request.settings)
    let estimator = SobolEstimator(function: function, samples: request.samples, seed: request.seed)
    switch estimator.run(threads: threads, progress: progress) {
    case .cancelled: return nil
    case .constant: return function.names.map { SensitivityIndex(input: $0, firstOrder: nil, total: nil) }
    case .indices(let indices):
        return zip(function.names, indices).map {
            SensitivityIndex(input: $0, firstOrder: $1.firstOrder, total: $1.total)
        }
    }
}

/// B at the year on screen as a function of scores, drifts, weights and intensities (method §3 to §5).
struct BalanceOfInputs: GroupedFunction {
    /// What an intensity, or the product of two, adds to the log ratio of a dimension at 100 %.
    private struct Effect: Sendable {
        var dimension: Int
        var first: Int
        var second: Int?
        var size: Double
    }

    private let evaluator: Evaluator
    /// What the dynamics add with all intensities at 0: their immediate effects are measured from the reference.
    private let shiftsAtZero: [Double]
    private let effects: [Effect]

    init(_ model: Model, _ settings: Settings) {
        evaluator = Evaluator(model, settings)
        let years = evaluator.years
        let none = [Double](repeating: 0, count: model.dynamics.count)
        let zero = evaluator.dynamicShifts(at: years, intensities: none)
        shiftsAtZero = zero

        // The shifts are linear in each intensity, so asking for them at 0 and at 1 tells all.
        var single = model
        single.interactions = []
        let alone = Evaluator(single, settings)
        let ofDynamics = none.indices.flatMap { d in
            var one = none
            one[d] = 1
            let shifts = alone.dynamicShifts(at: years, intensities: one)
            return zero.indices.map { Effect(dimension: $0, first: d, second: nil, size: shifts[$0] - zero[$0]) }
        }
        var full = settings
        full.intensities = none.map { _ in Limits.intensity.upperBound }
        let together = Evaluator(model, full)
        let ofInteractions = model.interactions.indices.flatMap { k in
            together.interactionShifts(k, at: years).map {
                Effect(
                    dimension: $0.dimension, first: model.interactions[k].first, second: model.interactions[k].second,
                    size: $0.shift)
            }
        }
        effects = (ofDynamics + ofInteractions).filter { $0.size != 0 }
    }

    private var dimensions: Int { evaluator.readings.count }
    private var dynamics: Int { evaluator.intensities.count }

    // Columns: scores, drifts, weights, intensities.
    private var weights: Range<Int> { 2 * dimensions..<3 * dimensions }
    var columns: Int { 3 * dimensions + dynamics }
    var groups: [Range<Int>] {
        let intensities = weights.upperBound..<columns
        return (0..<weights.lowerBound).map { $0..<$0 + 1 } + [weights] + intensities.map { $0..<$0 + 1 }
    }

    var names: [String] {
        let ids = evaluator.model.dimensions.map(\.id)
        return ids.map { "score:" + $0 } + ids.map { "drift:" + $0 } + ["weights"]
            + evaluator.model.dynamics.map { "dynamic:" + $0.id }
    }

    struct Scratch {
        let starts: Columns
        let indices: Columns
        let zeros = Columns(1)
    }

    func makeScratch() -> Scratch { Scratch(starts: Columns(dimensions), indices: Columns(dimensions)) }

    func draw(_ stream: inout SampleStream, into inputs: Columns) {
        let kernels = bestKernels
        for (i, reading) in evaluator.readings.enumerated() {
            kernels.normals(
                &stream, Columns.draws, [reading.start, reading.drift],
                [reading.startDeviation, reading.driftDeviation], inputs[i], inputs[dimensions + i])
        }
        kernels.simplex(&stream, dimensions, Columns.draws, inputs[weights.lowerBound])
        for column in weights.upperBound..<columns { kernels.uniform(&stream, Columns.draws, inputs[column]) }
    }

    func evaluate(_ inputs: Columns, _ scratch: inout Scratch, into values: UnsafeMutablePointer<Double>) {
        let kernels = bestKernels
        scratch.starts.copy(0..<dimensions, from: inputs)
        for effect in effects { add(effect, inputs, to: scratch.starts[effect.dimension]) }
        let geometric = evaluator.settings.aggregation == .geometric
        kernels.index(
            dimensions, Columns.draws, scratch.starts.values, inputs[dimensions], evaluator.years, shiftsAtZero,
            geometric ? 1 : 0, scratch.indices.values)
        kernels.dot(dimensions, Columns.draws, inputs[weights.lowerBound], scratch.indices.values, values)
        if geometric { kernels.index(1, Columns.draws, values, scratch.zeros.values, 0, [0], 0, values) }
    }

    private func add(_ effect: Effect, _ inputs: Columns, to starts: UnsafeMutablePointer<Double>) {
        let first = inputs[weights.upperBound + effect.first]
        if let second = effect.second.map({ inputs[weights.upperBound + $0] }) {
            for j in 0..<Columns.draws { starts[j] += effect.size * first[j] * second[j] }
        } else {
            for j in 0..<Columns.draws { starts[j] += effect.size * first[j] }
        }
    }
}
