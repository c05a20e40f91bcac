import CellGrid
import Foundation
import Testing

/// The real program in the terminals that readers have.
@Suite(.serialized) struct FulcrumEnvironmentTests {
    let home: Home
    init() throws { home = try Home() }

    private func start(_ environment: [String: String?], _ arguments: [String] = []) throws -> Session {
        let session = try home.start(
            ["--fresh", "--samples", "1000", "--lang", "fr"] + arguments, columns: 100, rows: 30,
            environment: environment)
        try session.waitUntil("a first screen") { $0.row(29).contains("q quitter") }
        session.settle(quietMilliseconds: 200)
        return session
    }

    /// All six views and the help, as text.
    private func walk(_ session: Session) throws -> [String] {
        var texts: [String] = []
        for key in ["1", "2", "3", "4", "5", "6", "?"] {
            session.press(key)
            session.settle(quietMilliseconds: 250)
            texts.append(session.screen.text)
        }
        session.press(Keys.escape)
        session.settle(quietMilliseconds: 150)
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        #expect(session.screen.isGivenBack)
        return texts
    }

    @Test func everyTerminalShowsTheSame() throws {
        let reference = try walk(try start(["TERM": "xterm-256color"]))
        #expect(Set(reference).count == 7)
        for term in ["xterm", "screen", "screen-256color", "tmux", "tmux-256color", "linux", "vt100", "vt220", "rxvt"] {
            let session = try start(["TERM": term])
            let colours = Set(session.screen.cells.flatMap { [$0.foreground, $0.background] })
            switch term {
            case "vt100", "vt220": #expect(colours == [-1], "\(term)")
            case "screen-256color", "tmux-256color": #expect(colours.contains { $0 > 15 }, "\(term)")
            default: #expect(colours.isSubset(of: Set(-1...7)) && colours.count > 2, "\(term): \(colours)")
            }
            let texts = try walk(session)
            for (a, b) in zip(texts, reference) { #expect(a == b, "\(term)") }
        }
    }

    /// A description of 16 colours, which slim systems lack: made here.
    @Test func sixteenColours() throws {
        let source =
            "sixteen|xterm of 16 colours,\n\tcolors#16, pairs#256,\n\tsetab=\\E[%?%p1%{8}%<%t%p1%{40}%+%e%p1%{92}%+%;%dm,\n"
            + "\tsetaf=\\E[%?%p1%{8}%<%t%p1%{30}%+%e%p1%{82}%+%;%dm,\n\tuse=xterm,\n"
        try home.write(source, "sixteen.ti")
        try #require(try home.shell("mkdir info && tic -x -o info sixteen.ti").status == 0)
        let reference = try walk(try start(["TERM": "xterm-256color"]))
        for theme in Theme.all {
            let session = try start(["TERM": "sixteen", "TERMINFO": home.file("info")], ["--theme", theme.id])
            let colours = Set(session.screen.cells.flatMap { [$0.foreground, $0.background] })
            #expect(colours.isSubset(of: Set(-1...15)), "\(theme.id): \(colours)")
            #expect(colours.count > 2 || theme.id == "monochrome", "\(theme.id): \(colours)")
            #expect(try walk(session) == reference, "\(theme.id)")
        }
    }

    /// Every theme's own ground and text, in the depths that terminals have.
    @Test(arguments: Theme.all.map(\.id), ["xterm-256color", "xterm", "vt100"])
    func aThemeIsPaintedWhole(id: String, term: String) throws {
        let session = try start(["TERM": term], ["--theme", id])
        let theme = try #require(Theme.named(id))
        let paint = theme.paint(.text, term == "vt100" ? .none : term == "xterm" ? .eight : .indexed256)
        let grounds = session.screen.cells.filter { $0.text == " " || $0.text.isEmpty }.map(\.background)
        #expect(grounds.contains(Int(paint.background)) && Set(grounds).count <= 4, "\(Set(grounds))")
        // Nobody is shown text in the colour of its ground.
        #expect(
            session.screen.cells.allSatisfy {
                $0.text.allSatisfy(\.isWhitespace) || $0.foreground != $0.background || $0.foreground == -1
            })
        _ = try session.quit()
    }

    @Test(arguments: ["C", "fr_FR.ISO-8859-1"]) func withoutUTF8ItIsCleanASCII(locale: String) throws {
        let session = try start(["LANG": locale, "TERM": "vt100"])
        #expect(session.screen.contains("Etats-Unis") && session.screen.contains("Deploiement"))
        let texts = try walk(session)
        #expect(session.output.allSatisfy { $0 < 0x80 })
        // A question mark stands for what has no stand-in; the help's own key is one.
        for text in texts.prefix(6) {
            let marks = text.split(separator: "\n").dropLast().filter { $0.contains("?") && !$0.contains(" ? ") }
            #expect(marks.allSatisfy { $0.contains("?  ") || $0.hasSuffix("?") }, "\(marks)")
        }
    }

    @Test(arguments: Theme.all.map(\.id)) func noColourIsNone(theme: String) throws {
        let session = try start(["NO_COLOR": "1"], ["--theme", theme])
        #expect(session.screen.cells.allSatisfy { $0.foreground == -1 && $0.background == -1 })
        #expect(session.screen.cells.contains { $0.reverse } && session.screen.cells.contains { $0.bold })
        _ = try session.quit()
    }

    /// The standard theme leaves the ground to the terminal, light or dark.
    @Test func theStandardThemeKeepsTheTerminalsOwnGround() throws {
        let session = try start([:])
        let plain = session.screen.cells.filter { $0.background == -1 && !$0.reverse }
        #expect(plain.count > session.screen.cells.count / 2)
        // Neither white nor black on a ground that may be either.
        let bare = Set(plain.filter { $0.text != " " }.map(\.foreground))
        #expect(bare.isDisjoint(with: [0, 7, 15, 16, 231]), "\(bare)")
        _ = try session.quit()
    }

    @Test func escapeActsAloneUnlessTheReaderAsksForPatience() throws {
        for (delay, isPatient) in [(nil, false), ("30000", true)] as [(String?, Bool)] {
            let session = try start(["ESCDELAY": delay])
            session.press(Keys.down)  // The first key ends the welcome.
            session.settle()
            let before = session.screen.text
            session.press("?")
            try session.waitUntil("the help") { $0.text != before }
            session.settle()
            session.press(Keys.escape)
            session.settle(quietMilliseconds: 400)
            #expect((session.screen.text == before) == !isPatient)
            session.signal(SIGKILL)
            _ = session.waitForEnd()
        }
    }

    /// In a real tmux, whose screen is redrawn from what it understood.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux"), "tmux is not installed"))
    func insideTmux() throws {
        let options = Session.Options(
            program: "/usr/bin/tmux",
            arguments: [
                "-u", "-f", "/dev/null", "-S", home.file("socket"), "new-session",
                "HOME='\(home.path)' '\(try Session.path(of: "fulcrum"))' --fresh --lang fr",
            ], environment: ["HOME": home.path, "SHELL": "/bin/sh"], columns: 100, rows: 31)
        let session = try Session(starting: options)
        try session.waitFor("q quitter")
        #expect(session.screen.contains("États-Unis") && session.screen.contains("Déploiement"))
        session.press("4")
        try session.waitFor("Robustesse")
        session.resize(columns: 80, rows: 25)
        try session.waitUntil("the smaller screen") { $0.columns == 80 && $0.row(23).contains("q quitter") }
        session.settle(quietMilliseconds: 300)
        session.press("q")
        #expect(session.waitForEnd() == .exited(0))
        #expect(home.text(Home.session)?.contains("robustness") == true)
    }
}
