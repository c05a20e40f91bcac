#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The numbers that give advantages and weights at any year and intensities (method §3 to §5), laid out flat: a recompute
/// asks for some 150 of them.
struct Course: Sendable {
    /// A dimension: start and yearly drift of its z, weight today and its λ (0 with the terrain shift off).
    private struct Line {
        var start: Double
        var drift: Double
        var weight: Double
        var shift: Double
    }

    /// What a dynamic or an interaction does to one dimension.
    private struct Term {
        var dimension: Int
        var immediate: Double
        var delayed: Double
    }

    /// A dynamic, or an interaction of two, with its part of `terms`.
    private struct Source {
        var first: Int
        /// The other dynamic of an interaction.
        var second: Int?
        /// A fraction 0…1.
        var reference: Double
        var delay: Double
        var terms: Range<Int>
    }

    private let lines: [Line]
    private let terms: [Term]
    /// Dynamics, then interactions, in the model's order.
    private let sources: [Source]
    private let terrainShift: Bool
    let aggregation: Aggregation

    init(_ model: Model, _ settings: Settings, readings: [DimensionReading]) {
        terrainShift = settings.terrainShift
        aggregation = settings.aggregation
        let weights = settings.weights
        lines = readings.indices.map {
            Line(
                start: readings[$0].start, drift: readings[$0].drift, weight: weights[$0],
                shift: model.dimensions[$0].shift)
        }
        var terms: [Term] = []
        var sources: [Source] = []
        for (d, dynamic) in model.dynamics.enumerated() {
            let start = terms.count
            terms += dynamic.effects.map {
                Term(dimension: $0.dimension, immediate: $0.immediate, delayed: $0.delayed)
            }
            sources.append(
                Source(first: d, reference: dynamic.reference / 100, delay: dynamic.delay, terms: start..<terms.count))
        }
        for interaction in model.interactions {
            let start = terms.count
            terms += interaction.effects.map { Term(dimension: $0.dimension, immediate: 0, delayed: $0.delayed) }
            sources.append(
                Source(
                    first: interaction.first, second: interaction.second, reference: 0, delay: interaction.delay,
                    terms: start..<terms.count))
        }
        self.terms = terms
        self.sources = sources
    }

    /// A value for each dimension, filled in place.
    typealias Values = UnsafeMutableBufferPointer<Double>

    /// x and w of one year, in the model's order.
    struct State {
        var x: Values
        var weights: Values

        /// Σ w x.
        var sum: Double {
            var sum = 0.0
            for i in x.indices { sum += weights[i] * x[i] }
            return sum
        }
    }

    /// Calls `body` with the state `years` after the base year, which must not outlive the call.
    func withState<Result>(
        at years: Double, intensities: [Double], leavingOut source: Int? = nil, _ body: (State) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * lines.count) { room in
            let x = Values(rebasing: room[..<lines.count])
            let weights = Values(rebasing: room[lines.count...])
            fill(logRatios: x, at: years, intensities: intensities, leavingOut: source)
            if aggregation == .arithmetic { for i in x.indices { x[i] = tanh(x[i]) } }
            fill(weights: weights, at: years)
            return body(State(x: x, weights: weights))
        }
    }

    /// Σ w x, without the terms of one source if asked for.
    func sum(at years: Double, intensities: [Double], leavingOut source: Int? = nil) -> Double {
        withState(at: years, intensities: intensities, leavingOut: source) { $0.sum }
    }

    /// B from Σ w x (method §5).
    func balance(index: Double) -> Double { aggregation == .arithmetic ? index : tanh(index) }

    /// A list made by one of the functions below.
    func list(_ fill: (Values) -> Void) -> [Double] {
        [Double](unsafeUninitializedCapacity: lines.count) { values, count in
            fill(values)
            count = lines.count
        }
    }

    /// w(t) (method §4).
    func fill(weights: Values, at years: Double) {
        for (i, line) in lines.enumerated() { weights.initializeElement(at: i, to: line.weight) }
        guard terrainShift else { return }
        var total = 0.0
        for (i, line) in lines.enumerated() {
            if line.shift != 0 { weights[i] *= exp(line.shift * years) }
            total += weights[i]
        }
        for i in weights.indices { weights[i] /= total }
    }

    /// z_i(t), limited (method §3).
    func fill(logRatios z: Values, at years: Double, intensities: [Double], leavingOut source: Int? = nil) {
        fill(unlimited: z, at: years, intensities: intensities, leavingOut: source)
        for i in z.indices { z[i] = Advantage.clamped(z[i]) }
    }

    /// z_i(t) before it is limited.
    func fill(unlimited z: Values, at years: Double, intensities: [Double], leavingOut source: Int? = nil) {
        fill(shifts: z, at: years, intensities: intensities, leavingOut: source)
        for (i, line) in lines.enumerated() { z[i] += line.start + line.drift * years }
    }

    /// What the dynamics and interactions add to each z.
    func fill(shifts: Values, at years: Double, intensities: [Double], leavingOut source: Int? = nil) {
        shifts.initialize(repeating: 0)
        for (k, described) in sources.enumerated() where k != source {
            let intensity = intensities[described.first]
            let beyond = intensity - described.reference
            var grown = intensity * (1 - exp(-years / described.delay))
            if let second = described.second { grown *= intensities[second] }
            for term in terms[described.terms] {
                shifts[term.dimension] += term.immediate * beyond + term.delayed * grown
            }
        }
    }
}
