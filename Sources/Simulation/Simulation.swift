import BalanceModel

/// What to simulate (method §7).
public struct SimulationRequest: Sendable, Hashable {
    public var model: Model
    public var settings: Settings
    /// Draws, at least 1.
    public var samples: Int
    public var seed: UInt64

    public static let defaultSeed: UInt64 = 1

    public init(
        model: Model, settings: Settings, samples: Int = Limits.defaultSamples,
        seed: UInt64 = SimulationRequest.defaultSeed
    ) {
        self.model = model
        self.settings = settings
        self.samples = max(1, samples)
        self.seed = seed
    }
}

/// How sure the balance is, given how sure its inputs are (method §7).
public struct SimulationResult: Sendable, Hashable {
    /// The share of draws in which the first side leads at the year on screen, with the weights as set.
    public var pFirstLeads: Double
    public var standardError: Double
    /// The same with weights drawn uniformly from the simplex in each draw.
    public var pFirstLeadsAnyWeights: Double
    public var standardErrorAnyWeights: Double
    /// One row a year, base year … base year + 15.
    public var band: [BandYear]
    /// Draws behind these numbers.
    public var samplesDone: Int
}

/// Quantiles of B(t) in one year, within 6.2e-5 of those of the sorted draws.
public struct BandYear: Sendable, Hashable {
    public var year: Int
    public var q05: Double
    public var q25: Double
    public var q50: Double
    public var q75: Double
    public var q95: Double
}

/// Simulates a request on `threads` threads, the calling one among them; returns when done, `nil` when cancelled.
///
/// The result depends on the request alone, to the last bit. `progress` is called on the calling thread every few
/// milliseconds at most with the part done, 0…1; false from it cancels.
public func simulate(
    _ request: SimulationRequest, threads: Int = defaultThreads, progress: (Double) -> Bool = { _ in true }
) -> SimulationResult? {
    let simulation = Simulation(request, threads: threads)
    return simulation.advance(to: request.samples, progress: progress) ? simulation.result() : nil
}

/// A simulation under way: its first draws are the same however many will follow, so a result can be read early and
/// refined.
///
/// Draws come in chunks of fixed size, each from its own stream of the seed.
final class Simulation: @unchecked Sendable {
    static let chunk = 4 * Columns.draws

    private let request: SimulationRequest
    /// One a thread, and used by that one only while `advance` runs.
    private let workers: [DrawWorker]
    private var drawn = 0

    init(_ request: SimulationRequest, threads: Int) {
        self.request = request
        let plan = DrawPlan(Evaluator(request.model, request.settings))
        let chunks = (request.samples + Self.chunk - 1) / Self.chunk
        workers = (0..<max(1, min(threads, chunks))).map { _ in DrawWorker(plan) }
    }

    /// Draws until there are `samples` of them: whole chunks, unless it is all. False when cancelled, and then no
    /// result should be read.
    func advance(to samples: Int, progress: (Double) -> Bool) -> Bool {
        let wanted = min(samples, request.samples)
        guard wanted > drawn else { return true }
        let chunks = drawn / Self.chunk..<(wanted + Self.chunk - 1) / Self.chunk
        let total = Double((request.samples + Self.chunk - 1) / Self.chunk)
        let done = WorkQueue(chunks).run(
            threads: workers.count,
            keepGoing: { progress(Double(chunks.lowerBound + $0) / total) },
            work: { [self] thread, chunk in
                workers[thread].draw(
                    min(Self.chunk, request.samples - chunk * Self.chunk),
                    from: StreamUse.draws.stream(seed: request.seed, piece: chunk))
            })
        drawn = min(chunks.upperBound * Self.chunk, request.samples)
        return done
    }

    /// What the draws so far say.
    func result() -> SimulationResult {
        let tallies = workers.map(\.tally)
        let total = Double(drawn)
        func share(_ count: (Tally) -> Int) -> (p: Double, error: Double) {
            let p = Double(tallies.reduce(0) { $0 + count($1) }) / total
            return (p, (p * (1 - p) / total).squareRoot())
        }
        let mine = share(\.firstLeads)
        let any = share(\.firstLeadsAnyWeights)
        let band = (0...Limits.outlookYears).map { t in
            let q = Tally.quantiles(tallies, year: t)
            return BandYear(year: request.model.baseYear + t, q05: q[0], q25: q[1], q50: q[2], q75: q[3], q95: q[4])
        }
        return SimulationResult(
            pFirstLeads: mine.p, standardError: mine.error, pFirstLeadsAnyWeights: any.p,
            standardErrorAnyWeights: any.error, band: band, samplesDone: drawn)
    }
}
