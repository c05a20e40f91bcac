import BalanceModel
import CellGrid
import Simulation
import Wording

/// What the dialogue says, in the words that screen and reports share.
extension State {
    private func t(_ en: String, _ fr: String) -> String { words.t(en, fr) }

    /// The verdict, how sure it is, and what it is computed from.
    var statusLines: [String] {
        let scenario = settings.scenario.flatMap(scenario(id:))
        return [
            words.verdictSentence(balance.value) + ". " + sureSentence,
            LinearDialogue.sentence(words.parity(balance)) + " "
                + LinearDialogue.sentence(words.takeawayCount(balance)),
            LinearDialogue.sentence(words.settingsLine(settings, scenario: scenario)),
        ].map(Self.plain)
    }

    private var sureSentence: String {
        var parts = words.robustnessInShort(balance)
        if let first = simulation?.result.pFirstLeads {
            parts.insert(contentsOf: words.likelihood(first, balance).prefix(1), at: 1)
        }
        return LinearDialogue.sentence(parts.joined(separator: ", "))
    }

    /// What the balance was, as precise as the verdict beside it; where that hides the change, both with a decimal more.
    private func earlier(_ before: Balance) -> String {
        let (was, now) = (words.lead(before.value), words.lead(balance.value))
        if was != now { return t("; before ", "\u{202F}; avant ") + was }
        let (wasExactly, nowExactly) = (words.lead(before.value, 3), words.lead(balance.value, 3))
        guard wasExactly != nowExactly else { return "" }
        return t(
            "; \(nowExactly), before \(wasExactly)", "\u{202F}; \(nowExactly), avant \(wasExactly)")
    }

    /// After a change, in one line: what changed, the verdict and what it was, how sure, which takeaways turned.
    func changeSentence(from before: Balance) -> String {
        let label = message?.text ?? history.past.last?.label
        var text = label.map { LinearDialogue.sentence($0(language)) + " " } ?? ""
        text += words.verdictSentence(balance.value) + " (\(words.year(settings.year))"
        text += earlier(before) + "). " + sureSentence
        let turned = balance.takeaways.indices.filter { balance.takeaways[$0].status != before.takeaways[$0].status }
        guard !turned.isEmpty else { return Self.plain(text) }
        let list = turned.map { k in
            "\(model.takeaways[k].id) \(words.status(balance.takeaways[k].status)) ("
                + t("was ", "avant ") + words.status(before.takeaways[k].status) + ")"
        }
        return Self.plain(text + t(" Takeaways: ", " Points clés\u{00A0}: ") + list.joined(separator: ", ") + ".")
    }

    // MARK: Lists

    /// One item as it is set.
    func summary(of focus: Focus) -> String {
        let text: String
        switch focus {
        case .dimension(let i): text = dimensionSummary(i)
        case .dynamic(let d):
            let dynamic = balance.dynamics[d]
            text =
                words.numbers.percent(dynamic.intensity) + t(", effect on the balance ", ", effet sur la balance ")
                + words.lead(dynamic.effect, 3)
        case .takeaway(let k):
            text = Words.capitalised(words.status(balance.takeaways[k].status)) + ". " + words.measured(k, balance)
        case .indicator(let i, let j): text = figureSummary(i, j)
        case .scenario(let k) where scenarios.indices.contains(k):
            text = words.sets(scenarios[k]).joined(separator: ", ")
        default: text = ""
        }
        let name = [id(of: focus), self.name(of: focus)(language)].compactMap { $0 }
        let title = name.count == 2 && name[0] == name[1] ? name[0] : name.joined(separator: ", ")
        let whole = text.isEmpty ? title : title + words.colon + text
        // An id keeps its case, so it can be typed as it is said.
        return Self.plain(whole.hasSuffix(".") ? whole : whole + ".")
    }

    private func dimensionSummary(_ i: Int) -> String {
        let result = balance.dimensions[i]
        var parts = [
            words.numbers.plain(settings.points[i]) + " points",
            t("weight ", "poids ") + words.numbers.weights(balance.dimensions.map(\.weight))[i],
            words.lead(result.advantage), words.driftPhrase(result.reading.drift),
        ]
        if settings.locked[i] { parts.append(t("locked", "poids verrouillé")) }
        return parts.joined(separator: ", ")
    }

