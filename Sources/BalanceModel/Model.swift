/// A balance of power between two sides: what a model file holds (contract §2), checked and with references resolved
/// to indices. Every number is an input; none is computed.
public struct Model: Sendable, Hashable {
    public var id: String
    public var title: LocalizedText
    public var about: LocalizedText?
    /// Year 0 of the method's t.
    public var baseYear: Int
    public var terrainShift: Bool
    public var reading: Reading
    public var aggregation: Aggregation
    public var firstSide: SideDescription
    public var secondSide: SideDescription
    public var claims: [Claim]
    /// 2…24 of them.
    public var dimensions: [Dimension]
    public var dynamics: [Dynamic]
    public var interactions: [Interaction]
    public var scenarios: [Scenario]
    public var takeaways: [Takeaway]

    public init(
        id: String, title: LocalizedText, about: LocalizedText? = nil, baseYear: Int, terrainShift: Bool = false,
        reading: Reading = .thesis, aggregation: Aggregation = .arithmetic, firstSide: SideDescription,
        secondSide: SideDescription, claims: [Claim] = [], dimensions: [Dimension], dynamics: [Dynamic] = [],
        interactions: [Interaction] = [], scenarios: [Scenario] = [], takeaways: [Takeaway] = []
    ) {
        self.id = id
        self.title = title
        self.about = about
        self.baseYear = baseYear
        self.terrainShift = terrainShift
        self.reading = reading
        self.aggregation = aggregation
        self.firstSide = firstSide
        self.secondSide = secondSide
        self.claims = claims
        self.dimensions = dimensions
        self.dynamics = dynamics
        self.interactions = interactions
        self.scenarios = scenarios
        self.takeaways = takeaways
    }

    public func description(of side: Side) -> SideDescription { side == .first ? firstSide : secondSide }
    public func dimension(id: String) -> Int? { dimensions.firstIndex { $0.id == id } }
    public func dynamic(id: String) -> Int? { dynamics.firstIndex { $0.id == id } }
    public func claim(id: String) -> Claim? { claims.first { $0.id == id } }
    public func scenario(id: String) -> Scenario? { scenarios.first { $0.id == id } }

    /// The dimension and the place in it of the indicator called `id`.
    public func indicator(id: String) -> (dimension: Int, indicator: Int)? {
        for (i, dimension) in dimensions.enumerated() {
            if let j = dimension.indicators.firstIndex(where: { $0.id == id }) { return (i, j) }
        }
        return nil
    }
}

/// A side's names; `id` is what scripts see.
public struct SideDescription: Sendable, Hashable {
    public var id: String
    public var name: LocalizedText
    /// A few letters for narrow places; the name where a model gives none.
    public var short: LocalizedText

    public init(id: String, name: LocalizedText, short: LocalizedText? = nil) {
        self.id = id
        self.name = name
        self.short = short ?? name
    }
}

/// A statement of the text the model codes, cited by id.
public struct Claim: Sendable, Hashable {
    public var id: String
    public var text: LocalizedText
    public init(id: String, text: LocalizedText) {
        self.id = id
        self.text = text
    }
}

/// One field of the contest, with its two readings (method §2).
public struct Dimension: Sendable, Hashable {
    public var id: String
    public var name: LocalizedText
    public var short: LocalizedText?
    public var summary: LocalizedText?
    /// Points at the start, 0…100.
    public var points: Double
    /// λ of the terrain shift, −1…1 per year (method §4).
    public var shift: Double
    public var thesis: Thesis
    public var indicators: [Indicator]

    public init(
        id: String, name: LocalizedText, short: LocalizedText? = nil, summary: LocalizedText? = nil, points: Double,
        shift: Double = 0, thesis: Thesis, indicators: [Indicator] = []
    ) {
        self.id = id
        self.name = name
        self.short = short
        self.summary = summary
        self.points = points
        self.shift = shift
        self.thesis = thesis
        self.indicators = indicators
    }
}

/// The words of a text, coded on an ordinal scale (method §2, thesis reading).
public struct Thesis: Sendable, Hashable {
    public enum Start: Sendable, Hashable {
        /// −3 … 3: z = atanh(level/4).
        case level(Int)
        /// s itself, −1 < s < 1.
        case advantage(Double)
    }

    public var start: Start
    /// −3 … 3; the drift is 0.025 a step and year.
    public var momentum: Int
    /// σ of the starting log ratio.
    public var uncertainty: Double
    /// ς of the yearly drift.
    public var driftUncertainty: Double
    public var claims: [String]
    public var rationale: LocalizedText?

    public static let defaultUncertainty = 0.15
    public static let defaultDriftUncertainty = 0.0125

    public init(
        start: Start, momentum: Int, uncertainty: Double = Thesis.defaultUncertainty,
        driftUncertainty: Double = Thesis.defaultDriftUncertainty, claims: [String] = [],
        rationale: LocalizedText? = nil
    ) {
        self.start = start
        self.momentum = momentum
        self.uncertainty = uncertainty
        self.driftUncertainty = driftUncertainty
        self.claims = claims
        self.rationale = rationale
    }
}

