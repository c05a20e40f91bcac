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
    private var lines = LineReader()
    private let obstacle: StoreProblem?
    private var unsaved: StoreProblem?
    /// Whoever read the answers has gone away.
    private var isAlone = false

    init(_ session: ExploreSession) {
        state = session.state
        library = session.library
        modelName = session.modelName
        obstacle = session.obstacle
        savedSession = Session(settings: state.settings, interface: state.interface)
    }

    /// Until “quit” or the end of the input. After every line the session is as it would be on quitting.
    func run() throws(Failure) {
        library?.sweep()
        let notices = LinearDialogue.news(&state)
        try say(LinearDialogue.greeting(state) + notices)
        while !isAlone, let line = try nextLine() {
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

    private func nextLine() throws(Failure) -> String? {
        while true {
            if isTyped { try Streams.print("> ") }
            switch try lines.next() {
            case .text(let line): return line
            case .end: return nil
            case .tooLong:
                let most = LineReader.longest
                try say([
                    Phrase(
                        "That line is too long; at most \(most) bytes are read.",
                        "Cette ligne est trop longue\u{202F}; \(most) octets au plus sont lus.")(state.language)
                ])
            }
        }
    }

    private func end() throws(Failure) {
        save()
        if isTyped { try say([reporting.command(["explore", "--linear"], false).line]) }
        if let unsaved {
            throw Failure(
                lines: ["fulcrum: " + Phrase(unsaved.english, unsaved.french)(state.language)], code: unsaved.exitCode)
        }
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
    func copy(_ text: String, _ what: Phrase) { _ = try? Streams.print(text) }

    private func say(_ lines: [String]) throws(Failure) {
        guard !lines.isEmpty else { return }
        if try !Streams.print(lines.map { Printable.shown($0) + "\n" }.joined()) { isAlone = true }
    }

    private func save() {
        let session = Session(settings: state.settings, interface: state.interface)
        guard let library, session != savedSession else { return }
        savedSession = session
        do throws(StoreProblem) {
            if let obstacle { throw obstacle }
            unsaved = nil
            try library.save(session, for: state.model)
        } catch {
            unsaved = error
            _ = reduce(&state, .notice(Phrase(error.english, error.french), warning: true))
        }
    }
}
