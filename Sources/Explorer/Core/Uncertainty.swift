import BalanceModel

/// Quantiles of B by year, from sampling (method §7).
public struct OutlookBand: Sendable, Hashable {
    public struct Year: Sendable, Hashable {
        public var year: Int
        public var q05: Double
        public var q25: Double
        public var q50: Double
        public var q75: Double
        public var q95: Double

        public init(year: Int, q05: Double, q25: Double, q50: Double, q75: Double, q95: Double) {
            self.year = year
            self.q05 = q05
            self.q25 = q25
            self.q50 = q50
            self.q75 = q75
            self.q95 = q95
        }
    }

    /// In a row, from the base year.
    public var years: [Year]
    public init(years: [Year]) { self.years = years }
}

/// How sure the balance is, given how sure its inputs are (method §7): what sampling has shown so far.
public struct Uncertainty: Sendable, Hashable {
    /// The share of draws in which the first side leads at the year on screen, with the weights as set.
    public var pFirstLeads: Double
    public var standardError: Double
    /// The same with weights drawn uniformly from the simplex.
    public var pFirstLeadsAnyWeights: Double
    public var standardErrorAnyWeights: Double
    public var band: OutlookBand
    /// Draws behind these numbers.
    public var samplesDone: Int

    public init(
        pFirstLeads: Double, standardError: Double, pFirstLeadsAnyWeights: Double, standardErrorAnyWeights: Double,
        band: OutlookBand, samplesDone: Int
    ) {
        self.pFirstLeads = pFirstLeads
        self.standardError = standardError
        self.pFirstLeadsAnyWeights = pFirstLeadsAnyWeights
        self.standardErrorAnyWeights = standardErrorAnyWeights
        self.band = band
        self.samplesDone = samplesDone
    }
}

/// How much of the variance of B each uncertain input causes: its Sobol indices.
public struct Driver: Sendable, Hashable {
    public enum Input: Sendable, Hashable {
        /// By index in the model.
        case score(Int)
        case drift(Int)
        case dynamic(Int)
        /// All weights together.
        case weights
    }
    public var input: Input
    /// By itself, 0…1.
    public var firstOrder: Double
    /// With all its interactions, 0…1.
    public var total: Double

    public init(input: Input, firstOrder: Double, total: Double) {
        self.input = input
        self.firstOrder = firstOrder
        self.total = total
    }
}
