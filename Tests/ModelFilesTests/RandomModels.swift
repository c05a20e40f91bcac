import BalanceModel

@testable import ModelFiles

/// Steele, Lea & Flood 2014; small and the same everywhere.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ count: Int) -> Int { count > 0 ? Int(next() % UInt64(count)) : 0 }
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
    mutating func number(_ range: ClosedRange<Double>) -> Double {
        let x = Double.random(in: range, using: &self)
        return chance(50) ? min(max(x.rounded(), range.lowerBound), range.upperBound) : x
    }
}

/// Valid models full of texts that YAML could take for something else.
struct RandomModels {
    var random: SplitMix

    private static let pieces = [
        "null", "~", "yes", "123", "1e5", "- ", "? ", ": ", " #", "&a", "*b", "!c", "%d", "@", "`", "|", ">", "'", "\"",
        "\\", "{", "}", "[", "]", ",", " ", "  ", "a", "word", "é", "À", "«\u{A0}x\u{A0}»", "\u{202F}!", "e\u{301}",
        "漢字",
        "👩‍👩‍👧", "\u{200F}عربي", "---", "...", "<<", "=", ".inf", "Long sentence with many words, one after the other.",
    ]

    mutating func line() -> String {
        var text = ""
        for _ in 0...random.below(random.chance(10) ? 60 : 6) {
            text += Self.pieces[random.below(Self.pieces.count)]
            if random.chance(40) { text += " " }
        }
        return text.allSatisfy { $0 == " " } ? "x" + text : text
    }

    mutating func paragraphs() -> String {
        var text = line()
        while random.chance(20) { text += (random.chance(50) ? "\n" : "\n\n") + line() }
        return random.chance(5) ? "\n" + text + "\n" : text
    }

    mutating func text(_ string: (inout RandomModels) -> String) -> LocalizedText {
        switch random.below(3) {
        case 0: LocalizedText(string(&self))
        case 1: LocalizedText(en: string(&self), fr: string(&self))
        default: LocalizedText(entries: [.init(language: "pt-br", text: string(&self))])
        }
    }

    mutating func name() -> LocalizedText { text { $0.line() } }
    mutating func long() -> LocalizedText { text { $0.paragraphs() } }
    mutating func maybe<Value>(_ value: (inout RandomModels) -> Value) -> Value? {
        random.chance(50) ? value(&self) : nil
    }
    mutating func few<Value>(_ most: Int, _ value: (inout RandomModels, Int) -> Value) -> [Value] {
        (0..<random.below(most + 1)).map { value(&self, $0) }
    }

    /// Ids that look like something else as well.
    private static let oddIDs = ["null", "on", "0", "1e5", "-", "---", "2025-04", "true", "-1", "0x1F", "A"]
    func id(_ prefix: String, _ i: Int) -> String { i < Self.oddIDs.count ? Self.oddIDs[i] : "\(prefix)-\(i)" }

    mutating func model() -> Model {
        let claims = few(5) { Claim(id: $0.id("T", $1), text: $0.long()) }
        let cited = claims.map(\.id)
        var indicators = 0
        var dimensions = (0..<2 + random.below(6)).map { dimension($0, cited, &indicators) }
        dimensions[0].points = 20
        var facts = 0
        let dynamics = few(3) { $0.dynamic($1, dimensions.count, cited, &facts) }
        var model = Model(
            id: id("model", random.below(14)), title: name(), about: maybe { $0.long() },
            baseYear: 1900 + random.below(300),
            terrainShift: random.chance(50), reading: random.chance(50) ? .thesis : .evidence,
            aggregation: random.chance(50) ? .arithmetic : .geometric,
            firstSide: .init(id: "a", name: name(), short: maybe { $0.name() }),
            secondSide: .init(id: "b", name: name(), short: maybe { $0.name() }), claims: claims,
            dimensions: dimensions, dynamics: dynamics)
        if dynamics.count >= 2 {
            model.interactions = few(2) { models, _ in models.interaction(dynamics.count, dimensions.count, cited) }
        }
        model.scenarios = few(4) { $0.scenario($1, model, cited) }
        model.takeaways = few(6) { $0.takeaway($1, model, cited) }
        return model
    }

    private mutating func claims(_ ids: [String]) -> [String] { ids.filter { _ in random.chance(30) } }

    private mutating func dimension(_ i: Int, _ cited: [String], _ indicators: inout Int) -> Dimension {
        let thesis = Thesis(
            start: random.chance(50) ? .level(random.below(7) - 3) : .advantage(random.number(-0.999...0.999)),
            momentum: random.below(7) - 3, uncertainty: random.number(0...1), driftUncertainty: random.number(0...1),
            claims: claims(cited), rationale: maybe { $0.long() })
        var list: [Indicator] = []
        while random.chance(40) {
            list.append(indicator(indicators))
            indicators += 1
        }
        return Dimension(
            id: id("dimension", i), name: name(), short: maybe { $0.name() }, summary: maybe { $0.long() },
            points: random.number(0...100), shift: random.number(-1...1), thesis: thesis, indicators: list)
    }

