import BalanceModel
import Testing

@testable import Wording

@Suite struct ReproducingCommandTests {
    static let model = Model(
        id: "m", title: LocalizedText("M"), baseYear: 2025,
        firstSide: SideDescription(id: "a", name: LocalizedText("A")),
        secondSide: SideDescription(id: "b", name: LocalizedText("B")),
        dimensions: ["one", "-two"].map { id in
            Dimension(
                id: id, name: LocalizedText(id), points: 50, shift: id == "one" ? 0.1 : 0,
                thesis: Thesis(start: .advantage(0.3), momentum: -1),
                indicators: [
                    Indicator(
                        id: id + "-x", name: LocalizedText("x"), confidence: .high,
                        observations: [.init(year: 2024, first: 3, second: 2)])
                ])
        },
        dynamics: [
            Dynamic(
                id: "d", name: LocalizedText("d"), intensity: 40, delay: 3,
                effects: [DynamicEffect(dimension: 0, immediate: 0.1, delayed: -0.4)])
        ],
        scenarios: [
            Scenario(
                id: "s", name: LocalizedText("s"), points: [.init(0, 30)], dynamics: [.init(0, 80)],
                scoreChange: [.init(1, -0.2)], year: 2030, terrainShift: true)
        ])

    static let saved = Scenario(id: "mine", name: LocalizedText("mine"), driftChange: [.init(0, 0.01)], year: 2033.25)

    /// What a program does with the arguments: the scenario first, then the options (contract §1).
    private func applied(_ arguments: [String]) throws -> Settings {
        var pairs: [(option: String, value: String)] = []
        let words = arguments.filter { $0 != "--fresh" }
        for (i, word) in words.enumerated() where word.hasPrefix("--") {
            if let equal = word.firstIndex(of: "=") {
                pairs.append((String(word[..<equal]), String(word[word.index(after: equal)...])))
            } else {
                try #require(i + 1 < words.count)
                pairs.append((word, words[i + 1]))
            }
        }
        var settings = Settings(Self.model)
        if let id = pairs.first(where: { $0.option == "--scenario" })?.value {
            let scenario = Self.model.scenario(id: id) ?? Self.saved
            settings = Settings(Self.model, scenario: scenario)
        }
        for (option, value) in pairs { try apply(option, value, to: &settings) }
        return settings
    }

    private func apply(_ option: String, _ value: String, to settings: inout Settings) throws {
        let parts = value.split(separator: "=", maxSplits: 1).map(String.init)
        switch option {
        case "--weight":
            settings.points[try #require(Self.model.dimension(id: parts[0]))] = try #require(Double(parts[1]))
        case "--dynamic":
            settings.intensities[try #require(Self.model.dynamic(id: parts[0]))] = try #require(Double(parts[1]))
        case "--indicator":
            let place = try #require(Self.model.indicator(id: parts[0]))
            settings.indicatorWeights[place.dimension][place.indicator] = try #require(Double(parts[1]))
        case "--year": settings.year = try #require(Double(value))
        case "--reading": settings.reading = try #require(Reading(rawValue: value))
        case "--confidence": settings.confidence = try #require(Confidence(rawValue: value))
        case "--aggregation": settings.aggregation = try #require(Aggregation(rawValue: value))
        case "--terrain-shift": settings.terrainShift = value == "on"
        case "--scenario", "--samples", "--seed", "--lang", "--model": break
        default: Issue.record("unknown option \(option)")
        }
    }

    private func command(_ settings: Settings, _ verb: [String] = ["report"]) -> ReproducingCommand {
        ReproducingCommand(verb, model: Self.model, settings: settings, savedScenarios: [Self.saved])
    }

    @Test func saysNothingOfWhatIsAsTheModelHasIt() {
        #expect(command(Settings(Self.model)).arguments == ["report"])
        #expect(command(Settings(Self.model, scenario: Self.model.scenarios[0])).line == "fulcrum report --scenario s")
    }

    /// The session would come in before the options, were it not left out.
    @Test func startsTheExplorerFromTheModel() {
        #expect(command(Settings(Self.model), ["explore"]).arguments == ["explore", "--fresh"])
        let scenario = Settings(Self.model, scenario: Self.model.scenarios[0])
        #expect(command(scenario, ["explore"]).arguments == ["explore", "--scenario", "s"])
    }

    @Test(arguments: [nil, "s", "mine"]) func givesIdenticalSettings(_ scenario: String?) throws {
        var numbers = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var settings =
                scenario.map { Settings(Self.model, scenario: Self.model.scenario(id: $0) ?? Self.saved) }
                ?? Settings(Self.model)
            let mask = UInt8.random(in: .min ... .max, using: &numbers)
            if mask & 1 != 0 { settings.points[1] = .random(in: 0.001...100) }
            if mask & 2 != 0 { settings.intensities[0] = 100 / 3 }
            if mask & 4 != 0 { settings.indicatorWeights[1][0] = .random(in: 0...10) }
            if mask & 8 != 0 { settings.year = 2025 + .random(in: 0...25) }
            if mask & 16 != 0 { settings.reading = settings.reading.other }
            if mask & 32 != 0 { settings.aggregation = settings.aggregation.other }
            if mask & 64 != 0 { settings.terrainShift.toggle() }
            if mask & 128 != 0 { settings.confidence = .medium }
            let command = command(settings)
            #expect(command.isComplete)
            let again = try applied(command.arguments)
            #expect(again == settings, "\(command.line)")
            #expect(evaluate(Self.model, again).value == evaluate(Self.model, settings).value)
        }
    }

    /// A scenario's id can't be mistaken for an option, nor an id that begins with a hyphen for a flag.
    @Test func joinsValuesThatBeginWithAHyphen() throws {
        var settings = Settings(Self.model)
        settings.points[1] = 12.5
        #expect(command(settings).arguments == ["report", "--weight=-two=12.5"])
        #expect(try applied(command(settings).arguments) == settings)
    }

    @Test func admitsWhatNoOptionCanSay() {
        let settings = Settings(Self.model, scenario: Self.saved)
        let without = ReproducingCommand(["report"], model: Self.model, settings: settings)
        #expect(!without.isComplete)
        var locked = Settings(Self.model)
        locked.locked[0] = true
        #expect(command(locked).isComplete && command(locked).arguments == ["report"])
    }

    @Test func endsWithSamplesSeedAndLanguage() {
        let command = ReproducingCommand(
            ["report", "--format", "svg"], model: Self.model, settings: Settings(Self.model), samples: 5000,
            seed: 9_223_372_036_854_775_807, language: .fr, modelPath: "my model.yaml")
        #expect(
            command.line
                == "fulcrum report --format svg --model 'my model.yaml' --samples 5000 --seed 9223372036854775807 --lang fr"
        )
    }

    @Test(arguments: [
        ("plain-1.yaml", "plain-1.yaml"), ("", "''"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("$HOME", "'$HOME'"),
        ("~/m", "'~/m'"), ("été", "'été'"), ("a\nb'\\", "$'a\\012b\\'\\\\'"), ("\u{9B}", "$'\\302\\233'"),
    ]) func quotesForAShell(_ word: String, _ expected: String) {
        #expect(ReproducingCommand.quoted(word) == expected)
    }
}
