import BalanceModel
import Benchmark
import Simulation

/// Monte Carlo (method §7). “weights” draws and tests weightings alone, five dimensions, as tools/simplex.c does;
/// “simulation” draws everything: scores and drifts, the 16 years of the outlook, both probabilities.
func samplingSuite() -> BenchmarkSuite {
    BenchmarkSuite(name: "sampling") { suite in
        let x = [0.31, -0.22, 0.15, -0.40, 0.08]
        let weightings = 5_000_000
        suite.benchmark("weights, 1 thread", samples: weightings) {
            keep(Simplex.positives(x, samples: weightings, threads: 1))
        }
        suite.benchmark("weights, \(defaultThreads) threads", samples: weightings) {
            keep(Simplex.positives(x, samples: weightings, threads: defaultThreads))
        }

        for samples in [Limits.defaultSamples, 1_000_000] {
            let request = SimulationRequest(model: Subject.model, settings: Subject.settings, samples: samples)
            for threads in Set([1, defaultThreads]).sorted() {
                suite.benchmark("simulation of \(samples), \(threads) threads", samples: samples) {
                    keep(simulate(request, threads: threads))
                }
            }
        }
        let request = SimulationRequest(model: Subject.model, settings: Subject.settings)
        suite.benchmark("sensitivity of \(request.samples), \(defaultThreads) threads", samples: request.samples) {
            keep(sensitivity(request, threads: defaultThreads))
        }
    }
}
