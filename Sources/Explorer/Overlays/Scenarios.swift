import BalanceModel
import CellGrid
import Wording

/// The list of scenarios, with the story of the one under the cursor.
struct ScenarioList: Sendable, Hashable {
    var selection = 0
    /// Lines of the story passed over.
    var scroll = 0
}

extension State {
    /// Opens the list at the scenario the settings came from.
    mutating func openScenarios() {
        let present = settings.scenario.flatMap { id in scenarios.firstIndex { $0.id == id } }
        openScenarios(at: present ?? 0)
    }

    mutating func openScenarios(at selection: Int) {
        overlays.append(.scenarios(ScenarioList(selection: selection)))
    }

    /// Whether a scenario, by its place in `scenarios`, is the reader's own.
    func isOwn(_ place: Int) -> Bool { place >= model.scenarios.count }

    mutating func pressInScenarios(_ key: Key, _ command: CommandID?, _ list: ScenarioList) -> [Effect] {
        var list = list
        list.selection = min(list.selection, max(0, scenarios.count - 1))
        let page = max(1, size.height - 12)
        switch command {
        case .up, .down, .first, .last:
            list.selection = Choices.moved(list.selection, by: command, in: scenarios.count) ?? 0
            list.scroll = 0
            replaceOverlay(.scenarios(list))
        case .increaseMore, .decreaseMore, .toggle:
            list.scroll += command == .increaseMore ? -page : page
            list.scroll = min(max(0, list.scroll), Painter(self, size).scenarioScrollLimit(list))
            replaceOverlay(.scenarios(list))
        case .activate: apply(scenario: list.selection)
        case .saveScenario: openSaveScenario()
        case .claims where !claimPlaces(of: .scenario(list.selection)).isEmpty:
            overlays.removeAll()
            showClaims(of: .scenario(list.selection))
        case .language: turnLanguage()
        case .quit, .scenarios: overlays.removeLast()
        default:
            if key == .character("d") || key == .delete { askToDelete(list.selection) }
        }
        return []
    }

    private mutating func askToDelete(_ place: Int) {
        guard scenarios.indices.contains(place) else { return }
        guard isOwn(place) else {
            return warn(
                "This scenario belongs to the model: only your own can be deleted",
                "Ce scénario appartient au modèle\u{00A0}: seuls les vôtres peuvent être supprimés")
        }
        overlays.append(.confirm(.deleteScenario(scenarios[place])))
    }

    /// A click shows a scenario; a click on the one shown applies it.
    mutating func chooseScenario(_ row: Int, _ list: ScenarioList) -> [Effect] {
        guard scenarios.indices.contains(row) else { return [] }
        if row == list.selection {
            apply(scenario: row)
        } else {
            replaceOverlay(.scenarios(ScenarioList(selection: row)))
        }
        return []
    }

    /// The model's own settings changed by a scenario, as one step that undo takes back (contract §1).
    private mutating func apply(scenario place: Int) {
        guard scenarios.indices.contains(place) else { return }
        let scenario = scenarios[place]
        let name = scenario.name.phrase
        let wanted = Settings(model, scenario: scenario)
        overlays.removeLast()
        guard wanted != settings else {
            return say("“\(name.en)” is set already", "«\u{00A0}\(name.fr)\u{00A0}» est déjà en place")
        }
        change(Phrase("scenario “\(name.en)”", "scénario «\u{00A0}\(name.fr)\u{00A0}»"), to: wanted)
        let undo = keyMap.keys(for: .undo).first?.name ?? Phrase("", "")
        say(
            "“\(name.en)” is set; \(undo.en) takes it back",
            "«\u{00A0}\(name.fr)\u{00A0}» est en place\u{202F}; \(undo.fr) revient en arrière")
    }
}

/// Where list, story and keys stand in the dialogue.
private struct ScenarioLayout {
    let width: Int
    let height: Int
    /// Side by side rather than one above the other.
    let isWide: Bool
    let listRows: Int
    let listWidth: Int

