import ArgumentParser
import BalanceModel
import CellGrid
import Explorer
import ModelFiles
import Simulation
import Store
import Terminal
import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `fulcrum explore`: the interactive program.
struct ExploreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore", abstract: "Explore interactively (the default command).")

    @OptionGroup var options: SettingOptions

    @Option(
        help: ArgumentHelp("Colours: \(Theme.all.map(\.id).joined(separator: ", ")).", valueName: "NAME"),
        completion: .list(Theme.all.map(\.id)))
    var theme: String?

    @Flag(help: "Start from the model, not from the last session.")
    var fresh = false

    @Flag(help: "Leave the mouse to the terminal.")
    var noMouse = false

    @Flag(help: "Guess the leader and the parity year before the numbers show.")
    var predict = false

    @Flag(help: "Talk line by line instead of drawing: for screen readers and pipes.")
    var linear = false

    func run() throws {
        var exploration = Exploration(settings: options.choices)
        exploration.theme = theme
        exploration.fresh = fresh
        exploration.noMouse = noMouse
        exploration.predict = predict
        exploration.linear = linear
        try exploration.run()
    }
}

/// An interactive run, as the command line asks for it.
struct Exploration {
    var settings = SettingChoices()
    var theme: String?
    var fresh = false
    var noMouse = false
    var predict = false
    var linear = false

    init(settings: SettingChoices = SettingChoices()) { self.settings = settings }

    /// The plainest starts, without the command tree: reading that takes longer than all else up to the first screen.
    /// `nil` for whatever else is asked, which the tree then reads.
    init?(plain arguments: [String]) {
        self.init()
        for argument in arguments.first == "explore" ? arguments.dropFirst() : arguments[...] {
            switch argument {
            case "--fresh": fresh = true
            case "--no-mouse": noMouse = true
            case "--predict": predict = true
            case "--linear": linear = true
            default: return nil
            }
        }
    }

    func run() throws(Failure) {
        if linear { return try LinearLoop(try start()).run() }
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw Failure(.usage, TerminalError.notATerminal.explanation)
        }
        let session = try start()
        let terminal: CursesTerminal
        do throws(TerminalError) {
            terminal = try CursesTerminal(
                term: Surroundings.variable("TERM"), noColour: Surroundings.variable("NO_COLOR") != nil)
        } catch {
            throw Failure(.usage, error.explanation)
        }
        session.library?.sweep()
        let loop = RunLoop(session, terminal)
        let end = loop.run()
        terminal.close()
        // The line on screen had room for the last of them, and not for its end.
        Streams.complain((session.notices + loop.lastWords).map { "fulcrum: " + $0(loop.state.language) })
        switch end {
        case .quit where CursesTerminal.pendingSignal != 0: CursesTerminal.end(bySignal: CursesTerminal.pendingSignal)
        case .quit:
            try Streams.print(loop.farewell)
            if let unsaved = loop.unsaved { throw Failure(lines: [], code: unsaved.exitCode) }
        case .signal(let number):
            CursesTerminal.end(bySignal: number)
        case .hangup:
            CursesTerminal.end(bySignal: SIGHUP)
        }
    }

    /// All that is known before the terminal is taken: what is wrong is said on it.
    private func start() throws(Failure) -> ExploreSession {
        let model = try settings.loadModel()
        let library = Places(environment: Surroundings.environment).map(Library.init)
        let config = try loadConfig(library)
        var notices: [Phrase] = []
        let saved = library?.scenarios(for: model, notices: &notices) ?? []
        // Read even for a fresh start, which will write in its place.
        let found = library?.session(for: model, notices: &notices)
        let last = fresh ? nil : found?.session
        let origin = last?.settings ?? Settings(model)
        let wanted =
            settings.changesSettings
            ? try settings.apply(to: origin, of: model, saved: saved) : origin

        let interface = Interface(last?.interface ?? [:])
        var state = State(
            model: model, settings: origin,
            language: settings.lang ?? interface.language ?? config.language ?? Surroundings.language,
            themeID: try themeID(config, interface),
            mouse: noMouse ? false : interface.mouse ?? config.mouse ?? true, savedScenarios: saved,
            keyMap: config.keyMap, samples: try settings.drawCount(), seed: try settings.drawSeed())
        state.restore(interface)
        state.start(with: wanted)
        state.showsWelcome = last == nil
        if predict { state.startPrediction() }
        for notice in notices { _ = reduce(&state, .notice(notice, warning: true)) }
        return ExploreSession(
            state: state, library: library, modelName: settings.model, obstacle: found?.obstacle, notices: notices)
    }

    private func themeID(_ config: Configuration, _ interface: Interface) throws(Failure) -> String {
        if let theme {
            guard Theme.named(theme) != nil else {
                throw Failure(
                    .usage, "--theme \(theme): unknown; there is \(Theme.all.map(\.id).joined(separator: ", "))")
            }
            return theme
        }
        return interface.theme.flatMap(Theme.named)?.id ?? config.theme ?? Theme.standard.id
    }

    private func loadConfig(_ library: Library?) throws(Failure) -> Configuration {
        let language = settings.language
        do throws(FileProblem) {
            guard let library, let config = try library.config() else { return Configuration() }
            return try Configuration(config, path: library.places.configFile, language)
        } catch {
            throw Failure(
                lines: error.lines(language).map { error.isLocated ? $0 : "fulcrum: " + $0 }, code: error.exitCode)
        }
    }
}

extension TerminalError {
    /// One line that says what is wrong and what to do instead.
    var explanation: String {
        let instead = "fulcrum report prints the same results without a screen"
        return switch self {
        case .notATerminal:
            "standard input and output must be a terminal; \(instead), and --linear reads commands line by line"
        case .unknownTerminal(""):
            "TERM is not set, so the terminal's abilities are unknown; set it, as in TERM=xterm-256color; \(instead)"
        case .unknownTerminal(let name):
            "TERM is \(name), which this machine has no description of; try TERM=xterm-256color; \(instead)"
        case .dumb(let name): "TERM is \(name), a terminal without cursor movement; \(instead)"
        case .failed: "the terminal could not be opened; \(instead)"
        }
    }
}
