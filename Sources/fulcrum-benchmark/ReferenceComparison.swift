import Simulation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The weights kernel and the C program of the shared tools, by turns in one run, because such machines are noisy:
///
///     gcc -O3 -march=native -o simplex simplex.c -lm
///     SIMPLEX=./simplex swift run -c release fulcrum-benchmark --filter weights
///
/// Both draw weightings of five dimensions on one thread and time themselves. Prints the speeds of each round and the
/// ratio of the medians.
enum ReferenceComparison {
    private static let samples = 20_000_000
    private static let rounds = 9

    static func runIfAsked() {
        guard let program = getenv("SIMPLEX").map({ String(cString: $0) }) else { return }
        var reference: [Double] = []
        var own: [Double] = []
        for round in 1...rounds {
            guard let speed = referenceSpeed(program) else {
                print("SIMPLEX: \(program) is not the program made from simplex.c")
                return
            }
            reference.append(speed)
            own.append(ownSpeed())
            print("round \(round): simplex.c simd \(rounded(speed)), fulcrum \(rounded(own[round - 1])) Msamples/s")
        }
        reference.sort()
        own.sort()
        let middle = rounds / 2
        print(
            "median: \(rounded(reference[middle])) and \(rounded(own[middle])), ratio \(rounded(own[middle] / reference[middle]))\n"
        )
    }

    private static func ownSpeed() -> Double {
        let x = [0.31, -0.22, 0.15, -0.40, 0.08]
        let start = now()
        keep(Simplex.positives(x, samples: samples, threads: 1))
        return Double(samples) / (now() - start) / 1e6
    }

    /// Its line is: kernel, samples, seconds, positive ones.
    private static func referenceSpeed(_ program: String) -> Double? {
        guard let pipe = popen("'\(program)' simd \(samples)", "r") else { return nil }
        defer { pclose(pipe) }
        var line = [CChar](repeating: 0, count: 200)
        guard fgets(&line, Int32(line.count), pipe) != nil else { return nil }
        let fields = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            .split(separator: " ")
        guard fields.count >= 3, let seconds = Double(fields[2]), seconds > 0 else { return nil }
        return Double(samples) / seconds / 1e6
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
    }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
