import BalanceModel
import Benchmark
import ModelFiles

/// Loading the model and recomputing everything that is exact, as after each key.
func modelSuite() -> BenchmarkSuite {
    BenchmarkSuite(name: "model") { suite in
        suite.benchmark("load compiled") { keep(BundledModels.model(Subject.id)) }
        suite.benchmark("load YAML") { keep(try ModelFile.decode(Subject.yaml)) }
        suite.benchmark("full exact recompute") { keep(evaluate(Subject.model, Subject.settings)) }

        var evidence = Subject.settings
        evidence.reading = .evidence
        suite.benchmark("full exact recompute, evidence") { keep(evaluate(Subject.model, evidence)) }
    }
}
