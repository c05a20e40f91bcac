import BalanceModel
import CellGrid
import Wording

/// Changes the state and says what is to be done outside. Pure: the same state and action give the same result.
public func reduce(_ state: inout State, _ action: Action) -> [Effect] {
    switch action {
    case .input(.resize(let size)):
        state.size = size
        return []
    case .input(.key(let key)): return state.press(key)
    case .input(.mouse(let event)): return state.point(event)
    case .command(let id): return state.request(id)
    case .simulated(let result, let sensitivity, let isFinal):
        state.simulation = SimulationState(result: result, sensitivity: sensitivity, isFinal: isFinal)
        return []
    case .notice(let text, let warning):
        state.message = Message(text: text, kind: warning ? .warning : .note)
        state.finishExport(failed: warning)
        return []
    case .scenariosLoaded(let scenarios):
        state.savedScenarios = scenarios
        state.forgetDeletedScenario()
        return []
    case .exportExists(let format, let path):
        state.finishExport(failed: true)
        state.overlays.append(.confirm(.replaceFile(format, path: path)))
        return []
    }
}

extension State {
    /// Settings that came from a scenario which is gone no longer name it, so that the command that reproduces them
    /// works; where its score or drift changes hang on it, no option could say them, and the name stays.
    fileprivate mutating func forgetDeletedScenario() {
        guard let id = settings.scenario, scenario(id: id) == nil,
            (settings.scoreChange + settings.driftChange).allSatisfy({ $0 == 0 })
        else { return }
        var changed = settings
        changed.scenario = nil
        change(Phrase("delete \(id)", "supprimer \(id)"), to: changed)
    }
}

extension State {
    /// A key goes to the topmost overlay first; what that does not take is looked up in the key map.
    mutating func press(_ key: Key) -> [Effect] {
        message = nil
        let command = keyMap.command(for: key)
        if !overlays.isEmpty { return pressInOverlay(key, command) }
        showsWelcome = false
        guard let command else {
            if case .character = key {
                let help = keyMap.keys(for: .help).first?.name ?? Phrase("?", "?")
                warn(
                    "\(key.name.en) does nothing here; \(help.en) lists the keys",
                    "\(key.name.fr) ne fait rien ici\u{202F}; \(help.fr) donne les touches")
            }
            return []
        }
        return request(command)
    }

    /// Does a command if it is possible, else says why not.
    mutating func request(_ id: CommandID) -> [Effect] {
        if let reason = Command[id].unavailable(self) {
            warn(Words.capitalised(reason.en), Words.capitalised(reason.fr))
            return []
        }
        return perform(id)
    }

    private mutating func perform(_ id: CommandID) -> [Effect] {
        switch id {
        case .up, .down, .left, .right, .nextPanel, .previousPanel, .first, .last: move(id)
        case .increase: step(by: 1)
        case .decrease: step(by: -1)
        case .increaseMore: step(by: 10)
        case .decreaseMore: step(by: -10)
        case .activate: activate()
        case .back: goBack()
        case .toggle: toggle()
        case .evenOut: evenOut()
        case .reset: resetFocused()
        case .resetAll: resetAll()
        case .yearForward: moveYear(by: 1)
        case .yearBack: moveYear(by: -1)
        case .reading, .aggregation, .terrainShift: toggleMethod(id)
        case .undo: if let label = undo() { saySteps("undone", "annulé", label) }
        case .redo: if let label = redo() { saySteps("done again", "refait", label) }
        case .viewBalance: show(.balance)
        case .viewEvidence: show(.evidence)
        case .viewOutlook: show(.outlook)
        case .viewRobustness: show(.robustness)
        case .viewCompare: show(.compare)
        case .viewArticle: show(.article)
        case .claims: showClaims(of: focus)
        case .nextView: turnView(by: 1)
        case .previousView: turnView(by: -1)
        case .help: overlays.append(.help(scroll: 0))
        case .detail: openDetail()
        case .confidence: turnConfidence()
        case .applyFlip: applyFlip()
        case .pin: togglePin()
        case .scenarios: openScenarios()
        case .saveScenario: openSaveScenario()
        case .search: openSearch()
        case .palette: openPalette()
        case .export: openExport()
        case .predict: openPredict()
        case .theme: turnTheme()
        case .language: turnLanguage()
        case .mouse: return toggleMouse()
        case .redraw: return [.repaint]
        case .suspend: return [.suspend]
        case .quit: return [.quit]
        }
        return []
    }

    private mutating func saySteps(_ en: String, _ fr: String, _ label: Phrase) {
        let place = (history.position, history.count)
        say("\(en): \(label.en) (\(place.0) of \(place.1))", "\(fr)\u{00A0}: \(label.fr) (\(place.0) sur \(place.1))")
    }

    private mutating func turnView(by step: Int) {
        let all = View.allCases
        let now = all.firstIndex(of: view) ?? 0
        show(all[(now + step + all.count) % all.count])
    }

    /// A view that the reader asks for; leaps before it are over.
    private mutating func show(_ view: View) {
        self.view = view
        trail.removeAll()
    }

    mutating func turnLanguage() {
        language = language == .en ? .fr : .en
        chosen.insert(.language)
    }

    private mutating func toggleMouse() -> [Effect] {
        mouse.toggle()
        chosen.insert(.mouse)
        if mouse {
            say("mouse on", "souris activée")
        } else {
            say(
                "mouse off: the terminal selects text again",
                "souris désactivée\u{00A0}: le terminal sélectionne le texte")
        }
        return [.setMouse(mouse)]
    }
}

// MARK: Moving

