import BalanceModel
import Wording

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The progress of a long report, on standard error and only on a terminal; Ctrl-C ends it cleanly.
final class Progress {
    private let isShown: Bool
    private let language: Language
    private var last = -1
    private typealias Handler = @convention(c) (Int32) -> Void
    private let former: Handler?

    /// Draws from which a wait can be noticed.
    private static let longFrom = 1_000_000

    init(_ samples: Int, _ language: Language) {
        isShown = samples >= Self.longFrom && isatty(STDERR_FILENO) == 1
        self.language = language
        interrupted = 0
        former = signal(SIGINT) { _ in interrupted = 1 }
        // Ignored by whoever started it (a shell without job control, for its background): so it stays.
        if Self.isIgnored(former) { signal(SIGINT, SIG_IGN) }
    }

    private static func isIgnored(_ handler: Handler?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN as Handler?, to: Int.self)
    }

    /// Shows a part done, 0…1; false when the reader wants to stop.
    func show(_ part: Double) -> Bool {
        let percent = Int(part * 100)
        if isShown, percent != last {
            last = percent
            let text = Phrase("simulating", "simulation")(language) + " " + Numbers(language).percent(Double(percent))
            write("\r" + text + " ")
        }
        return interrupted == 0
    }

    /// Takes the line away. An interruption that came since the last look counts.
    func clear() {
        if isShown, last >= 0 { write("\r" + String(repeating: " ", count: 24) + "\r") }
        signal(SIGINT, former)
        if interrupted != 0 { raise(SIGINT) }
    }

    /// Ends as a program does that was interrupted; nothing has been written.
    func end() -> Never {
        clear()
        raise(SIGINT)
        exit(130)
    }

    private func write(_ text: String) {
        Streams.complain(raw: text)
    }
}

/// Set by the signal handler, which may do no more than that.
private nonisolated(unsafe) var interrupted: sig_atomic_t = 0