    init(_ area: Rect, count: Int, longestRow: Int) {
        width = min(area.width - 4, 124)
        isWide = width >= 96
        let most = max(1, area.height - 2)
        height = isWide ? min(most, max(24, count + 2)) : most
        listRows = isWide ? height - 2 : min(count, max(2, (height - 2) * 2 / 5))
        listWidth = isWide ? min(longestRow, width / 2 - 4) : width
    }

    var detailWidth: Int { isWide ? width - listWidth - 3 : width }
    var detailRows: Int { max(0, isWide ? height - 2 : height - 2 - listRows) }
}

extension Painter {
    private func layout(_ area: Rect) -> ScenarioLayout {
        let rows = state.scenarios.indices.map { DisplayWidth.of(rowText($0)) + 19 }
        return ScenarioLayout(area, count: state.scenarios.count, longestRow: rows.max() ?? 20)
    }

    /// How far the story can scroll.
    func scenarioScrollLimit(_ list: ScenarioList) -> Int {
        let layout = layout(grid.bounds)
        return max(0, scenarioLines(list.selection, layout.detailWidth).count - layout.detailRows)
    }

    mutating func scenarios(_ list: ScenarioList, _ area: Rect) {
        let all = state.scenarios
        let layout = layout(area)
        let inside = dialogue(
            t("Scenarios", "Scénarios"), width: layout.width, height: layout.height, in: area)
        guard inside.height >= 2 else { return }
        let selection = min(list.selection, max(0, all.count - 1))
        let body = Rect(inside.x, inside.y, inside.width, inside.height - 2)
        if all.isEmpty {
            grid.paragraph(
                t("This model has no scenarios yet.", "Ce modèle n’a pas encore de scénario."), in: body)
        }
        let rows = Rect(body.x, body.y, layout.listWidth, min(layout.listRows, body.height))
        scenarioRows(selection, rows)
        let detail =
            layout.isWide
            ? Rect(rows.right + 3, body.y, body.right - rows.right - 3, body.height)
            : Rect(body.x, rows.bottom + 1, body.width, max(0, body.bottom + 1 - rows.bottom - 1))
        if layout.isWide {
            for y in body.y..<body.bottom { grid.put("│", rows.right + 1, y, .border, clip: body) }
        } else {
            grid.fill(Rect(body.x, rows.bottom, body.width, 1), "─", .border)
        }
        scenarioText(selection, list.scroll, detail)
        scenarioFoot(selection, isLong: scenarioLines(selection, detail.width).count > detail.height, inside)
    }

    private mutating func scenarioRows(_ selection: Int, _ rect: Rect) {
        let count = state.scenarios.count
        let start = Window.start(of: selection, in: count, showing: rect.height)
        // The year that each balance is of, where no name or note has to give way to it.
        let names = state.scenarios.indices.map { DisplayWidth.of(rowText($0)) }
        let showsYears = (names.max() ?? 0) + 18 <= rect.width
        for row in 0..<max(0, min(rect.height, count - start)) {
            let place = start + row
            let line = Rect(rect.x, rect.y + row, rect.width, 1)
            let chosen = place == selection
            let result = evaluate(model, Settings(model, scenario: state.scenarios[place]))
            var lead = words.lead(result.value)
            if showsYears { lead = lead.padded(to: 9, alignRight: true) }
            let year = showsYears ? " " + words.year(result.settings.year) : ""
            grid.put(chosen ? "▸" : " ", line.x, line.y, Style(.focus, .bold), clip: line)
            let figures = DisplayWidth.of(lead) + DisplayWidth.of(year)
            let room = rect.width - 3 - figures
            grid.put(
                fitting([rowText(place), state.scenarios[place].name(language)], room), line.x + 1, line.y,
                chosen ? Style(.text, .bold) : .text, clip: line)
            let x = grid.put(lead, line.right - figures, line.y, style(favouring: result.value), clip: line)
            grid.put(year, x, line.y, .dim, clip: line)
            hit(line, .choice(place))
            if chosen { grid.cursor = Point(line.x, line.y) }
        }
    }

