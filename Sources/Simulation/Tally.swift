internal import SampleKernels

/// What one thread found in its draws: counts only, so that adding up those of several threads is exact and in no
/// order.
///
/// Quantiles come from a histogram of each year instead of the sorted draws, which would take 1.3 GB at ten million:
/// 2 MiB a thread whatever their number, of which the system only gives what is touched. A quantile is found in the
/// bin where the sorted draws have it, so it is less than a bin's width, 6.2e-5, from the exact one; the true range
/// is kept beside, so that without uncertainty the quantiles are the value itself.
final class Tally {
    static let bins = 1 << 15
    static let probabilities = [0.05, 0.25, 0.50, 0.75, 0.95]

    private let years: Int
    private let counts: UnsafeMutablePointer<UInt32>
    private var least: [Double]
    private var greatest: [Double]
    private var draws = 0
    /// Draws in which the first side leads, with the reader's weights and with random ones.
    private(set) var firstLeads = 0
    private(set) var firstLeadsAnyWeights = 0

    init(years: Int) {
        self.years = years
        counts = .allocate(capacity: years * Self.bins)
        counts.initialize(repeating: 0, count: years * Self.bins)
        least = Array(repeating: .infinity, count: years)
        greatest = Array(repeating: -.infinity, count: years)
    }

    deinit { counts.deallocate() }

    func add(year: Int, balances: UnsafePointer<Double>, count: Int) {
        sampleCount(count, balances, Self.bins, counts + year * Self.bins)
        var low = least[year]
        var high = greatest[year]
        for j in 0..<count {
            low = balances[j] < low ? balances[j] : low
            high = balances[j] > high ? balances[j] : high
        }
        least[year] = low
        greatest[year] = high
    }

    /// Counts the draws of the year on screen.
    func add(balances: UnsafePointer<Double>, sums: UnsafePointer<Double>, count: Int) {
        var leads = 0
        var leadsAnyWeights = 0
        for j in 0..<count {
            leads &+= balances[j] > 0 ? 1 : 0
            leadsAnyWeights &+= sums[j] > 0 ? 1 : 0
        }
        firstLeads += leads
        firstLeadsAnyWeights += leadsAnyWeights
        draws += count
    }

    /// The quantiles of a year at `probabilities`, from the draws of all `tallies`.
    static func quantiles(_ tallies: [Tally], year: Int) -> [Double] {
        let low = tallies.reduce(.infinity) { min($0, $1.least[year]) }
        let high = tallies.reduce(-.infinity) { max($0, $1.greatest[year]) }
        let total = Double(tallies.reduce(0) { $0 + $1.draws })
        let width = 2 / Double(bins)
        // A bin earlier than the least value's, whose rounding may have put it there.
        var bin = max(0, Int((min(max(low, -1), 1) + 1) / width) - 1)
        var found: [Double] = []
        var before = 0.0
        while bin < bins, found.count < probabilities.count {
            var inBin = 0.0
            for tally in tallies { inBin += Double(tally.counts[year * bins + bin]) }
            while inBin > 0, found.count < probabilities.count, before + inBin >= probabilities[found.count] * total {
                let part = (probabilities[found.count] * total - before) / inBin
                found.append(min(max(-1 + width * (Double(bin) + part), low), high))
            }
            before += inBin
            bin += 1
        }
        return found
    }
}
