internal import SampleKernels

/// Sampling of weightings alone, uniform on the simplex: what the exact `Acceptability.share` is the limit of.
public enum Simplex {
    private static let chunk = 1 << 16

    /// In how many of `samples` random weightings Σ w_i x_i > 0. The same whatever the number of threads.
    ///
    /// `x` has at most 64 values; with more, or none, the count is 0.
    public static func positives(
        _ x: [Double], samples: Int, seed: UInt64 = SimulationRequest.defaultSeed, threads: Int = 1
    ) -> Int {
        let chunks = (max(0, samples) + chunk - 1) / chunk
        let total = Counter()
        _ = WorkQueue(0..<chunks).run(
            threads: threads,
            keepGoing: { _ in true },
            work: { _, piece in
                var stream = StreamUse.weights.stream(seed: seed, piece: piece)
                let count = min(chunk, samples - piece * chunk)
                total.add(bestKernels.simplexPositives(&stream, x.count, count, x))
            })
        return total.value
    }

    private final class Counter: @unchecked Sendable {
        private let lock = Lock()
        private var sum = 0
        func add(_ count: Int) { lock.held { sum += count } }
        var value: Int { lock.held { sum } }
    }
}
