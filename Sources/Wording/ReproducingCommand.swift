import BalanceModel

/// The command that gives the same settings again: the scenario, then only what differs from where it starts
/// (contract §1). Numbers keep every digit, so the balance is the same to the last bit. Locks are no option.
public struct ReproducingCommand: Sendable, Hashable {
    /// What follows the program's name.
    public let arguments: [String]
    /// False when the settings hold changes of a scenario that is not among those given: no option can say them.
    public let isComplete: Bool

    /// - Parameters:
    ///   - verb: what comes first, as `["report", "--format", "svg"]`, `["explore"]` or `["compare", "thesis"]`.
    ///   - savedScenarios: the reader's own, beside those of the model.
    ///   - samples: left out where it is the default, as is `seed`.
    ///   - language: `nil` leaves it to the environment of whoever runs the command.
    ///   - modelPath: `nil` for the bundled model.
    public init(
        _ verb: [String], model: Model, settings: Settings, savedScenarios: [Scenario] = [],
        samples: Int = Limits.defaultSamples, seed: UInt64 = 1, language: Language? = nil, modelPath: String? = nil
    ) {
        var options = Options()
        if let path = modelPath { options.add("--model", path) }
        var start = Settings(model)
        if let id = settings.scenario {
            if let scenario = model.scenario(id: id) ?? savedScenarios.first(where: { $0.id == id }) {
                start = Settings(model, scenario: scenario)
            }
            options.add("--scenario", id)
        } else if verb.first == "explore" {
            // Else the last session's settings would come in first.
            options.arguments.append("--fresh")
        }
        isComplete =
            start.scoreChange == settings.scoreChange && start.driftChange == settings.driftChange
            && start.scenario == settings.scenario
        options.addNumbers(model, settings, from: start)
        options.addChoices(settings, from: start)
        if samples != Limits.defaultSamples { options.add("--samples", String(samples)) }
        if seed != 1 { options.add("--seed", String(seed)) }
        if let language { options.add("--lang", language.rawValue) }
        arguments = verb + options.arguments
    }

    /// The whole command, quoted for a shell.
    public var line: String { Self.line(arguments) }

    /// `fulcrum` and its arguments, quoted for a shell.
    public static func line(_ arguments: [String]) -> String {
        (["fulcrum"] + arguments).map(quoted).joined(separator: " ")
    }

    /// A word as a shell reads it back: bare where nothing in it is special, else in single quotes; control characters
    /// stay visible, as bash, zsh and ksh write them.
    public static func quoted(_ word: String) -> String {
        let scalars = word.unicodeScalars
        if !word.isEmpty, scalars.allSatisfy(isPlain) { return word }
        let hasControls = scalars.contains(where: isControl)
        var result = hasControls ? "$'" : "'"
        for scalar in scalars {
            switch scalar {
            case "'": result += hasControls ? "\\'" : "'\\''"
            case "\\" where hasControls: result += "\\\\"
            case _ where isControl(scalar):
                for byte in String(scalar).utf8 {
                    // Octal with all three digits: what follows can't be taken for a part of it.
                    let digits = String(byte, radix: 8)
                    result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "'"
    }

    /// What a terminal would act on or not show.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
        default: false
        }
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", ":", ",", "=", "+", "@", "%": true
        default: false
        }
    }
}

private struct Options {
    var arguments: [String] = []

    /// A value that begins like an option is joined to its own.
    mutating func add(_ option: String, _ value: String) {
        if value.hasPrefix("-") { arguments.append(option + "=" + value) } else { arguments += [option, value] }
    }

    mutating func addNumbers(_ model: Model, _ settings: Settings, from start: Settings) {
        for (i, dimension) in model.dimensions.enumerated() where settings.points[i] != start.points[i] {
            add("--weight", dimension.id + "=" + Numbers.exact(settings.points[i]))
        }
        for (d, dynamic) in model.dynamics.enumerated() where settings.intensities[d] != start.intensities[d] {
            add("--dynamic", dynamic.id + "=" + Numbers.exact(settings.intensities[d]))
        }
        for (i, dimension) in model.dimensions.enumerated() {
            for (j, indicator) in dimension.indicators.enumerated()
            where settings.indicatorWeights[i][j] != start.indicatorWeights[i][j] {
                add("--indicator", indicator.id + "=" + Numbers.exact(settings.indicatorWeights[i][j]))
            }
        }
        if settings.year != start.year { add("--year", Numbers.exact(settings.year)) }
    }

    mutating func addChoices(_ settings: Settings, from start: Settings) {
        if settings.reading != start.reading { add("--reading", settings.reading.rawValue) }
        if settings.confidence != start.confidence { add("--confidence", settings.confidence.rawValue) }
        if settings.aggregation != start.aggregation { add("--aggregation", settings.aggregation.rawValue) }
        if settings.terrainShift != start.terrainShift {
            add("--terrain-shift", settings.terrainShift ? "on" : "off")
        }
    }
}
