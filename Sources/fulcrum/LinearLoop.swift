import BalanceModel
import Explorer
import ModelFiles
import Store
import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The dialogue line by line: reads standard input, says each answer, keeps the session as it goes.
final class LinearLoop: ReadersFiles {
    var state: State
    let library: Library?
    let modelName: String?
    /// Somebody types, rather than a file or a program.
    private let isTyped = isatty(STDIN_FILENO) == 1
    private var savedSession: Session?

    init(_ session: ExploreSession) {
        state = session.state
        library = session.library
        modelName = session.modelName
        savedSession = Session(settings: state.settings, interface: state.interface)
    }

    /// Until “quit” or the end of the input. After every line the session is as it would be on quitting.
    func run() throws(Failure) {
        let notices = LinearDialogue.news(&state)
        try say(LinearDialogue.greeting(state) + notices)
        while let line = nextLine() {
            let reply = LinearDialogue.reply(to: line, &state)
            try say(reply.lines)
            for effect in reply.effects {
                if effect == .quit { return try end() }
                perform(effect)
                try say(LinearDialogue.news(&state))
            }
            save()
            try say(LinearDialogue.notice(&state))
        }
        try end()
    }

    private func nextLine() -> String? {
        if isTyped { try? Streams.print("> ") }
        return readLine(strippingNewline: true)
    }

    private func end() throws(Failure) {
        save()
        if isTyped { try say([reporting.command(["explore", "--linear"], false).line]) }
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .saveScenario(let scenario): keep(scenario)
        case .deleteScenario(let id): deleteScenario(id)
        case .export(let format, let path, let overwrite): export(format, path, overwrite)
        case .copyReport: copyReport()
        case .copyCommand: copy(reporting.command(["explore"], false).line + "\n", Phrase("command", "commande"))
        case .quit, .suspend, .repaint, .setMouse: break
        }
    }

    /// Here, what the screen puts on the clipboard is said.
    func copy(_ text: String, _ what: Phrase) { try? Streams.print(text) }

    private func say(_ lines: [String]) throws(Failure) {
        guard !lines.isEmpty else { return }
        try Streams.print(lines.map { $0 + "\n" }.joined())
    }

    private func save() {
        let session = Session(settings: state.settings, interface: state.interface)
        guard let library, session != savedSession else { return }
        savedSession = session
        do throws(StoreProblem) {
            try library.save(session, for: state.model)
        } catch {
            _ = reduce(&state, .notice(Phrase(error.english, error.french), warning: true))
        }
    }
}