    private mutating func source() -> Source {
        let dates = ["2025", "2025-04", "2024-02-29"]
        return Source(
            publisher: line(), title: maybe { $0.line() }, date: dates[random.below(dates.count)], url: line())
    }

    private mutating func indicator(_ i: Int) -> Indicator {
        let first = 1000 + random.below(1000)
        let observations = (0...random.below(4)).map { k in
            Indicator.Observation(
                year: first + 3 * k, first: random.number(0...1e6),
                second: Double.random(in: 1e-300...1, using: &random))
        }
        return Indicator(
            id: id("indicator", i), name: name(), unit: name(), better: random.chance(50) ? .more : .less,
            weight: random.number(0...10), trend: random.chance(50), confidence: maybe { $0.confidence() },
            observations: observations, source: maybe { $0.source() }, note: maybe { $0.long() })
    }

    private mutating func confidence() -> Confidence { Confidence.allCases[random.below(3)] }

    private mutating func dynamic(_ i: Int, _ count: Int, _ cited: [String], _ facts: inout Int) -> Dynamic {
        let effects = (0..<count).filter { _ in random.chance(50) }.map { dimension in
            DynamicEffect(
                dimension: dimension, immediate: random.number(-3...3), delayed: random.number(-3...3),
                rationale: maybe { $0.long() })
        }
        var list: [Fact] = []
        while random.chance(30) {
            let observations = (0...random.below(3)).map { _ in
                Fact.Observation(
                    year: 1000 + random.below(1999), value: random.number(-1e12...1e12), period: maybe { $0.name() })
            }
            list.append(
                Fact(
                    id: id("fact", facts), name: name(), unit: name(), observations: observations,
                    confidence: maybe { $0.confidence() }, source: maybe { $0.source() }, note: maybe { $0.long() }))
            facts += 1
        }
        return Dynamic(
            id: id("dynamic", i), name: name(), short: maybe { $0.name() }, summary: maybe { $0.long() },
            intensity: random.number(0...100), reference: random.number(0...100), delay: random.number(0.001...30),
            claims: claims(cited), effects: effects, facts: list)
    }

    private mutating func interaction(_ dynamics: Int, _ dimensions: Int, _ cited: [String]) -> Interaction {
        let first = random.below(dynamics)
        return Interaction(
            first: first, second: (first + 1) % dynamics, delay: random.number(0.001...30),
            effects: [.init(dimension: random.below(dimensions), delayed: random.number(-1...1))],
            claims: claims(cited), rationale: maybe { $0.long() })
    }

    private mutating func changes(_ count: Int, _ range: ClosedRange<Double>) -> [Scenario.Change] {
        (0..<count).filter { _ in random.chance(30) }.map { .init($0, random.number(range)) }
    }

    mutating func scenario(_ i: Int, _ model: Model, _ cited: [String]) -> Scenario {
        let places = model.dimensions.enumerated().flatMap { i, d in d.indicators.indices.map { (i, $0) } }
        let points = changes(model.dimensions.count - 1, 0...100).map { Scenario.Change($0.index + 1, $0.value) }
        return Scenario(
            id: id("scenario", i), name: name(), story: maybe { $0.long() }, claims: claims(cited), points: points,
            dynamics: changes(model.dynamics.count, 0...100), scoreChange: changes(model.dimensions.count, -3...3),
            driftChange: changes(model.dimensions.count, -1...1),
            indicators: places.filter { _ in random.chance(30) }.map { place in
                .init(dimension: place.0, indicator: place.1, weight: random.number(0...10))
            }, year: maybe { Double(model.baseYear) + $0.random.number(0...25) },
            reading: maybe { _ in .evidence }, aggregation: maybe { _ in .geometric },
            terrainShift: maybe { $0.random.chance(50) })
    }

    private mutating func takeaway(_ i: Int, _ model: Model, _ cited: [String]) -> Takeaway {
        var measures: [Measure] = [
            .dimensionsNotLed, .effectiveDimensions, .yearsToParity, .splitLead(first: [1], second: [0, 1]),
            .decidingPower(dimension: random.below(model.dimensions.count)),
        ]
        if !model.dynamics.isEmpty {
            let dynamic = random.below(model.dynamics.count)
            measures += [
                .dynamicCost(dynamic: dynamic), .dynamicReversal(dynamic: dynamic),
                .dynamicGrip(dynamic: dynamic, dimension: 1),
            ]
        }
        let threshold = random.number(-100...100)
        return Takeaway(
            id: id("K", i), text: long(), detail: maybe { $0.long() }, claims: claims(cited),
            test: .init(
                measure: measures[random.below(measures.count)], years: maybe { $0.random.number(0...25) },
                supportedAt: threshold, contradictedAt: threshold + (random.chance(50) ? 0.5 : -0.5)))
    }

    mutating func session(_ model: Model) -> Session {
        var settings = Settings(model, scenario: scenario(3, model, []))
        for i in settings.locked.indices { settings.locked[i] = random.chance(20) }
        settings.scenario = maybe { $0.id("scenario", 1) }
        settings.confidence = confidence()
        settings.reading = random.chance(50) ? .thesis : .evidence
        return Session(settings: settings, interface: [line(): line(), "view": paragraphs(), "": ""])
    }
}