    private func figureSummary(_ i: Int, _ j: Int) -> String {
        let indicator = model.dimensions[i].indicators[j]
        let latest = words.lead(Advantage.advantage(logRatio: indicator.latestLogRatio))
        let counted = settings.standing(of: j, in: i, model) == .counted
        return latest + " (\(indicator.latest.year)), "
            + (counted
                ? t("weight ", "poids ") + words.numbers.plain(settings.indicatorWeights[i][j], upTo: 2)
                : t("left out", "écarté"))
    }

    var listLines: [String] {
        (dimensionFoci + dynamicFoci).map(summary) + [
            t(
                "Also: list indicators, scenarios, claims; takeaways.",
                "Aussi\u{00A0}: liste indicateurs, scénarios, affirmations\u{202F}; points-clés.")
        ]
    }

    var takeawayLines: [String] { takeawayFoci.map(summary) }
    var scenarioLines: [String] {
        scenarios.isEmpty
            ? [t("This model has no scenarios yet.", "Ce modèle n’a pas encore de scénario.")]
            : scenarioFoci.map(summary)
    }

    private var claimLines: [String] { model.claims.map { $0.id + words.colon + $0.text(language) } }

    /// `list KIND`.
    mutating func list(_ kind: String) -> [String]? {
        let query = folded(kind)
        let kinds: [(names: [String], lines: (State) -> [String])] = [
            (["dimensions"], { $0.dimensionFoci.map($0.summary) }),
            (["dynamics", "dynamiques"], { $0.dynamicFoci.map($0.summary) }),
            (["indicators", "indicateurs", "figures"], { $0.indicatorFoci.map($0.summary) }),
            (["takeaways", "points cles"], { $0.takeawayLines }),
            (["scenarios"], { $0.scenarioLines }),
            (["claims", "affirmations"], { $0.claimLines }),
        ]
        if let known = kinds.first(where: { $0.names.contains { $0.hasPrefix(query) } }) { return known.lines(self) }
        warn(
            "list dimensions, dynamics, indicators, takeaways, scenarios or claims",
            "liste dimensions, dynamiques, indicateurs, points-clés, scénarios ou affirmations")
        return nil
    }

    mutating func figures(_ name: String) -> [String]? {
        guard !name.isEmpty else { return indicatorFoci.map(summary) }
        guard case .dimension(let i)? = resolve(name, among: dimensionFoci) else { return nil }
        return model.dimensions[i].indicators.indices.map { summary(of: .indicator(dimension: i, indicator: $0)) }
    }

    mutating func claims(_ name: String) -> [String]? {
        guard !name.isEmpty else { return claimLines }
        guard let focus = resolve(name) else { return nil }
        if case .claim = focus { return why(name) }
        let places = claimPlaces(of: focus)
        guard !places.isEmpty else {
            warn("nothing here cites a claim", "rien ici ne cite d’affirmation")
            return nil
        }
        return places.map { claimLines[$0] }
    }

    // MARK: Questions

    /// The detail of an item, as the screen has it, without its drawings.
    mutating func why(_ name: String) -> [String]? {
        guard !name.isEmpty else { return detail(of: focus) }
        guard let focus = resolve(name) else { return nil }
        if let home = focus.home { setFocus(focus, in: home) }
        return detail(of: focus)
    }

    private func detail(of focus: Focus) -> [String] {
        let lines = Painter(self, Size(200, 60)).sharedDetail(focus, 10_000)
        var rest = lines.map { Self.plain($0.text) }.filter { !$0.isEmpty }
        // A takeaway's summary says its result already.
        if case .takeaway = focus, !rest.isEmpty { rest.removeFirst() }
        return [summary(of: focus)] + rest
    }

    /// Without the marks that a reading voice would stumble over.
    private static func plain(_ text: String) -> String {
        let kept = text.filter { character in
            guard let scalar = character.unicodeScalars.first else { return false }
            return
                !("✓○✗▸┊".contains(character) || (0x2580...0x259F).contains(scalar.value)
                || (0x2800...0x28FF).contains(scalar.value))
        }
        return kept.replacing(" · ", with: ", ").split(separator: " ", omittingEmptySubsequences: true)
            .joined(separator: " ")
    }

