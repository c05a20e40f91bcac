/// Where the balance changes sign, over the years (method §5) and over the intensity of a dynamic (§6).
extension Evaluator {
    /// Years after the base year at which B first changes sign, within (0, 25]; `nil` if it does not (method §5).
    public func yearsToParity() -> Double? {
        let (course, intensities) = (course, intensities)
        var lastYear = 0.0
        var last = course.sum(at: 0, intensities: intensities)
        for quarter in 1...Int(Limits.horizon * 4) {
            let year = Double(quarter) / 4
            let value = course.sum(at: year, intensities: intensities)
            // A value of 0 is no change of sign yet: wait for the next one that has a sign.
            guard abs(value) > Tolerance.zero else { continue }
            if abs(last) > Tolerance.zero && (last > 0) != (value > 0) {
                return Root.between(lastYear, year, tolerance: 1e-12) { course.sum(at: $0, intensities: intensities) }
            }
            (last, lastYear) = (value, year)
        }
        return nil
    }

    /// The intensity in 0…1 at which B = 0, all else as set; the one nearest to the present where there are several.
    public func tippingIntensity(of dynamic: Int) -> Double? {
        let present = intensities[dynamic]
        let line = IntensityLine(self, dynamic)
        guard abs(line.sum(at: present)) > Tolerance.zero else { return present }
        var nearest: Double?
        line.visitRoots(from: 0, to: 1) { root in
            if let best = nearest, abs(best - present) <= abs(root - present) { return }
            nearest = root
        }
        return nearest
    }
}

/// Σ w x of the year on screen as a function of one dynamic's intensity, in which every z is linear before it is
/// limited.
private struct IntensityLine {
    private struct Term {
        var weight: Double
        var base: Double
        var slope: Double
    }

    private let terms: [Term]
    private let aggregation: Aggregation

    init(_ evaluator: Evaluator, _ dynamic: Int) {
        let (course, years) = (evaluator.course, evaluator.years)
        aggregation = course.aggregation
        var intensities = evaluator.intensities
        func ends(_ intensity: Double) -> [Double] {
            intensities[dynamic] = intensity
            return course.list { course.fill(unlimited: $0, at: years, intensities: intensities) }
        }
        let (low, high, weights) = (ends(0), ends(1), evaluator.weights(at: years))
        terms = low.indices.map { Term(weight: weights[$0], base: low[$0], slope: high[$0] - low[$0]) }
    }

    private func contribution(_ term: Term, at intensity: Double) -> Double {
        let z = Advantage.clamped(term.base + term.slope * intensity)
        return term.weight * (aggregation == .arithmetic ? Advantage.advantage(logRatio: z) : z)
    }

    func sum(at intensity: Double) -> Double {
        var sum = 0.0
        for term in terms { sum += contribution(term, at: intensity) }
        return sum
    }

    /// Parts of the scale this narrow are not searched for two roots that undo each other.
    private static let finest = 1.0 / 1024

    /// Finds all roots, in ascending order, by halving what may hold one. Each contribution is monotone, so those at the
    /// two ends bound the sum in between.
    func visitRoots(from: Double, to: Double, _ visit: (Double) -> Void) {
        var (atFrom, atTo, least, most) = (0.0, 0.0, 0.0, 0.0)
        var (rises, falls) = (false, false)
        for term in terms {
            let a = contribution(term, at: from)
            let b = contribution(term, at: to)
            atFrom += a
            atTo += b
            least += min(a, b)
            most += max(a, b)
            rises = rises || b > a
            falls = falls || b < a
        }
        guard least <= 0, most >= 0 else { return }
        if rises && falls && to - from > Self.finest {
            let middle = from + (to - from) / 2
            visitRoots(from: from, to: middle, visit)
            visitRoots(from: middle, to: to, visit)
        } else if atFrom == 0 || atTo == 0 {
            if atFrom == 0 { visit(from) }
            if atTo == 0 { visit(to) }
        } else if (atFrom > 0) != (atTo > 0) {
            visit(Root.between(from, to, tolerance: 1e-14, sum))
        }
    }
}
