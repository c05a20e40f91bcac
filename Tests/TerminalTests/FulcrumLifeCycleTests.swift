import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whatever ends or stops the real program: the terminal given back, the true status, and the last stroke kept.
@Suite(.serialized) struct FulcrumLifeCycleTests {
    let home: Home
    init() throws { home = try Home() }

    /// A weight moved and the cursor's place changed; no time to save has passed.
    private func changed() throws -> Session {
        let session = try home.open()
        #expect(session.screen.mouse == 2)
        session.press(Keys.down + Keys.pageUp)
        try session.waitFor(balance: try home.balance(["--weight", "compute=30"]))
        #expect(!home.exists(Home.session))
        return session
    }

    private func expectKept(_ session: Session, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(session.screen.isGivenBack, sourceLocation: sourceLocation)
        let text = try #require(home.text(Home.session), sourceLocation: sourceLocation)
        #expect(text.hasPrefix("format: 1\n") && text.contains("compute: 30"), sourceLocation: sourceLocation)
        #expect(!home.names.contains { $0.hasSuffix(".tmp") }, sourceLocation: sourceLocation)
        let next = try home.open()
        try next.waitFor(balance: try home.balance(["--weight", "compute=30"]))
        next.signal(SIGKILL)
        _ = next.waitForEnd()
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT])
    func aSignalThatEndsIt(signal: Int32) throws {
        let session = try changed()
        session.signal(signal)
        #expect(session.waitForEnd() == .killed(signal))
        try expectKept(session)
    }

    @Test(arguments: [("\u{3}", SIGINT), ("\u{1C}", SIGQUIT)]) func aKeyThatIsASignal(key: String, signal: Int32) throws
    {
        let session = try changed()
        session.press(key)
        #expect(session.waitForEnd() == .killed(signal))
        try expectKept(session)
    }

    /// A trap or a fault leaves no time to save: the handler writes what was prepared for it.
    @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGSYS, SIGUSR1, SIGALRM, SIGXCPU])
    func aFatalSignal(signal: Int32) throws {
        let session = try changed()
        session.signal(signal)
        #expect(session.waitForEnd() == .killed(signal))
        try expectKept(session)
    }

    @Test func aChangeThatWasTakenBackIsNotKept() throws {
        let session = try changed()
        session.press("uk")
        try session.waitFor(balance: try home.balance([]))
        session.signal(SIGSEGV)
        #expect(session.waitForEnd() == .killed(SIGSEGV))
        #expect(session.screen.isGivenBack && home.names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".tmp") } == [])
    }

    @Test func aLinkedSessionIsWrittenThroughAtATrap() throws {
        try home.write("format: 1\nmodel: ai-us-china\n", "elsewhere.yaml")
        try home.write("", ".local/state/fulcrum/.keep")
        try FileManager.default.createSymbolicLink(
            atPath: home.file(Home.session), withDestinationPath: home.file("elsewhere.yaml"))
        let session = try home.open()
        session.press(Keys.down + Keys.pageUp)
        try session.waitFor(balance: try home.balance(["--weight", "compute=30"]))
        session.signal(SIGTRAP)
        #expect(session.waitForEnd() == .killed(SIGTRAP))
        #expect(home.text("elsewhere.yaml")?.contains("compute: 30") == true)
        #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: home.file(Home.session))) != nil)
    }

    @Test(arguments: [false, true]) func aClosedWindow(hangupIgnored: Bool) throws {
        var options = try home.options()
        options.hangupIgnored = hangupIgnored
        let session = try Session(starting: options)
        try session.waitFor("Fulcrum")
        session.press(Keys.down + Keys.pageUp)
        try session.waitFor(balance: try home.balance(["--weight", "compute=30"]))
        session.hangUp()
        #expect(session.waitForEnd() == .killed(SIGHUP))
        #expect(home.text(Home.session)?.contains("compute: 30") == true)
    }

    // MARK: Stopping

    @Test(arguments: ["", "?", "s", ":", "/", "e", "3", "4"]) func stopsAndComesBackAtTheNewSize(opening: String) throws
    {
        let session = try home.open("--samples", "1000")
        // The first key ends the welcome.
        session.press(Keys.down + opening)
        session.settle(quietMilliseconds: 150)
        for (columns, rows) in [(100, 30), (40, 12), (80, 24)] {
            session.press("\u{1A}")
            #expect(session.waitForEnd() == .stopped(SIGTSTP))
            #expect(session.screen.isGivenBack)
            session.resize(columns: columns, rows: rows)
            session.toForeground()
            try session.waitUntil("a screen of \(columns)×\(rows)") {
                $0.isAlternate && $0.row(rows - 1).contains("quit")
            }
            session.settle(quietMilliseconds: 100)
            #expect(session.screen.columns == columns && session.screen.row(rows - 1).contains("help"))
            #expect(session.screen.mouse == 2)
        }
        // What was open still is, and all of it is drawn: once the simulation is done a repaint changes nothing.
        session.settle(quietMilliseconds: 700)
        let before = session.screen
        session.press("\u{0C}")
        session.settle(quietMilliseconds: 150)
        #expect(session.screen == before)
    }

    /// What a stop or a fault has written must not outlive what the reader then took back.
    @Test(arguments: [false, true]) func whatWasTakenBackIsWritten(ending: Bool) throws {
        try home.write("format: 1\nmodel: ai-us-china\n", Home.session)
        let session = try home.open()
        session.press("y")
        try session.waitFor(balance: try home.balance(["--year", "2026"]))
        session.press("\u{1A}")
        #expect(session.waitForEnd() == .stopped(SIGTSTP))
        #expect(home.text(Home.session)?.contains("2026") == true)
        session.toForeground()
        try session.waitFor("q quit")
        session.press("u")
        try session.waitFor(balance: try home.balance([]))
        if ending { session.signal(SIGTERM) } else { session.press("q") }
        #expect(session.waitForEnd() == (ending ? .killed(SIGTERM) : .exited(0)))
        #expect(home.text(Home.session)?.contains("2026") == false)
    }

    /// Two faults on two threads: the second does not kill what the first is writing.
    @Test func twoFatalSignalsAtOnce() throws {
        for round in 0..<10 {
            let session = try home.open("--fresh")
            session.press("y")
            try session.waitFor(balance: try home.balance(["--year", "2026"]))
            session.signal(SIGSEGV)
            session.signal(round % 2 == 0 ? SIGSEGV : SIGABRT)
            #expect([.killed(SIGSEGV), .killed(SIGABRT)].contains(session.waitForEnd()))
            #expect(session.screen.isGivenBack)
            #expect(home.text(Home.session)?.contains("year: 2026") == true, "round \(round)")
            #expect(!home.names.contains { $0.hasSuffix(".tmp") }, "round \(round)")
            try FileManager.default.removeItem(atPath: home.file(Home.session))
        }
    }

    @Test func aStoppedProgramHasKeptItsSession() throws {
        let session = try changed()
        session.press("\u{1A}")
        #expect(session.waitForEnd() == .stopped(SIGTSTP))
        session.signal(SIGKILL)
        session.toForeground()
        _ = session.waitForEnd()
        try expectKept(session)
    }

    @Test func aStopThatCannotBeCaughtIsOverWithAWholeScreen() throws {
        let session = try home.open()
        session.signal(SIGSTOP)
        #expect(session.waitForEnd() == .stopped(SIGSTOP))
        session.resize(columns: 60, rows: 20)
        session.toForeground()
        try session.waitUntil("a screen of the new size") { $0.columns == 60 && $0.row(19).contains("q quit") }
        _ = try session.quit()
    }

    @Test(arguments: [SIGTERM, SIGHUP]) func endedWhileStopped(signal: Int32) throws {
        let session = try changed()
        session.press("\u{1A}")
        #expect(session.waitForEnd() == .stopped(SIGTSTP))
        #expect(session.screen.isGivenBack)
        let written = session.output.count
        session.signal(signal)
        session.toBackground()
        try session.waitUntil("the end") { _ in session.end() == .killed(signal) }
        // The terminal was the shell's, in the shell's own modes.
        #expect(session.output.count == written)
        #expect(home.text(Home.session)?.contains("compute: 30") == true)
    }

    /// A parent that leaves signals blocked or ignored: the first must not count, the second must.
    @Test func whatAParentLeftBehind() throws {
        let blocked =
            "exec python3 -c 'import os,signal,sys; "
            + "signal.pthread_sigmask(signal.SIG_BLOCK, range(1,32)); os.execv(sys.argv[1], sys.argv[1:])' \"$0\" && true;"
        if FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") {
            let session = try Session(
                starting: try home.options(before: blocked.replacingOccurrences(of: "&& true;", with: "#")))
            try session.waitFor("Fulcrum")
            session.signal(SIGTERM)
            #expect(session.waitForEnd() == .killed(SIGTERM))
            #expect(session.screen.isGivenBack)
        }
        let session = try Session(starting: try home.options(before: "trap '' INT QUIT;"))
        try session.waitFor("Fulcrum")
        session.press("\u{3}\u{1C}y")
        try session.waitFor(balance: try home.balance(["--year", "2026"]))
        _ = try session.quit()
    }

    @Test(arguments: [
        "LINES=8000 COLUMNS=8000", "LINES=0 COLUMNS=-1", "LINES=x COLUMNS=", "LINES=99999999999999999999",
    ])
    func absurdSizesInTheEnvironment(variables: String) throws {
        let session = try Session(starting: try home.options(before: "export \(variables); ulimit -v 4000000;"))
        try session.waitFor("q quit")
        #expect(session.screen.row(23).contains("q quit"))
        // Wider and higher than what is ever drawn; the emulator would not survive the largest.
        session.resize(columns: 1500, rows: 600)
        session.settle(quietMilliseconds: 300)
        session.resize(columns: 90, rows: 25)
        try session.waitUntil("the true size") { $0.columns == 90 && $0.row(24).contains("q quit") }
        _ = try session.quit()
    }

    @Test func startedInTheBackgroundItWaits() throws {
        var options = try home.options()
        options.inBackground = true
        let session = try Session(starting: options)
        try session.waitUntil("a stop") { _ in session.end() == .stopped(SIGTTOU) }
        #expect(session.output.isEmpty)
        session.toForeground()
        try session.waitFor("Fulcrum")
        _ = try session.quit()
    }

    // MARK: Where there is no terminal

    @Test(arguments: [(true, false), (false, true)])
    func withoutATerminalItNamesWhatWouldDo(inputIsNull: Bool, outputIsNull: Bool) throws {
        var options = try home.options(columns: 200)
        options.inputIsNull = inputIsNull
        options.outputIsNull = outputIsNull
        let session = try Session(starting: options)
        #expect(session.waitForEnd() == .exited(64))
        #expect(
            session.screen.row(0).hasPrefix("fulcrum: standard input and output must be a terminal; fulcrum report"))
        #expect(!session.output.contains(0x1B) && session.screen.isGivenBack && home.names.isEmpty)
    }

    /// A closed descriptor would be the next file opened: the session, written over by the screen.
    @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-"]) func closedDescriptors(closing: String) throws {
        let outcome = try home.run(["explore"], setting: "exec \(closing); ")
        #expect(outcome.status == 64)
        let report = try home.run(["report", "--output", "a.txt", "--samples", "1000"], setting: "exec \(closing); ")
        #expect(report.status == 0)
        let whole = try home.run(["report", "--output", "b.txt", "--samples", "1000"])
        #expect(whole.status == 0 && home.text("a.txt") == home.text("b.txt"))
        #expect(home.names == ["a.txt", "b.txt"])
    }
}