    /// Robustness, then what uncertain inputs do (method §6 and §7).
    mutating func sureLines() -> [String] {
        if simulation == nil {
            let request = SimulationRequest(model: model, settings: settings, samples: samples, seed: seed)
            if let result = simulate(request) {
                _ = reduce(&self, .simulated(result, sensitivity: nil, isFinal: true))
            }
        }
        var lines = [
            words.robustness(balance), words.acceptabilityMeaning(balance), words.nearMeaning(balance),
            words.rankingMeaning(balance), LinearDialogue.sentence(words.spread(balance.robustness.spread)),
        ]
        // At parity one sentence stands for more than one share.
        if lines[2] == lines[0] { lines.remove(at: 2) }
        if let result = simulation?.result {
            lines.append(
                LinearDialogue.sentence(
                    words.probability(first: result.pFirstLeads, standardError: result.standardError)))
            lines.append(words.uncertainty(mine: result.pFirstLeads, any: result.pFirstLeadsAnyWeights))
        }
        return lines
    }

    /// What would bring parity: the least shift of weight, then each slider alone.
    var flipLines: [String] {
        guard balance.favoured != nil else {
            return [words.acceptability(balance), words.flip(balance)].map(LinearDialogue.sentence)
        }
        let moves = words.flipMoves(balance).map { " (\($0))" } ?? ""
        var lines = [LinearDialogue.sentence(words.flip(balance) + moves)]
        lines += dimensionFoci.indices.map { words.dimension($0) + ". " + words.tippingMeaning(dimension: $0, balance) }
        lines += dynamicFoci.indices.map { words.dynamic($0) + ". " + words.tippingMeaning(dynamic: $0, balance) }
        guard balance.robustness.fewestPoints != nil else { return lines }
        return lines + [
            t(
                "“apply-flip” moves that weight; “undo” takes it back.",
                "«\u{00A0}ramener à la parité\u{00A0}» déplace ce poids\u{202F}; «\u{00A0}annuler\u{00A0}» défait."
            )
        ]
    }

    /// The balance every fifth year, parity, and by when the verdict hangs on the reader's values.
    var outlookLines: [String] {
        let years = balance.longOutlook.filter { ($0.year - model.baseYear) % 5 == 0 }
        return years.map { row in
            "\(row.year)" + words.colon + LinearDialogue.stopped(words.state(row))
        } + [LinearDialogue.sentence(words.parity(balance)), words.dependence(balance)]
            + (words.majorities(balance).map { [$0] } ?? [])
    }

    /// From a baseline to the present settings, exactly (method §6).
    mutating func compare(_ text: String) -> [String]? {
        guard let baseline = baseline(named: text) else { return nil }
        let split = RoundedSplit(Comparison(model, from: settings(of: baseline), to: settings))
        var lines = words.comparison(baseline, split).prefix(1) + (words.largestPart(split).map { [$0] } ?? [])
        for i in dimensionFoci.indices where split.weights[i] != 0 || split.scores[i] != 0 {
            let (weight, score) = (
                words.lead(split.weights[i], RoundedSplit.decimals), words.lead(split.scores[i], RoundedSplit.decimals)
            )
            lines.append(
                words.dimension(i) + words.colon
                    + t("weight \(weight), score \(score).", "poids \(weight), score \(score)."))
        }
        return Array(lines)
    }

    private mutating func baseline(named text: String) -> Baseline? {
        let query = folded(text)
        guard !query.isEmpty else { return baseline(baselineColumn) }
        var known: [Baseline] = [.thesis, .evidence]
        if pinned != nil { known.append(.pinned) }
        let found = known.first { baseline in
            Language.allCases.contains { folded(Words(model, $0).name(baseline)).hasPrefix(query) }
        }
        if let found { return found }
        guard case .scenario(let place)? = resolve(text, among: scenarioFoci) else { return nil }
        return .scenario(scenarios[place])
    }

    /// What the search of the screen finds, the best first.
    mutating func find(_ text: String) -> [String]? {
        let query = searched(text).split(separator: 0x20).map(Array.init)
        guard !query.isEmpty else {
            warnUsage(.find)
            return nil
        }
        let entries = searchEntries()
        let ranked = entries.indices.compactMap { place in entries[place].rank(query).map { ($0, place) } }
        let found = ranked.sorted(by: <).map { entries[$0.1] }
        let most = 12
        let count =
            found.count > 1
            ? t("\(found.count) found.", "\(found.count) trouvés.")
            : t("\(found.count) found.", "\(found.count) trouvé.")
        return [count]
            + found.prefix(most).map { entry in
                let context = entry.context(language)
                return [id(of: entry.focus), entry.kind(language), entry.title(language), context]
                    .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            }
    }
}
