import Benchmark

/// A column of million samples a second for the benchmarks that draw samples.
enum Throughput {
    nonisolated(unsafe) private static var samples: [String: Int] = [:]
    static let column = "Msamples/s"

    private static let registered: Void = BenchmarkColumn.register(
        BenchmarkColumn(
            name: column,
            value: { result in
                guard let samples = samples[result.benchmarkName] else { return 0 }
                let times = result.measurements.sorted()
                return times.isEmpty ? 0 : Double(samples) * 1e3 / times[times.count / 2]
            },
            formatter: { value, _ in value == 0 ? "" : "\((value * 10).rounded() / 10)" }))
}

extension BenchmarkSuite {
    /// A benchmark whose body draws `samples` samples.
    func benchmark(_ name: String, samples: Int, _ body: @escaping () -> Void) {
        Throughput.note(name, samples)
        benchmark(name) { body() }
    }
}

extension Throughput {
    static func note(_ name: String, _ count: Int) {
        registered
        samples[name] = count
    }
}

/// Keeps a result from being optimised away, and its computation with it.
@inline(never)
func keep<Value>(_ value: Value) {}