/// A measured quantity with a value for each side and a source.
public struct Indicator: Sendable, Hashable {
    public enum Direction: String, Sendable, Hashable, CaseIterable { case more, less }

    /// One year's pair of values, both ≥ 0 and not both 0.
    public struct Observation: Sendable, Hashable {
        public var year: Int
        public var first: Double
        public var second: Double
        public init(year: Int, first: Double, second: Double) {
            self.year = year
            self.first = first
            self.second = second
        }
    }

    public let id: String
    public let name: LocalizedText
    public let unit: LocalizedText?
    public let better: Direction
    /// 0…10; 0 keeps it visible but uncounted.
    public let weight: Double
    /// Whether its years count towards the drift.
    public let trend: Bool
    /// `nil` counts as low.
    public let confidence: Confidence?
    /// By year, ascending; never empty.
    public let observations: [Observation]
    public let source: Source?
    public let note: LocalizedText?
    /// z of each observation, in the same order (method §1).
    public let logRatios: [Double]
    /// Least-squares slope of z a year; `nil` with fewer than two years.
    public let slope: Double?

    public init(
        id: String, name: LocalizedText, unit: LocalizedText? = nil, better: Direction = .more, weight: Double = 1,
        trend: Bool = true, confidence: Confidence? = nil, observations: [Observation], source: Source? = nil,
        note: LocalizedText? = nil
    ) {
        self.id = id
        self.name = name
        self.unit = unit
        self.better = better
        self.weight = weight
        self.trend = trend
        self.confidence = confidence
        self.observations = observations.sorted { $0.year < $1.year }
        self.source = source
        self.note = note
        logRatios = self.observations.map { Advantage.logRatio($0.first, $0.second, better: better) }
        slope = Advantage.slope(of: logRatios, over: self.observations.map(\.year))
    }

    /// The newest pair.
    public var latest: Observation { observations[observations.count - 1] }
    /// z of the newest pair.
    public var latestLogRatio: Double { logRatios[logRatios.count - 1] }
    /// Years from first to last observation.
    public var span: Int { latest.year - observations[0].year }
}

/// Where a figure was published.
public struct Source: Sendable, Hashable {
    public var publisher: String
    public var title: String?
    /// A year, a year and month, or a day, as in the file.
    public var date: String?
    public var url: String?
    public init(publisher: String, title: String? = nil, date: String? = nil, url: String? = nil) {
        self.publisher = publisher
        self.title = title
        self.date = date
        self.url = url
    }
}

/// A figure shown beside a dynamic and never scored.
public struct Fact: Sendable, Hashable {
    public struct Observation: Sendable, Hashable {
        public var year: Int
        public var value: Double
        public var period: LocalizedText?
        public init(year: Int, value: Double, period: LocalizedText? = nil) {
            self.year = year
            self.value = value
            self.period = period
        }
    }

    public var id: String
    public var name: LocalizedText
    public var unit: LocalizedText?
    public var observations: [Observation]
    public var confidence: Confidence?
    public var source: Source?
    public var note: LocalizedText?

    public init(
        id: String, name: LocalizedText, unit: LocalizedText? = nil, observations: [Observation],
        confidence: Confidence? = nil, source: Source? = nil, note: LocalizedText? = nil
    ) {
        self.id = id
        self.name = name
        self.unit = unit
        self.observations = observations
        self.confidence = confidence
        self.source = source
        self.note = note
    }
}

/// What a dynamic does to one dimension, in log-ratio units (method §3).
public struct DynamicEffect: Sendable, Hashable {
    /// Index of the dimension.
    public var dimension: Int
    public var immediate: Double
    public var delayed: Double
    public var rationale: LocalizedText?
    public init(dimension: Int, immediate: Double = 0, delayed: Double = 0, rationale: LocalizedText? = nil) {
        self.dimension = dimension
        self.immediate = immediate
        self.delayed = delayed
        self.rationale = rationale
    }
}

/// Something inside one side that acts on the dimensions with an intensity the reader sets (method §3).
public struct Dynamic: Sendable, Hashable {
    public var id: String
    public var name: LocalizedText
    public var short: LocalizedText?
    public var summary: LocalizedText?
    /// Per cent, 0…100: where the slider starts.
    public var intensity: Double
    /// Per cent: the level already in today's scores.
    public var reference: Double
    /// τ in years, > 0.
    public var delay: Double
    public var claims: [String]
    public var effects: [DynamicEffect]
    public var facts: [Fact]

    public init(
        id: String, name: LocalizedText, short: LocalizedText? = nil, summary: LocalizedText? = nil,
        intensity: Double, reference: Double? = nil, delay: Double, claims: [String] = [],
        effects: [DynamicEffect] = [],
        facts: [Fact] = []
    ) {
        self.id = id
        self.name = name
        self.short = short
        self.summary = summary
        self.intensity = intensity
        self.reference = reference ?? intensity
        self.delay = delay
        self.claims = claims
        self.effects = effects
        self.facts = facts
    }
}

