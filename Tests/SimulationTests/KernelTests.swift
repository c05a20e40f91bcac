import SampleKernels
import Testing

@testable import Simulation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Every variant that this machine can run.
private let variants = (0..<sampleKernelVariants()).map { sampleKernels($0).pointee }

@Suite struct KernelTests {
    private let count = Columns.draws

    private func list(_ columns: Columns, _ column: Int = 0) -> [Double] {
        (0..<count).map { columns[column][$0] }
    }

    /// All that a variant computes from one stream.
    private func everything(_ kernels: SampleKernels) -> [Double] {
        var stream = sampleStream(7, 3)
        let columns = Columns(6)
        var found: [Double] = []
        for n in [1, 2, 5, 8, 13] {
            let group = Columns(n)
            let out = Columns(n)
            kernels.simplex(&stream, n, count, group.values)
            found += (0..<n).flatMap { list(group, $0) }
            let x = (0..<n).map { Double($0 % 3) - 0.8 }
            found.append(Double(kernels.simplexPositives(&stream, n, 1003, x)))
            for i in 0..<n { kernels.normals(&stream, count, [0.1, 0], [1.5, 0.1], group[i], columns[0]) }
            for geometric in [Int32(0), 1] {
                kernels.index(n, count, group.values, group.values, 3, x, geometric, out.values)
                found += (0..<n).flatMap { list(out, $0) }
                kernels.balance(n, count, group.values, group.values, 3, x, x, geometric, columns[1])
                found += list(columns, 1)
            }
            kernels.dot(n, count, group.values, out.values, columns[2])
            found += list(columns, 2)
        }
        kernels.uniform(&stream, count, columns[3])
        return found + list(columns, 3)
    }

