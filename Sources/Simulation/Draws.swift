import BalanceModel
internal import SampleKernels

/// A model at settings, laid out for the kernels: what a draw needs of it at the years of the outlook and, last, at
/// the year on screen (method §3, §4 and §7).
struct DrawPlan: Sendable {
    struct Moment: Sendable {
        /// After the base year.
        var years: Double
        /// What the dynamics add to each log ratio.
        var shifts: [Double]
        var weights: [Double]
    }

    let dimensions: [DimensionReading]
    let outlook: [Moment]
    let onScreen: Moment
    let geometric: Bool

    init(_ evaluator: Evaluator) {
        func moment(_ years: Double) -> Moment {
            Moment(
                years: years, shifts: evaluator.dynamicShifts(at: years, intensities: evaluator.intensities),
                weights: evaluator.weights(at: years))
        }
        dimensions = evaluator.readings
        outlook = (0...Limits.outlookYears).map { moment(Double($0)) }
        onScreen = moment(evaluator.years)
        geometric = evaluator.settings.aggregation == .geometric
    }
}

/// One thread's place to work: draws blocks and counts what they show.
final class DrawWorker {
    let tally: Tally
    private let plan: DrawPlan
    private let kernels: SampleKernels
    private let starts: Columns
    private let drifts: Columns
    private let weights: Columns
    private let indices: Columns
    private let balances = Columns(1)

    init(_ plan: DrawPlan, kernels: SampleKernels = bestKernels) {
        self.plan = plan
        self.kernels = kernels
        tally = Tally(years: plan.outlook.count)
        starts = Columns(plan.dimensions.count)
        drifts = Columns(plan.dimensions.count)
        weights = Columns(plan.dimensions.count)
        indices = Columns(plan.dimensions.count)
    }

    /// Draws `count` times from a stream, a whole block at a time; what the last block has too many does not count.
    func draw(_ count: Int, from stream: SampleStream) {
        var stream = stream
        var left = count
        while left > 0 {
            drawBlock(&stream, counting: min(left, Columns.draws))
            left -= Columns.draws
        }
    }

    private func drawBlock(_ stream: inout SampleStream, counting count: Int) {
        for (i, dimension) in plan.dimensions.enumerated() {
            kernels.normals(
                &stream, Columns.draws, [dimension.start, dimension.drift],
                [dimension.startDeviation, dimension.driftDeviation], starts[i], drifts[i])
        }
        for (year, moment) in plan.outlook.enumerated() {
            balance(at: moment)
            tally.add(year: year, balances: balances.values, count: count)
        }

        let moment = plan.onScreen
        let n = plan.dimensions.count
        kernels.simplex(&stream, n, Columns.draws, weights.values)
        kernels.index(
            n, Columns.draws, starts.values, drifts.values, moment.years, moment.shifts, plan.geometric ? 1 : 0,
            indices.values)
        kernels.dot(n, Columns.draws, weights.values, indices.values, weights.values)
        balance(at: moment)
        tally.add(balances: balances.values, sums: weights.values, count: count)
    }

    private func balance(at moment: DrawPlan.Moment) {
        kernels.balance(
            plan.dimensions.count, Columns.draws, starts.values, drifts.values, moment.years, moment.shifts,
            moment.weights, plan.geometric ? 1 : 0, balances.values)
    }
}