/// A delayed effect that two dynamics have together (method §3).
public struct Interaction: Sendable, Hashable {
    /// A dimension and h, in log-ratio units.
    public struct Term: Sendable, Hashable {
        public var dimension: Int
        public var delayed: Double
        public init(dimension: Int, delayed: Double) {
            self.dimension = dimension
            self.delayed = delayed
        }
    }

    /// Indices of two different dynamics.
    public var first: Int
    public var second: Int
    /// τ in years, > 0.
    public var delay: Double
    public var effects: [Term]
    public var claims: [String]
    public var rationale: LocalizedText?

    public init(
        first: Int, second: Int, delay: Double, effects: [Term], claims: [String] = [],
        rationale: LocalizedText? = nil
    ) {
        self.first = first
        self.second = second
        self.delay = delay
        self.effects = effects
        self.claims = claims
        self.rationale = rationale
    }
}

/// A named way to set the model, always meant from the model's own settings (contract §1).
public struct Scenario: Sendable, Hashable {
    /// A value for a dimension or dynamic, by index.
    public struct Change: Sendable, Hashable {
        public var index: Int
        public var value: Double
        public init(_ index: Int, _ value: Double) {
            self.index = index
            self.value = value
        }
    }

    /// A weight for an indicator, by its place in the model.
    public struct IndicatorChange: Sendable, Hashable {
        public var dimension: Int
        public var indicator: Int
        public var weight: Double
        public init(dimension: Int, indicator: Int, weight: Double) {
            self.dimension = dimension
            self.indicator = indicator
            self.weight = weight
        }
    }

    public var id: String
    public var name: LocalizedText
    public var story: LocalizedText?
    public var claims: [String]
    /// Points of dimensions.
    public var points: [Change]
    /// Intensities of dynamics, per cent.
    public var dynamics: [Change]
    /// Added to z of dimensions.
    public var scoreChange: [Change]
    /// Added to v of dimensions, per year.
    public var driftChange: [Change]
    public var indicators: [IndicatorChange]
    public var year: Double?
    public var reading: Reading?
    public var aggregation: Aggregation?
    public var terrainShift: Bool?

    public init(
        id: String, name: LocalizedText, story: LocalizedText? = nil, claims: [String] = [], points: [Change] = [],
        dynamics: [Change] = [], scoreChange: [Change] = [], driftChange: [Change] = [],
        indicators: [IndicatorChange] = [], year: Double? = nil, reading: Reading? = nil,
        aggregation: Aggregation? = nil, terrainShift: Bool? = nil
    ) {
        self.id = id
        self.name = name
        self.story = story
        self.claims = claims
        self.points = points
        self.dynamics = dynamics
        self.scoreChange = scoreChange
        self.driftChange = driftChange
        self.indicators = indicators
        self.year = year
        self.reading = reading
        self.aggregation = aggregation
        self.terrainShift = terrainShift
    }
}

/// What a takeaway's test computes; parameters are indices (method §8).
public enum Measure: Sendable, Hashable {
    case dimensionsNotLed
    case effectiveDimensions
    case dynamicCost(dynamic: Int)
    case dynamicReversal(dynamic: Int)
    case decidingPower(dimension: Int)
    case dynamicGrip(dynamic: Int, dimension: Int)
    case yearsToParity
    case splitLead(first: [Int], second: [Int])

    /// The measure's name in a model file.
    public var id: String {
        switch self {
        case .dimensionsNotLed: "dimensions-not-led"
        case .effectiveDimensions: "effective-dimensions"
        case .dynamicCost: "dynamic-cost"
        case .dynamicReversal: "dynamic-reversal"
        case .decidingPower: "deciding-power"
        case .dynamicGrip: "dynamic-grip"
        case .yearsToParity: "years-to-parity"
        case .splitLead: "split-lead"
        }
    }
}

/// A conclusion of the text, with a test that says whether it stands at the present settings (method §8).
public struct Takeaway: Sendable, Hashable {
    public struct Test: Sendable, Hashable {
        public var measure: Measure
        /// Years after the base year; `nil`: the year on screen.
        public var years: Double?
        public var supportedAt: Double
        public var contradictedAt: Double
        public init(measure: Measure, years: Double? = nil, supportedAt: Double, contradictedAt: Double) {
            self.measure = measure
            self.years = years
            self.supportedAt = supportedAt
            self.contradictedAt = contradictedAt
        }
    }

    public var id: String
    public var text: LocalizedText
    public var detail: LocalizedText?
    public var claims: [String]
    public var test: Test

    public init(id: String, text: LocalizedText, detail: LocalizedText? = nil, claims: [String] = [], test: Test) {
        self.id = id
        self.text = text
        self.detail = detail
        self.claims = claims
        self.test = test
    }
}
