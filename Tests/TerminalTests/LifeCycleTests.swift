import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whatever ends or stops the program, the terminal is given back, and the parent sees the true status.
@Suite struct LifeCycleTests {
    @Test func opensOnTheAlternateScreenAndQuits() throws {
        let session = try Session()
        #expect(session.screen.isAlternate)
        #expect(session.screen.cell(0, 0).text == "╭")
        session.press("m")
        try session.waitFor("keys 1")
        #expect(session.screen.mouse == 2)
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        #expect(session.screen.isGivenBack)
        #expect(session.screen.contains("bye 2"))
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT])
    func isToldOfASignalAndDiesByIt(signal: Int32) throws {
        let saved = try TemporaryFile()
        let session = try Session(environment: ["PROBE_SAVE": saved.path])
        session.press("mh")
        try session.waitFor("keys 2")
        #expect(!session.screen.isCursorVisible)
        session.signal(signal)
        #expect(session.waitForEnd() == .killed(signal))
        #expect(session.screen.isGivenBack)
        #expect(saved.text == "signal \(signal)")
    }

    @Test func controlCIsASignal() throws {
        let session = try Session()
        session.press("\u{3}")
        #expect(session.waitForEnd() == .killed(SIGINT))
        #expect(session.screen.isGivenBack)
    }

    @Test func aDeclinedSignalIsForgotten() throws {
        let session = try Session()
        session.press("c")
        try session.waitFor("copied true")
        session.press("\u{3}")
        try session.waitFor("note declined")
        session.press("\u{3}")
        #expect(session.waitForEnd() == .killed(SIGINT))
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func diesBySignalThoughTheLoopHangs(signal: Int32) throws {
        let session = try Session()
        session.press("m")
        try session.waitFor("keys 1")
        session.press("X")
        session.settle()
        session.signal(signal)
        #expect(session.waitForEnd() == .killed(signal))
        #expect(session.screen.isGivenBack)
    }

    @Test(arguments: [
        ("!", [SIGILL, SIGTRAP]), ("*", [SIGSEGV]), ("O", [SIGSEGV, SIGBUS]),
    ])
    func aTrapGivesTheTerminalBack(key: String, signals: [Int32]) throws {
        let session = try Session()
        session.press("mh")
        try session.waitFor("keys 2")
        session.press(key)
        #expect(signals.map(Session.End.killed).contains(session.waitForEnd()))
        #expect(session.screen.isGivenBack)
    }

    @Test(arguments: [SIGABRT, SIGFPE, SIGBUS, SIGSEGV, SIGILL, SIGTRAP, SIGUSR1, SIGALRM, SIGPIPE, SIGXCPU])
    func aFatalSignalGivesTheTerminalBack(signal: Int32) throws {
        let session = try Session()
        session.press("mh")
        try session.waitFor("keys 2")
        session.signal(signal)
        #expect(session.waitForEnd() == .killed(signal))
        #expect(session.screen.isGivenBack)
    }

    @Test func exitWithoutCloseGivesTheTerminalBack() throws {
        let session = try Session()
        session.press("mE")
        #expect(session.waitForEnd() == .exited(65))
        #expect(session.screen.isGivenBack)
    }

    @Test(arguments: ["linux", "vt100", "rxvt"])
    func isGivenBackWithoutAnXterm(term: String) throws {
        let session = try Session(environment: ["TERM": term])
        session.press("!")
        #expect(session.waitForEnd() != .running)
        #expect(session.screen.isGivenBack)
        #expect(session.screen.cursor.row == (term == "rxvt" ? 0 : 23))
    }
}

/// Stopping and going on.
@Suite struct SuspensionTests {
    @Test(arguments: ["\u{1A}", "Z"])
    func stopsAndComesBack(key: String) throws {
        let session = try Session()
        session.press("m")
        try session.waitFor("keys 1")
        session.press(key)
        #expect(session.waitForEnd() == .stopped(SIGTSTP))
        #expect(session.screen.isGivenBack)
        session.toForeground()
        try session.waitFor("note resumed")
        #expect(session.screen.isAlternate)
        #expect(session.screen.mouse == 2)
        session.press("a")
        try session.waitFor("last character(\"a\")")
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        #expect(session.screen.isGivenBack)
    }

    @Test func comesBackAtTheNewSize() throws {
        let session = try Session()
        for (columns, rows) in [(100, 30), (40, 12), (132, 50)] {
            session.press("\u{1A}")
            #expect(session.waitForEnd() == .stopped(SIGTSTP))
            session.resize(columns: columns, rows: rows)
            session.toForeground()
            try session.waitFor("size \(columns)x\(rows)")
            #expect(session.screen.cell(columns - 1, rows - 1).text == "╯")
        }
    }

