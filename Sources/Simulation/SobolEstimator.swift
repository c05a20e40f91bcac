internal import SampleKernels

/// A function of independent random inputs in groups, computed a block of draws at a time.
protocol GroupedFunction: Sendable {
    /// Room that one thread computes in.
    associatedtype Scratch

    /// How many columns of numbers the inputs take.
    var columns: Int { get }
    /// The columns of each group whose share of the variance is asked for.
    var groups: [Range<Int>] { get }

    func makeScratch() -> Scratch
    /// Draws a block of all inputs.
    func draw(_ stream: inout SampleStream, into inputs: Columns)
    /// The function's values for a block.
    func evaluate(_ inputs: Columns, _ scratch: inout Scratch, into values: UnsafeMutablePointer<Double>)
}

/// First-order and total Sobol indices of groups of inputs, as shares of the variance (Sobol 1993; Homma & Saltelli
/// 1996).
///
/// Two independent samples A and B of all inputs, and A with one group at a time from B. The estimators are those that
/// Saltelli et al. 2010 (table 2) found best: for the first-order index Σ f(B)(f(A_B) − f(A)), with f measured from its
/// mean, for the total one Jansen's ½ Σ (f(A) − f(A_B))². They cost `samples` × (groups + 2) evaluations; small indices
/// may come out just below 0.
struct SobolEstimator<Function: GroupedFunction>: Sendable {
    struct Indices: Sendable, Hashable {
        var firstOrder: Double
        var total: Double
    }

    let function: Function
    let samples: Int
    let seed: UInt64

    private static var chunk: Int { 16 * Columns.draws }
    /// Below this a variance is rounding: the function is constant.
    private static var leastVariance: Double { 1e-24 }

    /// Sums over draws, each added up in the order of the draws so that they don't depend on the threads.
    private struct Sums: Sendable {
        var draws = 0
        /// Of f(A) and f(B) together, and their squares.
        var value = 0.0
        var square = 0.0
        /// By group, of d = f(A_B) − f(A), of f(B)·d and of d².
        var change: [Double]
        var product: [Double]
        var changeSquare: [Double]

        init(groups: Int) {
            change = Array(repeating: 0, count: groups)
            product = change
            changeSquare = change
        }

        mutating func add(_ other: Sums) {
            draws += other.draws
            value += other.value
            square += other.square
            for g in change.indices {
                change[g] += other.change[g]
                product[g] += other.product[g]
                changeSquare[g] += other.changeSquare[g]
            }
        }
    }

    /// Where the threads leave the sums of their chunks.
    private final class Findings: @unchecked Sendable {
        private let lock = Lock()
        private var sums: [Sums?]
        init(_ count: Int) { sums = Array(repeating: nil, count: count) }
        func set(_ chunk: Int, _ found: Sums) { lock.held { sums[chunk] = found } }
        var inOrder: [Sums] { lock.held { sums.compactMap { $0 } } }
    }

    /// One thread's place to work on a chunk.
    private struct Desk {
        let a, b, mixed: Columns
        let valuesOfA = Columns(1)
        let valuesOfB = Columns(1)
        let valuesMixed = Columns(1)
        var scratch: Function.Scratch

        init(_ function: Function) {
            a = Columns(function.columns)
            b = Columns(function.columns)
            mixed = Columns(function.columns)
            scratch = function.makeScratch()
        }
    }

    enum Outcome: Sendable, Hashable {
        /// One of each group, in order.
        case indices([Indices])
        /// The function has no variance to share out.
        case constant
        case cancelled
    }

    func run(threads: Int, progress: (Double) -> Bool = { _ in true }) -> Outcome {
        let chunks = (max(1, samples) + Self.chunk - 1) / Self.chunk
        let findings = Findings(chunks)
        let center = center()
        let done = WorkQueue(0..<chunks).run(
            threads: threads,
            keepGoing: { progress(Double($0) / Double(chunks)) },
            work: { _, chunk in
                let count = min(Self.chunk, max(1, samples) - chunk * Self.chunk)
                findings.set(chunk, sums(chunk: chunk, count: count, center: center))
            })
        guard done else { return .cancelled }
        var total = Sums(groups: function.groups.count)
        for sums in findings.inOrder { total.add(sums) }
        return indices(total)
    }

    /// About the mean of the function: measured from it, sums of squares lose no digits.
    private func center() -> Double {
        var desk = Desk(function)
        var stream = StreamUse.sensitivity.stream(seed: seed, piece: 0)
        function.draw(&stream, into: desk.a)
        function.evaluate(desk.a, &desk.scratch, into: desk.valuesOfA.values)
        return (0..<Columns.draws).reduce(0) { $0 + desk.valuesOfA.values[$1] } / Double(Columns.draws)
    }

    private func sums(chunk: Int, count: Int, center: Double) -> Sums {
        var stream = StreamUse.sensitivity.stream(seed: seed, piece: chunk)
        var desk = Desk(function)
        var sums = Sums(groups: function.groups.count)
        for first in stride(from: 0, to: count, by: Columns.draws) {
            function.draw(&stream, into: desk.a)
            function.draw(&stream, into: desk.b)
            addBlock(draws: min(Columns.draws, count - first), center: center, &desk, to: &sums)
        }
        return sums
    }

    private func addBlock(draws: Int, center: Double, _ desk: inout Desk, to sums: inout Sums) {
        function.evaluate(desk.a, &desk.scratch, into: desk.valuesOfA.values)
        function.evaluate(desk.b, &desk.scratch, into: desk.valuesOfB.values)
        sums.draws += draws
        for j in 0..<draws {
            let fromA = desk.valuesOfA.values[j] - center
            let fromB = desk.valuesOfB.values[j] - center
            sums.value += fromA + fromB
            sums.square += fromA * fromA + fromB * fromB
        }
        desk.mixed.copy(0..<function.columns, from: desk.a)
        for (g, columns) in function.groups.enumerated() {
            desk.mixed.copy(columns, from: desk.b)
            function.evaluate(desk.mixed, &desk.scratch, into: desk.valuesMixed.values)
            desk.mixed.copy(columns, from: desk.a)
            for j in 0..<draws {
                let change = desk.valuesMixed.values[j] - desk.valuesOfA.values[j]
                sums.change[g] += change
                sums.product[g] += (desk.valuesOfB.values[j] - center) * change
                sums.changeSquare[g] += change * change
            }
        }
    }

    private func indices(_ sums: Sums) -> Outcome {
        let n = Double(sums.draws)
        let mean = sums.value / (2 * n)
        let variance = sums.square / (2 * n) - mean * mean
        guard variance > Self.leastVariance else { return .constant }
        return .indices(
            function.groups.indices.map { g in
                Indices(
                    firstOrder: (sums.product[g] - mean * sums.change[g]) / n / variance,
                    total: sums.changeSquare[g] / (2 * n) / variance)
            })
    }
}
