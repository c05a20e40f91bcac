import BalanceModel
import Wording

/// What a line of the dialogue changes. A refusal is a warning, as on the screen.
extension State {
    mutating func warnUsage(_ id: LinearVerb.ID) {
        let usage = LinearVerb[id].usage
        warn("expected: \(usage.en)", "attendu\u{00A0}: \(usage.fr)")
    }

    /// `NAME NUMBER` or `NAME=NUMBER`; a number alone goes to the item in focus.
    mutating func set(_ rest: [String], among foci: [Focus], _ id: LinearVerb.ID) {
        let tokens = rest.flatMap { $0.split(separator: "=").map(String.init) }
        guard let last = tokens.last, let value = LinearName.number(last) else { return warnUsage(id) }
        let name = tokens.dropLast().joined(separator: " ")
        if name.isEmpty, !foci.contains(focus) { return warnUsage(id) }
        guard let focus = name.isEmpty ? self.focus : resolve(name, among: foci) else { return }
        guard let slider = slider(at: focus) else { return }
        guard slider.range.contains(value) else { return warnRange(last, slider.range) }
        setFocus(focus, in: focus.home)
        guard value != slider.value else {
            let number = (Numbers(.en).plain(value, upTo: 2), Numbers(.fr).plain(value, upTo: 2))
            return say(
                "\(slider.name.en) is at \(number.0) already", "\(slider.name.fr) est déjà à \(number.1)")
        }
        if !isHeld(focus) { set(focus, to: value) }
    }

    /// `NAME [STEPS]`; without a name, the item in focus.
    mutating func step(_ rest: [String], by direction: Double) {
        var tokens = rest
        var steps = 1.0
        if let last = tokens.last, let number = LinearName.number(last) {
            steps = number
            tokens.removeLast()
        }
        if !tokens.isEmpty {
            let foci = dimensionFoci + dynamicFoci + indicatorFoci
            guard let focus = resolve(tokens.joined(separator: " "), among: foci) else { return }
            setFocus(focus, in: focus.home)
        }
        guard slider(at: focus) != nil, steps > 0 else { return warnUsage(direction > 0 ? .more : .less) }
        if !isHeld(focus) { step(by: direction * min(steps, 1000)) }
    }

    /// Says so where a weight is locked, in the words of the dialogue.
    private mutating func isHeld(_ focus: Focus) -> Bool {
        guard case .dimension(let i) = focus, settings.locked[i] else { return false }
        let dimension = model.dimensions[i]
        let name = (dimension.short ?? dimension.name)(.fr).lowercased()
        warn(
            "\(dimension.name(.en)) is locked; “unlock \(dimension.id)” frees it",
            "poids verrouillé\u{00A0}: \(dimension.name(.fr))\u{202F}; «\u{00A0}déverrouiller \(name)\u{00A0}» le libère"
        )
        return true
    }

    private mutating func warnRange(_ text: String, _ range: ClosedRange<Double>) {
        let (low, high) = (Int(range.lowerBound), Int(range.upperBound))
        let quoted = (LinearName.quoted(text, Words(model, .en)), LinearName.quoted(text, Words(model, .fr)))
        warn(
            "\(quoted.0): a number from \(low) to \(high) is expected",
            "\(quoted.1)\u{00A0}: un nombre de \(low) à \(high) est attendu")
    }

    mutating func setYear(_ text: String) {
        let first = Double(model.baseYear)
        let range = first...(first + Limits.horizon)
        guard let year = LinearName.number(text) else { return warnUsage(.year) }
        guard range.contains(year) else { return warnRange(text, range) }
        var changed = settings
        changed.year = year
        guard changed != settings else {
            return say("the year is \(text) already", "l’année est déjà \(text)")
        }
        change(phrase { $0.t("year ", "année ") + $0.year(year) }, to: changed)
    }

