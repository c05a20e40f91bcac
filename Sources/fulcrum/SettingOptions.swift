import ArgumentParser
import BalanceModel
import ModelFiles
import Store
import Wording

extension Reading: ExpressibleByArgument {}
extension Aggregation: ExpressibleByArgument {}
extension Confidence: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

enum Switch: String, ExpressibleByArgument, CaseIterable { case on, off }

/// The model, and what is set before the program starts or reports (contract §1).
struct SettingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A model file, or the name of a bundled model.", valueName: "FILE"),
        completion: .file(extensions: ["yaml", "yml"]))
    var model: String?

    @Option(
        help: ArgumentHelp("A scenario of the model, or a saved one.", valueName: "ID"),
        completion: .custom { words, _, _ in Completions(words).scenarios })
    var scenario: String?

    @Option(
        help: ArgumentHelp("Points of a dimension, 0 to 100; repeatable.", valueName: "ID=POINTS"),
        completion: .custom { words, _, _ in Completions(words).dimensions })
    var weight: [String] = []

    @Option(
        help: ArgumentHelp("Intensity of a dynamic, 0 to 100; repeatable.", valueName: "ID=PERCENT"),
        completion: .custom { words, _, _ in Completions(words).dynamics })
    var dynamic: [String] = []

    @Option(
        help: ArgumentHelp("Weight of an indicator, 0 to 10, 0 leaves it out; repeatable.", valueName: "ID=WEIGHT"),
        completion: .custom { words, _, _ in Completions(words).indicators })
    var indicator: [String] = []

    @Option(help: ArgumentHelp("The year to look at: base year to base year + 25.", valueName: "Y"))
    var year: String?

    @Option(help: "Words of the text, or public figures.")
    var reading: Reading?

    @Option(help: "The weakest confidence of indicators still counted.")
    var confidence: Confidence?

    @Option(help: "How dimensions are put together.")
    var aggregation: Aggregation?

    @Option(help: "Whether weights move over time.")
    var terrainShift: Switch?

    @Option(
        help: ArgumentHelp(
            "Monte Carlo draws, 1,000 to 10,000,000, written without commas (default 100,000).", valueName: "N"))
    var samples: String?

    @Option(help: ArgumentHelp("Seed of the draws, 0 to 2^63-1 (default 1).", valueName: "N"))
    var seed: String?

    @Option(help: "Language of texts and numbers (default: from LC_ALL, LC_MESSAGES, LANG).")
    var lang: Language?
}

extension SettingOptions {
    var choices: SettingChoices {
        SettingChoices(
            model: model, scenario: scenario, weight: weight, dynamic: dynamic, indicator: indicator, year: year,
            reading: reading, confidence: confidence, aggregation: aggregation, terrainShift: terrainShift,
            samples: samples, seed: seed, lang: lang)
    }
}
