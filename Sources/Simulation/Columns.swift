internal import SampleKernels

/// The kernels of the best instruction set that this machine has.
let bestKernels = sampleKernels(0).pointee

/// Numbers of a block of draws: some columns, each with one number a draw, one after another in memory as the kernels
/// want them. One thread's own.
final class Columns {
    /// Draws in a block: few enough for the columns of five dimensions to stay in the first-level cache.
    static let draws = 256

    let count: Int
    let values: UnsafeMutablePointer<Double>

    /// `count` columns of zeros.
    init(_ count: Int) {
        self.count = count
        values = .allocate(capacity: max(1, count * Self.draws))
        values.initialize(repeating: 0, count: max(1, count * Self.draws))
    }

    deinit { values.deallocate() }

    subscript(column: Int) -> UnsafeMutablePointer<Double> { values + column * Self.draws }

    func copy(_ columns: Range<Int>, from other: Columns) {
        self[columns.lowerBound].update(from: other[columns.lowerBound], count: columns.count * Self.draws)
    }
}

/// What a stream of random numbers is for; each use has its own streams of a seed.
enum StreamUse: UInt64 {
    case draws, weights, sensitivity

    func stream(seed: UInt64, piece: Int) -> SampleStream {
        sampleStream(seed, rawValue << 40 | UInt64(piece))
    }
}
