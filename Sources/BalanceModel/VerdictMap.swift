#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// B at all intensities of two dynamics, everything else as set, at the year on screen (method §3 and §5).
public struct VerdictMap: Sendable, Hashable {
    /// Per cent of the first dynamic by column, 0…100, ascending.
    public var columns: [Double]
    /// Per cent of the second dynamic by row, 0…100, ascending.
    public var rows: [Double]
    /// B by row, then column.
    public var values: [[Double]]
    /// Where B = 0 within half a step of a cell's middle: the cells of the tipping line; `nil` elsewhere.
    public var tipping: [[TippingLine?]]

    /// How the line goes through a cell, columns to the right and rows upwards.
    public enum TippingLine: Sendable, Hashable { case flat, upright, rising, falling }
}

extension Evaluator {
    /// The verdict by the intensities of two dynamics, at `columns` × `rows` levels from 0 to 100 % (at least 2 each).
    public func verdictMap(_ first: Int, _ second: Int, columns: Int, rows: Int) -> VerdictMap {
        let columns = max(2, columns)
        let rows = max(2, rows)
        let surface = Surface(self, first, second)
        // Levels and the middles between them, half a step beyond both ends cut to the ends.
        func part(_ half: Int, _ count: Int) -> Double { min(max(Double(half) / Double(2 * (count - 1)), 0), 1) }
        func index(_ column: Int, _ row: Int) -> Double { surface.index(part(column, columns), part(row, rows)) }
        var map = VerdictMap(
            columns: (0..<columns).map { 100 * part(2 * $0, columns) },
            rows: (0..<rows).map { 100 * part(2 * $0, rows) },
            values: [], tipping: [])
        for row in 0..<rows {
            var values: [Double] = []
            var tipping: [VerdictMap.TippingLine?] = []
            for column in 0..<columns {
                values.append(balance(index: index(2 * column, 2 * row)))
                tipping.append(
                    Self.line(
                        across: (index(2 * column - 1, 2 * row), index(2 * column + 1, 2 * row)),
                        up: (index(2 * column, 2 * row - 1), index(2 * column, 2 * row + 1))))
            }
            map.values.append(values)
            map.tipping.append(tipping)
        }
        return map
    }

    /// The line between the values left and right of a middle, and below and above it. A value of 0 counts as the first
    /// side's, so that neighbours don't both have the line.
    private static func line(across: (Double, Double), up: (Double, Double)) -> VerdictMap.TippingLine? {
        let turnsAcross = (across.0 >= 0) != (across.1 >= 0)
        let turnsUp = (up.0 >= 0) != (up.1 >= 0)
        if turnsAcross && turnsUp { return (across.0 < across.1) == (up.0 < up.1) ? .falling : .rising }
        return turnsAcross ? .upright : turnsUp ? .flat : nil
    }

    /// Σ w x over two intensities: what dynamics add to z is linear in each of them, so four corners give it all.
    private struct Surface {
        let evaluator: Evaluator
        let weights: [Double]
        /// Of each dimension: z at (0, 0), its slopes in the first and the second intensity, and in their product.
        var terms: [(constant: Double, first: Double, second: Double, both: Double)] = []

        init(_ evaluator: Evaluator, _ first: Int, _ second: Int) {
            self.evaluator = evaluator
            let years = evaluator.years
            weights = evaluator.weights(at: years)
            func shifts(_ a: Double, _ b: Double) -> [Double] {
                var intensities = evaluator.intensities
                intensities[first] = a
                intensities[second] = b
                return evaluator.dynamicShifts(at: years, intensities: intensities)
            }
            let corners = (shifts(0, 0), shifts(1, 0), shifts(0, 1), shifts(1, 1))
            for i in weights.indices {
                let (none, one, other, all) = (corners.0[i], corners.1[i], corners.2[i], corners.3[i])
                let start = evaluator.readings[i].start + evaluator.readings[i].drift * years
                terms.append((start + none, one - none, other - none, all - one - other + none))
            }
        }

        func index(_ a: Double, _ b: Double) -> Double {
            let arithmetic = evaluator.settings.aggregation == .arithmetic
            var sum = 0.0
            for (i, term) in terms.enumerated() {
                let z = Advantage.clamped(term.constant + term.first * a + term.second * b + term.both * a * b)
                sum += weights[i] * (arithmetic ? tanh(z) : z)
            }
            return sum
        }
    }
}
