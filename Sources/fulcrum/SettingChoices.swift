import BalanceModel
import ModelFiles
import Store
import Wording

/// What the command line says of model and settings, before it is checked (contract §1).
struct SettingChoices {
    var model: String?
    var scenario: String?
    var weight: [String] = []
    var dynamic: [String] = []
    var indicator: [String] = []
    var year: String?
    var reading: Reading?
    var confidence: Confidence?
    var aggregation: Aggregation?
    var terrainShift: Switch?
    var samples: String?
    var seed: String?
    var lang: Language?
}

extension SettingChoices {
    var language: Language { lang ?? Surroundings.language }

    func loadModel() throws(Failure) -> Model {
        guard let path = model else {
            guard let id = BundledModels.ids.first, let model = BundledModels.model(id) else {
                throw Failure(.data, "the bundled model is missing from this program")
            }
            return model
        }
        // A bundled name needs no path; a file of that name is reached as ./NAME.
        if let bundled = BundledModels.model(path) { return bundled }
        do throws(FileProblem) {
            return try ModelFile.load(path: path)
        } catch {
            var lines = error.lines(language).map { error.isLocated ? $0 : "fulcrum: " + $0 }
            // A name that is no path may be a bundled model's, mistyped.
            if error.reason == .missing, !path.contains("/") {
                let ids = BundledModels.ids.joined(separator: ", ")
                lines = lines.map {
                    $0
                        + Phrase(
                            "; the bundled models are \(ids)", "\u{202F}; les modèles fournis sont \(ids)")(language)
                }
            }
            throw Failure(lines: lines, code: error.exitCode)
        }
    }

    func drawCount() throws(Failure) -> Int {
        guard let samples else { return Limits.defaultSamples }
        guard let count = Int(samples), Limits.samples.contains(count) else {
            throw Failure(
                .usage,
                "--samples \(samples): a whole number from \(Limits.samples.lowerBound) to \(Limits.samples.upperBound) is expected"
            )
        }
        return count
    }

    func drawSeed() throws(Failure) -> UInt64 {
        guard let seed else { return 1 }
        guard let value = UInt64(seed), value <= UInt64(Int64.max) else {
            throw Failure(.usage, "--seed \(seed): a whole number from 0 to \(Int64.max) is expected")
        }
        return value
    }

    /// Whether anything but model, language and draws is set.
    var changesSettings: Bool {
        scenario != nil || !weight.isEmpty || !dynamic.isEmpty || !indicator.isEmpty || year != nil || reading != nil
            || confidence != nil || aggregation != nil || terrainShift != nil
    }

    /// `start` changed by the scenario, then by the options.
    func apply(to start: Settings, of model: Model, saved: [Scenario]) throws(Failure) -> Settings {
        var settings = start
        if let scenario {
            let known = model.scenarios + saved
            guard let found = known.first(where: { $0.id == scenario }) else {
                throw Failure(.usage, unknown("--scenario", scenario, known.map(\.id)))
            }
            settings = Settings(model, scenario: found)
        }
        for text in try pairs("--weight", weight) {
            guard let i = model.dimension(id: text.id) else {
                throw Failure(.usage, unknown("--weight", text.id, model.dimensions.map(\.id)))
            }
            settings.points[i] = try number("--weight \(text.id)", text.value, in: Limits.points)
        }
        guard settings.points.contains(where: { $0 > 0 }) else {
            throw Failure(.usage, "--weight: all points are 0; at least one dimension needs some")
        }
        for text in try pairs("--dynamic", dynamic) {
            guard let d = model.dynamic(id: text.id) else {
                throw Failure(.usage, unknown("--dynamic", text.id, model.dynamics.map(\.id)))
            }
            settings.intensities[d] = try number("--dynamic \(text.id)", text.value, in: Limits.intensity)
        }
        for text in try pairs("--indicator", indicator) {
            guard let place = model.indicator(id: text.id) else {
                let ids = model.dimensions.flatMap { $0.indicators.map(\.id) }
                throw Failure(.usage, unknown("--indicator", text.id, ids))
            }
            settings.indicatorWeights[place.dimension][place.indicator] = try number(
                "--indicator \(text.id)", text.value, in: Limits.indicatorWeight)
        }
        if let year {
            let first = Double(model.baseYear)
            settings.year = try number("--year", year, in: first...(first + Limits.horizon))
        }
        settings.reading = reading ?? settings.reading
        settings.confidence = confidence ?? settings.confidence
        settings.aggregation = aggregation ?? settings.aggregation
        settings.terrainShift = terrainShift.map { $0 == .on } ?? settings.terrainShift
        return settings
    }

    private func pairs(_ option: String, _ texts: [String]) throws(Failure) -> [(id: String, value: String)] {
        var seen: Set<String> = []
        var pairs: [(id: String, value: String)] = []
        for text in texts {
            guard let equals = text.firstIndex(of: "=") else {
                throw Failure(.usage, "\(option) \(text): ID=NUMBER is expected")
            }
            let id = String(text[..<equals])
            guard seen.insert(id).inserted else {
                throw Failure(.usage, "\(option) \(id) is given twice; give it once")
            }
            pairs.append((id, String(text[text.index(after: equals)...])))
        }
        return pairs
    }

    private func number(_ what: String, _ text: String, in range: ClosedRange<Double>) throws(Failure) -> Double {
        let plain = !text.isEmpty && text.allSatisfy { "0123456789.+-eE".contains($0) }
        guard plain, let value = Double(text), value.isFinite, range.contains(value) else {
            throw Failure(
                .usage,
                "\(what) \(text): a number from \(shown(range.lowerBound)) to \(shown(range.upperBound)) is expected")
        }
        return value == 0 ? 0 : value  // no negative zero
    }

    private func shown(_ bound: Double) -> String { String(Int(bound)) }

    private func unknown(_ option: String, _ id: String, _ known: [String]) -> String {
        known.isEmpty
            ? "\(option) \(id): this model has none"
            : "\(option) \(id): unknown; this model has \(known.joined(separator: ", "))"
    }
}

extension FileProblem {
    /// Its lines begin with the file's name and a place in it.
    var isLocated: Bool {
        if case .invalid = reason { return true }
        return false
    }
}
