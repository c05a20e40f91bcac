import BalanceModel
import CellGrid
import Explorer
import ModelFiles
import Simulation
import Store
import Terminal
import Wording

/// What an interactive run starts with.
struct ExploreSession {
    var state: State
    var library: Library?
    /// What `--model` was, for the command that reproduces the screen.
    var modelName: String?
    /// Why the session may not be written.
    var obstacle: StoreProblem?
    /// What was wrong with the reader's files.
    var notices: [Phrase] = []
}

/// Event, reducer, screen: reads all keys that wait, then draws once; simulations run beside it.
final class RunLoop: ReadersFiles {
    enum End {
        case quit
        case signal(Int32)
        case hangup
    }

    var state: State
    let library: Library?
    let modelName: String?
    let terminal: any Terminal
    private let mailbox = Mailbox()
    private let runner: SimulationRunner
    private var submitted: SimulationRequest?
    private var generation = 0
    /// What the session file holds, or will after the next save.
    private var savedSession: Session?
    /// Why the session could not be kept, if so.
    private(set) var unsaved: StoreProblem?
    private let obstacle: StoreProblem?

    /// What a fatal signal would leave, and where.
    private var willedSession: Session?
    private var willPlacement: AtomicFile.Placement?
    private var changedAt: ContinuousClock.Instant?

    /// A change is kept after the reader has paused this long, or has gone on changing for so long.
    private static let saveAfter = (pause: Duration.milliseconds(1500), atMost: Duration.seconds(10))

    init(_ session: ExploreSession, _ terminal: any Terminal) {
        state = session.state
        library = session.library
        modelName = session.modelName
        obstacle = session.obstacle
        self.terminal = terminal
        let wake = terminal.wake
        runner = SimulationRunner { [mailbox] update in
            mailbox.put(update)
            wake()
        }
        savedSession = self.session
    }

    private var session: Session { Session(settings: state.settings, interface: state.interface) }

    func run() -> End {
        terminal.setMouse(state.mouse)
        _ = reduce(&state, .input(.resize(terminal.size)))
        while true {
            // The frame first: a simulation must never delay it.
            draw()
            simulate()
            let end = handle(terminal.nextEvent(timeoutMilliseconds: millisecondsToSave()))
            if let end = end ?? drain() {
                runner.stop()
                // A place that was full may have room by now.
                if unsaved != nil { savedSession = nil }
                save()
                return end
            }
        }
    }

    /// Takes every input that waits already; a flood without end still shows itself.
    private func drain() -> End? {
        let start = ContinuousClock.now
        while terminal.pendingInput, ContinuousClock.now - start < .milliseconds(100) {
            if let end = handle(terminal.nextEvent(timeoutMilliseconds: 0)) { return end }
        }
        return nil
    }

    private func draw() {
        let theme = Theme.named(state.themeID) ?? .standard
        terminal.show(Screen.render(state, terminal.size, theme: theme).grid, theme: theme)
    }

    private func handle(_ event: TerminalEvent) -> End? {
        switch event {
        case .input(let input): return perform(reduce(&state, .input(input)))
        case .resized(let size): return perform(reduce(&state, .input(.resize(size))))
        case .signal(let number): return .signal(number)
        case .hangup: return .hangup
        case .wakeUp: takeUpdate()
        case .timeout: save()
        case .resumed:
            // A stop may have written what was changed till then, and what changes back must be written as well.
            savedSession = nil
            return perform(reduce(&state, .input(.resize(terminal.size))))
        }
        return nil
    }

    private func perform(_ effects: [Effect]) -> End? {
        for effect in effects {
            switch effect {
            case .quit: return .quit
            case .suspend:
                save()
                terminal.suspend()
            case .repaint: terminal.repaint()
            case .setMouse(let on): terminal.setMouse(on)
            case .saveScenario(let scenario): keep(scenario)
            case .deleteScenario(let id): deleteScenario(id)
            case .export(let format, let path, let overwrite): export(format, path, overwrite)
            case .copyReport: copyReport()
            case .copyCommand: copy(reporting.command(["explore"], false).line, Phrase("command", "commande"))
            }
        }
        return nil
    }

    // MARK: Simulation

    /// Asks for the present settings' simulation, once.
    private func simulate() {
        let request = SimulationRequest(
            model: state.model, settings: state.settings, samples: state.samples, seed: state.seed)
        guard request.settings != submitted?.settings else { return }
        submitted = request
        generation = runner.submit(request, sensitivity: true)
    }

    private func takeUpdate() {
        guard let update = mailbox.take(), update.generation == generation else { return }
        _ = reduce(&state, .simulated(update.result, sensitivity: update.sensitivity, isFinal: update.isFinal))
    }

    // MARK: Session

    /// How long to wait for the reader before what changed is saved; `nil` where nothing did. Until then a fatal signal
    /// saves it.
    private func millisecondsToSave() -> Int? {
        let session = session
        guard session != savedSession else {
            if willedSession != nil { bequeath(nil) }
            changedAt = nil
            return nil
        }
        if session != willedSession { bequeath(session) }
        let now = ContinuousClock.now
        let since = changedAt ?? now
        changedAt = since
        let left = max(.zero, min(Self.saveAfter.pause, since + Self.saveAfter.atMost - now))
        return Int(left.components.seconds) * 1000 + Int(left.components.attoseconds / 1_000_000_000_000_000)
    }

    private func bequeath(_ session: Session?) {
        willedSession = session
        guard let session, obstacle == nil else { return terminal.setWill(nil) }
        willPlacement = willPlacement ?? library?.sessionPlacement(for: state.model)
        guard let placement = willPlacement else { return terminal.setWill(nil) }
        let text = SessionFile.yaml(session, for: state.model)
        terminal.setWill(
            Will(
                temporary: placement.temporary, path: placement.target, mode: placement.mode.map { UInt32($0) },
                bytes: Array(text.utf8)))
    }

    private func save() {
        let session = session
        guard session != savedSession else { return bequeath(nil) }
        savedSession = session
        changedAt = nil
        // What was prepared for a fatal signal goes only once the file is written.
        defer {
            bequeath(nil)
            willPlacement = nil
        }
        guard let library else { return }
        do throws(StoreProblem) {
            if let obstacle { throw obstacle }
            try library.save(session, for: state.model)
            unsaved = nil
        } catch {
            unsaved = error
            _ = reduce(&state, .notice(Phrase(error.english, error.french), warning: true))
        }
    }

    /// What the reader should know that the screen can't show any more.
    var lastWords: [Phrase] { unsaved.map { [Phrase($0.english, $0.french)] } ?? [] }

    /// After the screen is gone: what was on it, and the command that brings it back.
    var farewell: String {
        let words = state.words
        return words.verdictSentence(state.balance.value) + " (\(words.year(state.settings.year))). "
            + words.t("Again: ", "Pour y revenir\u{00A0}: ") + reporting.command(["explore"], false).line + "\n"
    }
}

/// The newest update of a simulation, handed from its thread to the loop.
final class Mailbox: @unchecked Sendable {
    private let lock = Lock()
    private var update: SimulationRunner.Update?

    func put(_ new: SimulationRunner.Update) { lock.with { update = new } }
    func take() -> SimulationRunner.Update? {
        lock.with {
            let taken = update
            update = nil
            return taken
        }
    }
}
