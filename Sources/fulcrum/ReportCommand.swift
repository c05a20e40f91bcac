import ArgumentParser
import BalanceModel
import ModelFiles
import Reports
import Simulation
import Store
import Wording

extension ReportFormat: ExpressibleByArgument {}

/// The formats of `fulcrum compare`, as those of `fulcrum report`: a comparison has no picture.
enum ComparisonFormat: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json, csv

    var format: ReportFormat {
        switch self {
        case .text: .text
        case .markdown: .markdown
        case .json: .json
        case .csv: .csv
        }
    }
}

struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Write to a file, whole or not at all, instead of standard output.", valueName: "FILE"),
        completion: .file())
    var output: String?

    func write(_ text: String, _ language: Language) throws(Failure) {
        guard let output else {
            try Streams.print(text)
            return
        }
        do throws(StoreProblem) {
            try AtomicFile.save(text, to: output)
            AtomicFile.sweep(around: output)
        } catch {
            throw Failure(
                lines: ["fulcrum: " + Phrase(error.english, error.french)(language)], code: error.exitCode)
        }
    }
}

/// `fulcrum report`: the same computation without a screen.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Print the results without a screen: text, markdown, json, csv or svg.")

    @OptionGroup var options: SettingOptions

    @Option(help: "The format to write.")
    var format: ReportFormat = .text

    @OptionGroup var output: OutputOptions

    func run() throws {
        let settings = options.choices
        let model = try settings.loadModel()
        let saved =
            settings.scenario.map { model.scenario(id: $0) == nil } ?? false
            ? Readers.scenarios(model, settings.language) : []
        let chosen = try settings.apply(to: Settings(model), of: model, saved: saved)
        let request = SimulationRequest(
            model: model, settings: chosen, samples: try settings.drawCount(), seed: try settings.drawSeed())
        let progress = Progress(request.samples, settings.language)
        guard
            let text = Reporting(request, saved: saved, language: settings.language, modelName: settings.model)
                .text(format, namingLanguage: settings.lang != nil, progress: progress.show)
        else { progress.end() }
        progress.clear()
        try output.write(text, settings.language)
    }
}

/// `fulcrum compare BASELINE`: what weights and scores did from there to the present settings.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Split the difference between a baseline and the settings into what weights and scores did.",
        discussion: """
            BASELINE is thesis, evidence or a scenario. thesis and evidence are the model's own settings in that \
            reading, at the year, confidence, aggregation and terrain shift of the settings compared with; a scenario \
            is as it stands.
            """)

    @Argument(
        help: "thesis, evidence or the id of a scenario.",
        completion: .custom { words, _, _ in Completions(words).baselines })
    var baseline: String

    @OptionGroup var options: SettingOptions

    @Option(help: "The format to write.")
    var format: ComparisonFormat = .text

    @OptionGroup var output: OutputOptions

    func run() throws {
        let settings = options.choices
        let model = try settings.loadModel()
        let saved =
            [baseline, settings.scenario ?? ""].contains {
                Reading(rawValue: $0) == nil && model.scenario(id: $0) == nil && !$0.isEmpty
            }
            ? Readers.scenarios(model, settings.language) : []
        let chosen = try settings.apply(to: Settings(model), of: model, saved: saved)
        // Nothing is drawn here, but what is wrong is wrong.
        _ = (try settings.drawCount(), try settings.drawSeed())
        let (from, name) = try start(model, chosen, saved)
        let command = ReproducingCommand(
            ["compare", baseline], model: model, settings: chosen, savedScenarios: saved, language: settings.lang,
            modelPath: settings.model)
        let input = ComparisonInput(
            program: Program.name, model: model, comparison: Comparison(model, from: from, to: chosen),
            baseline: name, language: settings.language, command: command.arguments, savedScenarios: saved)
        guard let text = report(input, as: format.format) else { return }
        try output.write(text, settings.language)
    }

    private func start(_ model: Model, _ chosen: Settings, _ saved: [Scenario]) throws(Failure) -> (Settings, String) {
        if let reading = Reading(rawValue: baseline) {
            return (Settings(model, baseline: reading, like: chosen), baseline)
        }
        let known = model.scenarios + saved
        guard let scenario = known.first(where: { $0.id == baseline }) else {
            let ids = (Reading.allCases.map(\.rawValue) + known.map(\.id)).joined(separator: ", ")
            throw Failure(.usage, "baseline \(baseline): unknown; expected one of \(ids)")
        }
        return (Settings(model, scenario: scenario), scenario.id)
    }
}