extension State {
    /// What can be focused in the view on screen, by group.
    var focusGroups: [[Focus]] { page.groups(self).filter { !$0.isEmpty } }

    mutating func move(_ id: CommandID) {
        if let direction = id == .left ? -1.0 : id == .right ? 1.0 : nil, slider(at: focus) != nil {
            return step(by: direction)
        }
        if let neighbour = page.neighbour(of: focus, id, self) { return setFocus(neighbour) }
        let groups = focusGroups
        let order = groups.flatMap { $0 }
        guard !order.isEmpty else { return }
        let place = order.firstIndex(of: focus) ?? 0
        switch id {
        case .up, .left: setFocus(order[max(0, place - 1)])
        case .down, .right: setFocus(order[min(order.count - 1, place + 1)])
        case .first: setFocus(order[0])
        case .last: setFocus(order[order.count - 1])
        case .nextPanel, .previousPanel:
            let group = groups.firstIndex { $0.contains(focus) } ?? 0
            let step = id == .nextPanel ? 1 : groups.count - 1
            setFocus(groups[(group + step) % groups.count][0])
        default: break
        }
    }

    /// Moves the focused slider by steps; elsewhere, ten steps are a page.
    mutating func step(by steps: Double) {
        guard let slider = slider(at: focus) else {
            let order = focusGroups.flatMap { $0 }
            guard let place = order.firstIndex(of: focus) else { return }
            // Page up shows what came before: towards the start of the list.
            setFocus(order[min(max(0, place - Int(steps)), order.count - 1)])
            return
        }
        // Whole steps from a whole number; a fraction left by a recipe is first rounded in the direction of the move.
        let wanted = slider.value / slider.step + steps
        let whole = steps > 0 ? (wanted + 1e-9).rounded(.down) : (wanted - 1e-9).rounded(.up)
        set(focus, to: min(max(whole * slider.step, slider.range.lowerBound), slider.range.upperBound))
    }

    mutating func activate() {
        if slider(at: focus) != nil {
            overlays.append(.number(NumberEntry(focus: focus)))
        } else {
            open(focus)
        }
    }
}

// MARK: Changing

extension State {
    /// What Space does, by what is focused.
    private mutating func toggle() {
        switch focus {
        case .dimension(let i): toggleLock(i)
        case .indicator(let i, let j): toggleIndicator(i, j)
        case .scenario(let place): toggleOverlaid(place)
        default: break
        }
    }

    private mutating func toggleLock(_ i: Int) {
        var changed = settings
        changed.locked[i].toggle()
        let name = model.dimensions[i].name.phrase
        if changed.locked[i] {
            change(Phrase("lock \(name.en)", "verrou \(name.fr)"), to: changed)
            say("Weight locked: \(name.en)", "Poids verrouillé\u{00A0}: \(name.fr)")
        } else {
            change(Phrase("unlock \(name.en)", "déverrouiller \(name.fr)"), to: changed)
            say("Weight unlocked: \(name.en)", "Poids déverrouillé\u{00A0}: \(name.fr)")
        }
    }

    private mutating func evenOut() {
        var changed = settings
        guard changed.evenOut() else {
            return say("The unlocked weights are even already", "Les poids non verrouillés sont déjà égaux")
        }
        change(Phrase("even out", "égaliser"), to: changed)
        say("All unlocked dimensions weigh the same", "Toutes les dimensions non verrouillées pèsent autant")
    }

    private mutating func resetFocused() {
        guard let slider = slider(at: focus) else { return }
        set(focus, to: slider.start)
    }

    private mutating func resetAll() {
        let start = Settings(model)
        guard start != settings else {
            return say("Everything is at the model’s start already", "Tout est déjà au point de départ du modèle")
        }
        change(Phrase("reset all", "tout rétablir"), to: start)
        let undo = keyMap.keys(for: .undo).first?.name ?? Phrase("u", "u")
        say(
            "The model’s own settings; \(undo.en) takes this back",
            "Réglages du modèle\u{202F}; \(undo.fr) revient en arrière")
    }

    private mutating func moveYear(by years: Double) {
        let first = Double(model.baseYear)
        var changed = settings
        changed.year = min(max((settings.year + years).rounded(years > 0 ? .down : .up), first), first + Limits.horizon)
        let text = String(Int(changed.year))
        change(Phrase("year \(text)", "année \(text)"), to: changed)
    }

    private mutating func toggleMethod(_ id: CommandID) {
        var changed = settings
        let label: Phrase
        switch id {
        case .reading:
            changed.reading = settings.reading.other
            label = phrase { $0.t("reading: ", "lecture\u{00A0}: ") + $0.reading(changed.reading) }
        case .aggregation:
            changed.aggregation = settings.aggregation.other
            label = phrase { $0.t("aggregation: ", "agrégation\u{00A0}: ") + $0.aggregation(changed.aggregation) }
        default:
            changed.terrainShift.toggle()
            label = phrase {
                $0.t("terrain shift: ", "glissement du terrain\u{00A0}: ") + $0.onOff(changed.terrainShift)
            }
        }
        change(label, to: changed)
        message = Message(text: label, kind: .note)
    }

    private mutating func turnTheme() {
        let all = Theme.all
        let now = all.firstIndex { $0.id == themeID } ?? 0
        chosen.insert(.theme)
        themeID = all[(now + 1) % all.count].id
        say("theme: \(themeID)", "thème\u{00A0}: \(themeID)")
    }

    /// A phrase made with the shared words of both languages.
    func phrase(_ make: (Words) -> String) -> Phrase { Phrase(make(Words(model, .en)), make(Words(model, .fr))) }
}