    /// A scenario's name, whether it is the reader's, and whether the settings come from it.
    private func rowText(_ place: Int) -> String {
        let scenario = state.scenarios[place]
        var tags: [String] = []
        if state.isOwn(place) { tags.append(t("yours", "personnel")) }
        if state.settings.scenario == scenario.id {
            let same = state.settings == Settings(model, scenario: scenario)
            tags.append(same ? t("present", "en cours") : t("present, changed since", "en cours, modifié"))
        }
        return scenario.name(language) + (tags.isEmpty ? "" : " (\(tags.joined(separator: ", ")))")
    }

    private mutating func scenarioText(_ place: Int, _ scroll: Int, _ rect: Rect) {
        let lines = scenarioLines(place, rect.width)
        let start = min(scroll, max(0, lines.count - rect.height))
        for (i, line) in lines.dropFirst(start).prefix(rect.height).enumerated() {
            let cut = i == rect.height - 1 && lines.count > start + rect.height
            grid.put(
                cut ? line.text.continued(within: rect.width) : line.text, rect.x, rect.y + i, line.style,
                clip: rect)
        }
    }

    private mutating func scenarioFoot(_ selection: Int, isLong: Bool, _ inside: Rect) {
        guard !answered(inside) else { return }
        let foot = Rect(inside.x, inside.bottom - 1, inside.width, 1)
        let save = state.keyMap.keys(for: .saveScenario).first?.name(language) ?? ""
        var pieces: [(String, Style)] = []
        if !state.scenarios.isEmpty { pieces.append((t("Enter applies it", "Entrée l’applique"), .dim)) }
        if state.scenarios.indices.contains(selection), state.isOwn(selection) {
            pieces.append((t("d deletes it", "d le supprime"), .dim))
        }
        pieces.append((t("Esc closes", "Échap ferme"), .dim))
        pieces.append((t("\(save) saves the present settings", "\(save) enregistre les réglages présents"), .dim))
        if isLong { pieces.append((t("PgDn more text", "Pg suiv suite du texte"), .dim)) }
        if !state.claimPlaces(of: .scenario(selection)).isEmpty {
            let key = state.keyMap.keys(for: .claims).first?.name(language) ?? ""
            pieces.append((t("\(key) its claims", "\(key) ses affirmations"), .dim))
        }
        self.pieces(pieces, foot.x, foot.y, in: foot)
    }

    /// What a scenario sets, as a sentence.
    func setsText(_ scenario: Scenario) -> String {
        let setsNothing =
            scenario.points.isEmpty && scenario.dynamics.isEmpty && scenario.scoreChange.isEmpty
            && scenario.driftChange.isEmpty && scenario.indicators.isEmpty && scenario.year == nil
            && scenario.reading == nil && scenario.aggregation == nil && scenario.terrainShift == nil
        if setsNothing {
            return t(
                "Changes nothing: these are the model’s own settings.",
                "Ne change rien\u{00A0}: ce sont les réglages du modèle.")
        }
        return t("Sets ", "Règle\u{00A0}: ") + words.sets(scenario).joined(separator: " · ") + "."
    }

    /// All about a scenario: its story, what it sets, what comes of it, and the claims it rests on.
    func scenarioLines(_ place: Int, _ width: Int) -> [Line] {
        guard state.scenarios.indices.contains(place) else { return [] }
        let scenario = state.scenarios[place]
        let result = evaluate(model, Settings(model, scenario: scenario))
        var lines = wrapped(scenario.story?(language) ?? "", width)
        if !lines.isEmpty { lines.append(Line(text: "", style: .text)) }
        lines += wrapped(setsText(scenario), width)
        let verdict = words.verdictSentence(result.value) + t(" in ", " en ") + words.year(result.settings.year)
        lines += wrapped(verdict, width, Style(style(favouring: result.leader?.sign ?? 0).role, .bold))
        lines += wrapped(
            Words.capitalised(words.acceptability(result)) + " · " + words.parity(result) + " · "
                + words.takeawayCount(result), width)
        lines += wrapped("id" + words.colon + scenario.id, width, .dim)
        for id in scenario.claims {
            lines += wrapped(id + " " + (model.claim(id: id)?.text(language) ?? ""), width, .dim)
        }
        return lines
    }
}
