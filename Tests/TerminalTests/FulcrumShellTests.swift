import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The real program as a job of a real shell.
@Suite(.serialized, .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "bash is not installed"))
struct FulcrumShellTests {
    let home: Home
    init() throws { home = try Home() }

    private func shell() throws -> Session {
        var options = Session.Options(program: "/bin/bash", arguments: ["--norc", "--noprofile", "-i"])
        options.environment = [
            "HOME": home.path, "PS1": "$ ", "F": try Session.path(of: "fulcrum"), "HISTFILE": nil,
            "BASH_SILENCE_DEPRECATION_WARNING": "1",
        ]
        let session = try Session(starting: options)
        try session.waitFor("$ ")
        return session
    }

    private func command(_ text: String, _ session: Session) throws {
        session.press("clear; \(text)\r")
        session.settle(quietMilliseconds: 150)
    }

    private func expectTheShellBack(_ session: Session, _ sourceLocation: SourceLocation = #_sourceLocation) throws {
        try session.waitUntil("the shell's screen") { !$0.isAlternate && $0.isCursorVisible && $0.mouse == 0 }
        // A shell that echoes and edits: what is typed is seen.
        session.press("echo ba''ck\r")
        try session.waitUntil("an echo") { $0.contains("$ echo ba''ck") && $0.contains("back") }
        #expect(!session.screen.isAlternate, sourceLocation: sourceLocation)
    }

    @Test func stopsAndComesBackAsAJob() throws {
        let session = try shell()
        try command("$F --fresh", session)
        try session.waitFor("q quit")
        for key in ["\u{1A}", ":suspend\r", "?\u{1A}"] {
            session.press(key)
            try session.waitFor("Stopped")
            try expectTheShellBack(session)
            session.resize(columns: 100, rows: 30)
            try command("fg", session)
            try session.waitUntil("the program") { $0.isAlternate && $0.row(29).contains("quit") && $0.columns == 100 }
            session.resize(columns: 80, rows: 24)
            try session.waitUntil("the program") { $0.columns == 80 && $0.row(23).contains("quit") }
        }
        session.press(Keys.escape)
        session.settle()
        session.press("q")
        try expectTheShellBack(session)
        try command("echo status $?", session)
        session.press("exit\r")
        #expect(session.waitForEnd() != .running)
    }

    /// The prompt comes back below what was there, also when the window changed in between.
    @Test func theCursorComesBackToWhereTheShellWas() throws {
        let session = try shell()
        try command("seq 101 115; $F --fresh", session)
        try session.waitFor("q quit")
        session.press("\u{1A}")
        try session.waitFor("Stopped")
        session.resize(columns: 78, rows: 23)
        session.press("fg\r")
        try session.waitUntil("the program") { $0.isAlternate && $0.row(22).contains("q quit") }
        session.press("q")
        try session.waitUntil("the farewell") { !$0.isAlternate && $0.contains("Again: fulcrum") }
        session.settle()
        let rows = (0..<23).filter {
            session.screen.row($0).contains("115") || session.screen.row($0).contains("Again:")
        }
        #expect(
            rows.count == 2 && rows.first.map { session.screen.row($0).hasPrefix("115") } == true,
            "\(session.screen.text)")
        try expectTheShellBack(session)
    }

    @Test func startedInTheBackgroundItWaitsForFg() throws {
        let session = try shell()
        try command("$F --fresh & sleep 0.5; jobs", session)
        try session.waitFor("Stopped")
        #expect(!session.screen.isAlternate)
        try expectTheShellBack(session)
        try command("fg", session)
        try session.waitFor("q quit")
        // In the background again, and on: it stops rather than draw over the shell.
        session.press("\u{1A}")
        try session.waitFor("Stopped")
        try command("bg; sleep 0.5; jobs", session)
        #expect(!session.screen.isAlternate)
        try expectTheShellBack(session)
        try command("kill %1; sleep 0.3; fg; sleep 0.3", session)
        try expectTheShellBack(session)
        #expect(home.exists(Home.session) || !home.exists(Home.session + ".damaged"))
    }

    @Test(arguments: [
        ("TERM", 143, "Terminated"), ("HUP", 129, "Hangup"), ("INT", 130, ""), ("QUIT", 131, "Quit"),
        ("SEGV", 139, "Segmentation fault"), ("ILL", 132, "Illegal instruction"), ("TRAP", 133, "trap"),
    ])
    func theShellSeesTheTrueStatus(signal: String, status: Int, word: String) throws {
        let session = try shell()
        try command("(sleep 1; kill -\(signal) $(cat ~/pid)) & sh -c 'echo $$ > ~/pid; exec \"$F\" --fresh'", session)
        try session.waitUntil("the program") { $0.isAlternate }
        try session.waitUntil("its end") { !$0.isAlternate }
        session.settle()
        #expect(word.isEmpty || session.screen.contains(word), "\(session.screen.text)")
        // Of its own: after an interruption a shell drops the rest of the line.
        session.press("echo status $?\r")
        try session.waitFor("status \(status)")
        try expectTheShellBack(session)
    }

    @Test func lineByLineItStopsLikeAnyOther() throws {
        let session = try shell()
        try command("$F --linear --fresh", session)
        try session.waitFor("quit")
        session.press("year 2030\r")
        try session.waitFor("Year 2030")
        session.press("\u{1A}")
        try session.waitFor("Stopped")
        try command("fg", session)
        session.press("status\r")
        try session.waitFor("2030")
        session.press("\u{3}")
        session.settle(quietMilliseconds: 200)
        try expectTheShellBack(session)
        #expect(home.text(Home.session)?.contains("year: 2030") == true)
    }
}
