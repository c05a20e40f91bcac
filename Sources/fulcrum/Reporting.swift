import BalanceModel
import Reports
import Simulation
import Wording

/// Makes reports, for the command and for the interactive program's export.
struct Reporting {
    private let request: SimulationRequest
    private let saved: [Scenario]
    private let language: Language
    private let modelName: String?

    init(_ request: SimulationRequest, saved: [Scenario], language: Language, modelName: String?) {
        self.request = request
        self.saved = saved
        self.language = language
        self.modelName = modelName
    }

    /// The report; `nil` when `progress` said to stop.
    ///
    /// - Parameter namingLanguage: whether the reproducing command names the language, or leaves it to the environment.
    func text(_ format: ReportFormat, namingLanguage: Bool, progress: (Double) -> Bool = { _ in true }) -> String? {
        guard let result = simulate(request, progress: progress) else { return nil }
        var indices: [SensitivityIndex]?
        // Indices are for tables; the picture has no place for them.
        if format != .svg {
            indices = sensitivity(request, progress: progress)
            if indices == nil { return nil }
        }
        let command = command(["report"] + (format == .text ? [] : ["--format", format.rawValue]), namingLanguage)
        let input = ReportInput(
            program: Program.name, model: request.model, balance: evaluate(request.model, request.settings),
            simulation: SimulationFigures(result), sensitivity: indices?.map { SensitivityFigure($0) },
            samples: request.samples, seed: request.seed, language: language, command: command.arguments,
            savedScenarios: saved)
        return report(input, as: format)
    }

    /// The command that gives the same settings again.
    func command(_ verb: [String], _ namingLanguage: Bool) -> ReproducingCommand {
        ReproducingCommand(
            verb, model: request.model, settings: request.settings, savedScenarios: saved, samples: request.samples,
            seed: request.seed, language: namingLanguage ? language : nil, modelPath: modelName)
    }
}

extension SimulationFigures {
    init(_ result: SimulationResult) {
        self.init(
            firstLeads: result.pFirstLeads, standardError: result.standardError,
            firstLeadsAnyWeights: result.pFirstLeadsAnyWeights,
            band: result.band.map {
                .init(year: $0.year, q05: $0.q05, q25: $0.q25, q50: $0.q50, q75: $0.q75, q95: $0.q95)
            })
    }
}

extension SensitivityFigure {
    init(_ index: SensitivityIndex) {
        self.init(input: index.input, firstOrder: index.firstOrder, total: index.total)
    }
}
