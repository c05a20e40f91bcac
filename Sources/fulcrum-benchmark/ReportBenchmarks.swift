import BalanceModel
import Benchmark
import ModelFiles
import Reports
import Simulation

/// `fulcrum report --format json` without the process around it, from the compiled model to the text; and its last
/// step alone.
func reportSuite() -> BenchmarkSuite {
    BenchmarkSuite(name: "report") { suite in
        suite.benchmark("JSON end to end") {
            guard let model = BundledModels.model(Subject.id) else { return }
            let request = SimulationRequest(model: model, settings: Settings(model))
            keep(report(input(request, simulate(request), sensitivity(request)), as: .json))
        }
        let request = SimulationRequest(model: Subject.model, settings: Subject.settings)
        let ready = input(request, simulate(request), sensitivity(request))
        for format in ReportFormat.allCases {
            suite.benchmark("\(format.rawValue) from results") { keep(report(ready, as: format)) }
        }
    }
}

private func input(
    _ request: SimulationRequest, _ result: SimulationResult?, _ indices: [SensitivityIndex]?
) -> ReportInput {
    ReportInput(
        program: "fulcrum", model: request.model, balance: evaluate(request.model, request.settings),
        simulation: result.map { result in
            SimulationFigures(
                firstLeads: result.pFirstLeads, standardError: result.standardError,
                firstLeadsAnyWeights: result.pFirstLeadsAnyWeights,
                band: result.band.map {
                    .init(year: $0.year, q05: $0.q05, q25: $0.q25, q50: $0.q50, q75: $0.q75, q95: $0.q95)
                })
        },
        sensitivity: indices?.map { .init(input: $0.input, firstOrder: $0.firstOrder, total: $0.total) },
        samples: request.samples, seed: request.seed, language: .en, command: ["report"])
}