    /// One of a few values by name; without one, the next.
    mutating func choose(_ id: LinearVerb.ID, _ text: String) {
        let command: CommandID =
            switch id {
            case .reading: .reading
            case .aggregation: .aggregation
            case .terrain: .terrainShift
            default: .confidence
            }
        guard !text.isEmpty else {
            _ = reduce(&self, .command(command))
            return
        }
        var changed = settings
        let known: Bool
        switch id {
        case .reading: known = put(text, in: &changed.reading) { $0.reading($1) }
        case .aggregation: known = put(text, in: &changed.aggregation) { $0.aggregation($1) }
        case .confidence: known = put(text, in: &changed.confidence) { $0.confidence($1) }
        default: known = put(text, in: &changed.terrainShift, of: [true, false]) { $0.onOff($1) }
        }
        guard known else { return warnUsage(id) }
        guard changed != settings else { return say("it is so already", "c’est déjà le cas") }
        // Through the table, which may have a reason against it.
        if id == .confidence { setConfidence(changed.confidence) } else { _ = reduce(&self, .command(command)) }
    }

    private func put<Value: CaseIterable>(
        _ text: String, in place: inout Value, _ name: (Words, Value) -> String
    ) -> Bool { put(text, in: &place, of: Array(Value.allCases), name) }

    /// The only value whose name, in either language, begins like this.
    private func put<Value>(
        _ text: String, in place: inout Value, of all: [Value], _ name: (Words, Value) -> String
    ) -> Bool {
        let query = folded(text)
        let fitting = all.filter { value in
            Language.allCases.contains { folded(name(Words(model, $0), value)).hasPrefix(query) }
        }
        guard let value = fitting.first, fitting.count == 1 else { return false }
        place = value
        return true
    }

    mutating func setLock(_ text: String, _ locked: Bool) {
        guard !text.isEmpty else { return warnUsage(locked ? .lock : .unlock) }
        guard let focus = resolve(text, among: dimensionFoci), case .dimension(let i) = focus else { return }
        setFocus(focus, in: focus.home)
        guard settings.locked[i] != locked else { return say("it is so already", "c’est déjà le cas") }
        _ = reduce(&self, .command(.toggle))
    }

    mutating func setLanguage(_ text: String) {
        let wanted: Language? =
            switch folded(text) {
            case "": language.other
            case let name where "english".hasPrefix(name) || "anglais".hasPrefix(name): .en
            case let name where "french".hasPrefix(name) || "francais".hasPrefix(name): .fr
            default: nil
            }
        guard let wanted else { return warnUsage(.language) }
        if wanted != language { _ = reduce(&self, .command(.language)) }
        say("English", "Français")
    }

    // MARK: Scenarios and files

    mutating func scenario(_ text: String) -> LinearReply? {
        guard !text.isEmpty else { return LinearReply(lines: scenarioLines) }
        guard case .scenario(let place)? = resolve(text, among: scenarioFoci) else { return nil }
        openScenarios(at: place)
        return LinearReply(
            lines: [], effects: pressInScenarios(.enter, .activate, ScenarioList(selection: place)))
    }

    mutating func save(_ text: String) -> LinearReply? {
        let name = String(text.prefix(SaveScenario.limit))
        guard name.contains(where: { $0.isLetter || $0.isNumber }) else {
            warnUsage(.save)
            return nil
        }
        let scenario = ownScenario(named: name)
        guard let known = ownScenario(called: name) else {
            return LinearReply(lines: [], effects: [.saveScenario(scenario)])
        }
        overlays = [.confirm(.replaceScenario(scenario, called: known.name))]
        return nil
    }

    mutating func delete(_ text: String) {
        let own = scenarioFoci.filter { if case .scenario(let place) = $0 { isOwn(place) } else { false } }
        guard !text.isEmpty, !own.isEmpty else {
            return own.isEmpty
                ? warn("you have no scenario of your own", "vous n’avez aucun scénario personnel") : warnUsage(.delete)
        }
        guard case .scenario(let place)? = resolve(text, among: own) else { return }
        overlays = [.confirm(.deleteScenario(scenarios[place]))]
    }

    mutating func export(_ path: String) -> LinearReply? {
        let end = folded(path.split(separator: ".").last ?? "")
        guard path.contains("."), let format = ExportFormat.allCases.first(where: { $0.fileExtension == end }) else {
            let ends = ExportFormat.allCases.map { "." + $0.fileExtension }.joined(separator: ", ")
            warn(
                "expected: export FILE, its name ending in one of \(ends)",
                "attendu\u{00A0}: exporter FICHIER, son nom finissant par l’un de \(ends)")
            return nil
        }
        return LinearReply(lines: [], effects: [.export(format, path: path, overwrite: false)])
    }
}
