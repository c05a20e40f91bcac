// A program that shows what its terminal tells it: the terminal tests drive it in a pseudo-terminal.
import CellGrid
import Terminal

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

func fail(_ message: String) -> Never {
    let line = "terminal-probe: \(message)\n"
    write(STDERR_FILENO, line, line.utf8.count)
    exit(64)
}

func openTerminal() -> CursesTerminal {
    do {
        return try CursesTerminal(term: variable("TERM"), noColour: variable("NO_COLOR")?.isEmpty == false)
    } catch {
        switch error {
        case .notATerminal: fail("not a terminal")
        case .unknownTerminal(let name): fail("unknown terminal '\(name)'")
        case .dumb(let name): fail("dumb terminal '\(name)'")
        case .failed: fail("could not start")
        }
    }
}

/// Leaves a mark where PROBE_SAVE says, as the real program saves its session.
func save(_ text: String) {
    guard let path = variable("PROBE_SAVE"), let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
}

struct Probe {
    var keys = 0
    var frames = 0
    var last = "none"
    var note = ""
    var theme = 0
    var mouse = false
    var torture = false
    var cursor: Point? = Point(2, 1)

    /// Depends on the size and on what was typed, on nothing else.
    func grid(_ terminal: CursesTerminal) -> Grid {
        let size = terminal.size
        var grid = Grid(size)
        for y in 0..<size.height {
            for x in stride(from: 0, to: size.width, by: 4) {
                grid.put(
                    String((x * 7 + y * 3) % 1000), x, y, Style((x + y) % 3 == 0 ? .firstSide : .secondSide))
            }
        }
        grid.box(Rect(size), title: "probe", style: .border)
        let facts = [
            "size \(size.width)x\(size.height)", "last \(last)", "keys \(keys)", "depth \(terminal.colourDepth)",
            "utf8 \(terminal.isUTF8)", "theme \(Theme.all[theme].id)", "note \(note)",
        ]
        for (row, fact) in facts.enumerated() { grid.put(fact.padded(to: 40), 2, row + 1, .text) }
        grid.put("été — « œuvre » ▏▌█ ●▸✓ ⣿⠁ ─│┼ …", 2, 9, .title)
        if torture { drawTorture(on: &grid) }
        grid.cursor = cursor
        return grid
    }

    func drawTorture(on grid: inout Grid) {
        let texts = [
            "e\u{301}a\u{308}\u{323}", "日本語", "👩‍🚀🚀", "🇫🇷🇺🇸", "❤️", "שלום", "\u{1}\u{1B}[31m\u{9B}5m\u{202E}", "\u{301}x",
            "👍🏽", "a\u{200D}b",
        ]
        for (row, text) in texts.enumerated() {
            grid.put(text + "|", 2, 11 + row, .text)
            grid.put("|", 30, 11 + row, .text)
        }
    }
}

func overflowStack(_ depth: Int) -> Int { depth < 0 ? 0 : overflowStack(depth + 1) &+ overflowStack(depth + 2) }

extension Probe {
    /// Does what a key stands for; false to quit.
    mutating func act(on key: Key, _ terminal: CursesTerminal) -> Bool {
        keys += 1
        last = String(describing: key)
        switch key {
        case .character("q"): return false
        case .character("!"): fatalError("as asked")
        case .character("*"): UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
        case .character("O"): keys = overflowStack(0)
        case .character("E"): exit(65)
        case .character("Z"): terminal.suspend()
        case .character("X"): while true { sleep(60) }
        case .character("z"): usleep(500_000)
        case .character("t"): theme = (theme + 1) % Theme.all.count
        case .character("u"): torture.toggle()
        case .character("h"): cursor = cursor == nil ? Point(2, 1) : nil
        case .character("c"): note = "copied \(terminal.copyToClipboard("é été"))"
        case .character("b"): terminal.beep()
        case .character("w"): wakeLater(terminal.wake)
        case .character("m"):
            mouse.toggle()
            terminal.setMouse(mouse)
        default: break
        }
        return true
    }

    func wakeLater(_ wake: @escaping @Sendable () -> Void) {
        Task.detached {
            usleep(30_000)
            wake()
        }
    }
}

func run() {
    let terminal = openTerminal()
    let tick = variable("PROBE_TICK").flatMap { Int($0) }
    var probe = Probe()
    while true {
        if !terminal.pendingInput {
            terminal.show(probe.grid(terminal), theme: Theme.all[probe.theme])
            probe.frames += 1
        }
        switch terminal.nextEvent(timeoutMilliseconds: tick) {
        case .input(.key(let key)):
            guard probe.act(on: key, terminal) else {
                save("quit")
                terminal.close()
                print("bye \(probe.keys) keys, \(probe.frames) frames")
                return
            }
        case .input(.mouse(let event)):
            probe.keys += 1
            probe.last = "\(event.kind) \(event.at.x),\(event.at.y)"
        case .signal(let signal):
            if probe.note == "copied true" && signal == SIGINT {  // Declined, for the tests.
                probe.note = "declined"
                continue
            }
            save("signal \(signal)")
            terminal.close()
            CursesTerminal.end(bySignal: signal)
        case .hangup:
            save("hangup")
            terminal.close()
            exit(74)
        case .wakeUp: probe.note = "woken"
        case .resumed: probe.note = "resumed"
        case .input(.resize), .resized, .timeout: break
        }
    }
}

run()