    @Test func inTheBackgroundItStopsAgain() throws {
        let session = try Session()
        session.press("\u{1A}")
        #expect(session.waitForEnd() == .stopped(SIGTSTP))
        session.toBackground()
        try waitForStop(session, by: SIGTTOU)
        #expect(!session.screen.isAlternate)
        session.toForeground()
        try session.waitFor("note resumed")
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        #expect(session.screen.isGivenBack)
    }

    @Test func startedInTheBackgroundItWaitsForTheForeground() throws {
        var options = Session.Options()
        options.inBackground = true
        let session = try Session(starting: options)
        try waitForStop(session, by: SIGTTOU)
        #expect(session.output.isEmpty)
        session.toForeground()
        try session.waitFor("keys 0")
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        #expect(session.screen.isGivenBack)
    }

    @Test func aTerminalThatDoesNotControlTheProcessWillDo() throws {
        var options = Session.Options()
        options.program = "/usr/bin/setsid"
        options.arguments = ["--wait", try Session.path(of: "terminal-probe")]
        let session = try Session(starting: options)
        try session.waitFor("keys 0")
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        #expect(session.screen.isGivenBack)
    }

    @Test func goesOnAfterAStopThatCannotBeCaught() throws {
        let session = try Session()
        session.signal(SIGSTOP)
        #expect(session.waitForEnd() == .stopped(SIGSTOP))
        session.resize(columns: 60, rows: 20)
        session.toForeground()
        try session.waitFor("size 60x20")
        try session.waitFor("note resumed")
    }

    @Test func whenKilledWhileStoppedItTellsTheLoopAndTouchesNothing() throws {
        let saved = try TemporaryFile()
        let session = try Session(environment: ["PROBE_SAVE": saved.path])
        session.press("\u{1A}")
        #expect(session.waitForEnd() == .stopped(SIGTSTP))
        let written = session.output.count
        session.signal(SIGTERM)
        session.toBackground()
        try session.waitUntil("the end") { _ in session.end() == .killed(SIGTERM) }
        #expect(session.output.count == written)
        #expect(saved.text == "signal \(SIGTERM)")
    }

    private func waitForStop(_ session: Session, by signal: Int32) throws {
        try session.waitUntil("a stop by \(signal)") { _ in session.end() == .stopped(signal) }
    }
}

/// The terminal goes away, or was never there.
@Suite struct MissingTerminalTests {
    @Test(arguments: [true, false])
    func aClosedTerminalEndsTheProgramWithItsSessionSaved(hangupIgnored: Bool) throws {
        let saved = try TemporaryFile()
        var options = Session.Options(environment: ["PROBE_SAVE": saved.path])
        options.hangupIgnored = hangupIgnored
        let session = try Session(starting: options)
        try session.waitFor("keys 0")
        session.hangUp()
        #expect(session.waitForEnd() == (hangupIgnored ? .exited(74) : .killed(SIGHUP)))
        #expect(saved.text == (hangupIgnored ? "hangup" : "signal \(SIGHUP)"))
    }

    @Test func aPipeIsNoTerminal() throws {
        for inputIsNull in [true, false] {
            let options = Session.Options(inputIsNull: inputIsNull, outputIsNull: !inputIsNull)
            let session = try Session(starting: options)
            #expect(session.waitForEnd() == .exited(64))
            #expect(session.screen.contains("not a terminal"))
        }
    }

    @Test(arguments: [
        ("dumb", "dumb terminal 'dumb'"), ("no-such", "unknown terminal 'no-such'"),
        ("unknown", "unknown terminal 'unknown'"), ("", "unknown terminal ''"), (nil, "unknown terminal ''"),
        ("../x", "unknown terminal '../x'"),
    ])
    func aTerminalThatWillNotDoIsNamed(term: String?, message: String) throws {
        let session = try Session(starting: Session.Options(environment: ["TERM": term]))
        #expect(session.waitForEnd() == .exited(64))
        #expect(session.screen.row(0).hasPrefix("terminal-probe: \(message)"))
        #expect(!session.output.contains(0x1B))
        #expect(session.screen.isGivenBack)
    }
}

/// A place for a program to leave a mark at.
struct TemporaryFile {
    let path: String

    init() throws {
        var template = Array("/tmp/fulcrum-terminal-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Session.Missing(description: "no temporary file") }
        close(descriptor)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// What it holds; the file is then gone.
    var text: String {
        guard let file = fopen(path, "r") else { return "" }
        defer {
            fclose(file)
            unlink(path)
        }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