    @Test func variantsAgreeToTheBit() {
        let expected = everything(sampleKernels(.max).pointee)
        #expect(expected.allSatisfy { $0.isFinite })
        for kernels in variants {
            #expect(
                everything(kernels).map(\.bitPattern) == expected.map(\.bitPattern),
                "\(String(cString: kernels.instructions))")
        }
    }

    @Test func indexIsTheLimitedHyperbolicTangent() {
        let starts = Columns(1)
        let zeros = Columns(1)
        let out = Columns(1)
        var worst = 0.0
        for block in 0..<40 {
            for j in 0..<count { starts.values[j] = -4 + 8 * Double(block * count + j) / Double(40 * count) }
            variants[0].index(1, count, starts.values, zeros.values, 9, [0], 0, out.values)
            for j in 0..<count { worst = max(worst, abs(out.values[j] - tanh(min(max(starts.values[j], -3), 3)))) }
            variants[0].index(1, count, starts.values, starts.values, 0.5, [0.25], 1, out.values)
            for j in 0..<count {
                let z = 1.5 * starts.values[j] + 0.25
                worst = max(worst, abs(out.values[j] - min(max(z, -3), 3)))
            }
        }
        #expect(worst < 1e-12)
    }

    @Test func normalsHaveTheirMoments() {
        var stream = sampleStream(11, 0)
        let columns = Columns(2)
        let blocks = 2000
        var sums = [Double](repeating: 0, count: 6)
        var beyondTwo = 0
        for _ in 0..<blocks {
            variants[0].normals(&stream, count, [0, 0], [1, 1], columns[0], columns[1])
            for j in 0..<count {
                let (a, b) = (columns[0][j], columns[1][j])
                let moments = [
                    a + b, a * a + b * b, a * b, a * a * a + b * b * b, a * a * a * a + b * b * b * b, a * a * b * b,
                ]
                for k in moments.indices { sums[k] += moments[k] }
                beyondTwo += (abs(a) > 2 ? 1 : 0) + (abs(b) > 2 ? 1 : 0)
            }
        }
        let n = Double(2 * blocks * count)
        // Expected value and standard deviation of one draw's term, within 4 standard errors.
        for (k, (mean, deviation)) in [
            (0, 1), (1, 2.0.squareRoot()), (0, 0.5.squareRoot()), (0, 15.0.squareRoot()), (3, 96.0.squareRoot()),
            (0.5, 2),
        ].enumerated() {
            #expect(abs(sums[k] / n - mean) <= 4 * deviation / n.squareRoot(), "moment \(k)")
        }
        let tail = 0.04550026389635842
        #expect(abs(Double(beyondTwo) / n - tail) <= 4 * (tail / n).squareRoot())
    }

    @Test(arguments: [1, 2, 3, 5, 24, 64]) func simplexIsUniform(n: Int) {
        var stream = sampleStream(13, UInt64(n))
        let weights = Columns(n)
        let blocks = 60
        var sum = [Double](repeating: 0, count: n)
        var square = sum
        var valid = true
        for _ in 0..<blocks {
            variants[0].simplex(&stream, n, count, weights.values)
            for j in 0..<count {
                let w = (0..<n).map { weights[$0][j] }
                valid = valid && abs(w.reduce(0, +) - 1) < 1e-12 && w.allSatisfy { $0 >= 0 }
                for i in 0..<n {
                    sum[i] += w[i]
                    square[i] += w[i] * w[i]
                }
            }
        }
        #expect(valid)
        // Dirichlet(1, …, 1): E w = 1/n, E w² = 2/(n(n+1)), E w⁴ = 24/(n(n+1)(n+2)(n+3)).
        let draws = Double(blocks * count)
        let m = Double(n)
        let second = 2 / (m * (m + 1))
        let fourth = 24 / (m * (m + 1) * (m + 2) * (m + 3))
        for i in 0..<n {
            #expect(abs(sum[i] / draws - 1 / m) <= 4.5 * ((second - 1 / (m * m)) / draws).squareRoot() + 1e-12)
            #expect(abs(square[i] / draws - second) <= 4.5 * ((fourth - second * second) / draws).squareRoot() + 1e-12)
        }
    }

    @Test func positivesAreThoseOfTheSameWeights() {
        for n in 1...12 {
            let x = (0..<n).map { 0.7 - Double(($0 * 5) % 7) / 4 }
            for counted in [8, 13, 200, 255, 256] {
                var stream = sampleStream(17, UInt64(n))
                var same = stream
                let weights = Columns(n)
                variants[0].simplex(&stream, n, count, weights.values)
                let expected = (0..<counted).count { j in (0..<n).reduce(0) { $0 + x[$1] * weights[$1][j] } > 0 }
                #expect(variants[0].simplexPositives(&same, n, counted, x) == expected)
            }
        }
    }

    @Test func tooManyDimensionsAreRefused() {
        var stream = sampleStream(1, 0)
        let weights = Columns(1)
        variants[0].simplex(&stream, 65, count, weights.values)
        #expect(list(weights).allSatisfy { $0 == 0 })
        #expect(variants[0].simplexPositives(&stream, 65, 8, [Double](repeating: 1, count: 65)) == 0)
    }

    @Test func streamsShareNoWord() {
        var seen: Set<UInt64> = []
        for use in [StreamUse.draws, .weights, .sensitivity] {
            for piece in 0..<50 {
                let stream = use.stream(seed: 1, piece: piece)
                withUnsafeBytes(of: stream.word) { seen.formUnion($0.bindMemory(to: UInt64.self)) }
            }
        }
        #expect(seen.count == 3 * 50 * 32)
    }

    @Test func countingKeepsEveryValue() {
        var counts = [UInt32](repeating: 0, count: 8)
        sampleCount(10, [-1, -0.8, -0.7, -0.1, 0, 0.1, 0.99, .nan, .infinity, 5], 8, &counts)
        #expect(counts.reduce(0, +) == 10)
        counts = counts.map { _ in 0 }
        sampleCount(6, [-0.9, -0.8, -0.3, 0.1, 0.4, 0.99], 8, &counts)
        #expect(counts == [2, 0, 1, 0, 1, 1, 0, 1])
    }
}
