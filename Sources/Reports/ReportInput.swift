import BalanceModel
import Wording

/// What leaves the screen: one computed result with what a report says about how it came about. Every format is drawn
/// from this value; none computes a figure of its own.
public struct ReportInput: Sendable {
    /// Name and version, as “fulcrum 1.0.0”.
    public var program: String
    public var model: Model
    public var balance: Balance
    /// `nil` until something is simulated; reports then say so.
    public var simulation: SimulationFigures?
    public var sensitivity: [SensitivityFigure]?
    /// Monte Carlo draws asked for, and their seed.
    public var samples: Int
    public var seed: UInt64
    public var language: Language
    /// What follows `fulcrum` in the command that gives this report again (see `ReproducingCommand`).
    public var command: [String]
    /// The reader's own scenarios, where the settings may have started from one.
    public var savedScenarios: [Scenario]

    public init(
        program: String, model: Model, balance: Balance, simulation: SimulationFigures? = nil,
        sensitivity: [SensitivityFigure]? = nil, samples: Int = Limits.defaultSamples, seed: UInt64 = 1,
        language: Language, command: [String], savedScenarios: [Scenario] = []
    ) {
        self.program = program
        self.model = model
        self.balance = balance
        self.simulation = simulation
        self.sensitivity = sensitivity
        self.samples = samples
        self.seed = seed
        self.language = language
        self.command = command
        self.savedScenarios = savedScenarios
    }

    var settings: Settings { balance.settings }

    /// The scenario the settings started from.
    var scenario: Scenario? {
        settings.scenario.flatMap { id in model.scenario(id: id) ?? savedScenarios.first { $0.id == id } }
    }
}

/// What the simulation found (method §7).
public struct SimulationFigures: Sendable, Hashable {
    /// Quantiles of B(t) in one year.
    public struct Band: Sendable, Hashable {
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

    /// P(the first side leads) with the weights as set, 0…1, and its standard error.
    public var firstLeads: Double
    public var standardError: Double
    /// The same with weights drawn anew each time.
    public var firstLeadsAnyWeights: Double
    /// By year; years of the outlook without one have no band.
    public var band: [Band]

    public init(firstLeads: Double, standardError: Double, firstLeadsAnyWeights: Double, band: [Band]) {
        self.firstLeads = firstLeads
        self.standardError = standardError
        self.firstLeadsAnyWeights = firstLeadsAnyWeights
        self.band = band
    }

    func band(in year: Int) -> Band? { band.first { $0.year == year } }
}

/// How much of the variance of B an input stands for (Sobol indices).
public struct SensitivityFigure: Sendable, Hashable {
    /// `score:ID` or `drift:ID` of a dimension, `weights`, or `dynamic:ID`.
    public var input: String
    /// Alone; sampling may put it just below 0. `nil` when B does not vary.
    public var firstOrder: Double?
    /// Alone or with others.
    public var total: Double?

    public init(input: String, firstOrder: Double?, total: Double?) {
        self.input = input
        self.firstOrder = firstOrder
        self.total = total
    }
}
