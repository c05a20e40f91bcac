public struct OutlookYear: Sendable, Hashable {
    public var year: Int
    /// B(t).
    public var balance: Double
    /// The first side's share of all weightings.
    public var acceptability: Double?
}

/// Years in a row in which the verdict hangs on the reader's values in the same way.
public struct OutlookPeriod: Sendable, Hashable {
    public enum Verdict: Sendable, Hashable {
        /// One side leads whatever the weights.
        case settled(Side)
        /// Who leads depends on the weights.
        case open
        /// All scores are level: there is nothing to weigh.
        case level
    }
    public var verdict: Verdict
    /// First and last year.
    public var years: ClosedRange<Int>
}

extension Balance {
    /// The outlook as far as the model looks: base year … base year + 25.
    public var longOutlook: [OutlookYear] { outlook + laterOutlook }

    /// From when to when the verdict depends on the reader's values, over `longOutlook` (method §7).
    public var periods: [OutlookPeriod] {
        var periods: [OutlookPeriod] = []
        for year in longOutlook {
            let verdict: OutlookPeriod.Verdict =
                switch year.acceptability {
                case nil: .level
                case .some(let share): share >= 1 ? .settled(.first) : share <= 0 ? .settled(.second) : .open
                }
            if let last = periods.last, last.verdict == verdict {
                periods[periods.count - 1].years = last.years.lowerBound...year.year
            } else {
                periods.append(OutlookPeriod(verdict: verdict, years: year.year...year.year))
            }
        }
        return periods
    }
}

extension Evaluator {
    /// B and acceptability by year, `years` counted from the base year.
    func outlook(_ years: ClosedRange<Int>) -> [OutlookYear] {
        let (course, intensities, baseYear) = (course, intensities, model.baseYear)
        return years.map { t in
            course.withState(at: Double(t), intensities: intensities) { state in
                OutlookYear(
                    year: baseYear + t, balance: course.balance(index: state.sum),
                    acceptability: Acceptability.share(UnsafeBufferPointer(state.x), minus: 0))
            }
        }
    }
}
