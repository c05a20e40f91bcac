import PseudoTerminal
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program of this package in a pseudo-terminal, seen as its user would see it. No wait is without a limit.
final class Session {
    struct Options {
        /// One that this package builds, or a path.
        var program = "terminal-probe"
        var arguments: [String] = []
        /// `nil` takes a variable away.
        var environment: [String: String?] = [:]
        var columns = 80
        var rows = 24
        var inBackground = false
        var inputIsNull = false
        var outputIsNull = false
        var hangupIgnored = false
    }

    enum End: Equatable {
        case running
        case stopped(Int32)
        case exited(Int32)
        case killed(Int32)
    }

    /// What was waited for did not come.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    private let session: OpaquePointer
    static let limitMilliseconds: Int32 = 20_000

    /// Starts a program and waits for nothing.
    init(starting options: Options) throws {
        let path = options.program.hasPrefix("/") ? options.program : try Self.path(of: options.program)
        var environment: [String: String?] = [
            "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
        ]
        // For a program built with a sanitizer.
        for name in ["ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"] {
            if let value = getenv(name) { environment[name] = String(cString: value) }
        }
        environment.merge(options.environment) { $1 }
        let assignments = environment.compactMap { name, value in value.map { "\(name)=\($0)" } }
        let started = withCStrings([path] + options.arguments) { arguments in
            withCStrings(assignments) { environment in
                var settings = pt_options()
                settings.rows = Int32(options.rows)
                settings.columns = Int32(options.columns)
                settings.in_background = options.inBackground ? 1 : 0
                settings.input_is_null = options.inputIsNull ? 1 : 0
                settings.output_is_null = options.outputIsNull ? 1 : 0
                settings.hangup_ignored = options.hangupIgnored ? 1 : 0
                settings.arguments = arguments
                settings.environment = environment
                return path.withCString { name in
                    settings.path = name
                    return pt_start(&settings)
                }
            }
        }
        guard let started else { throw Missing(description: "no pseudo-terminal for \(path)") }
        session = started
    }

    /// The probe, with its first screen shown.
    convenience init(
        environment: [String: String?] = [:], columns: Int = 80, rows: Int = 24, waitingFor text: String = "keys 0"
    ) throws {
        try self.init(starting: Options(environment: environment, columns: columns, rows: rows))
        try waitFor(text)
    }

    deinit { pt_free(session) }

    /// Beside the test bundle, where the package manager builds everything.
    static func path(of program: String) throws -> String {
        let here = CommandLine.arguments.filter { $0.contains(".xctest") } + ["/proc/self/exe"]
        for start in here {
            guard
                var resolved = realpath(start, nil).map({ pointer in
                    defer { free(pointer) }
                    return String(cString: pointer)
                })
            else { continue }
            while let slash = resolved.lastIndex(of: "/"), slash > resolved.startIndex {
                resolved = String(resolved[..<slash])
                if access("\(resolved)/\(program)", X_OK) == 0 { return "\(resolved)/\(program)" }
            }
        }
        throw Missing(description: "\(program) is not built")
    }

    // MARK: Doing

    /// Types bytes.
    func press(_ keys: String) { press(bytes: Array(keys.utf8)) }

    func press(bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let taken = Array(rest).withUnsafeBufferPointer { pt_write(session, $0.baseAddress, Int32($0.count)) }
            rest = rest.dropFirst(Int(taken))
            if taken == 0, pt_pump(session, 20, 200) == 0, end() != .running { return }
        }
    }

    func resize(columns: Int, rows: Int) { pt_resize(session, Int32(rows), Int32(columns)) }
    func signal(_ number: Int32) { pt_signal(session, number) }
    func hangUp() { pt_hang_up(session) }
    func toForeground() { pt_to_foreground(session) }
    func toBackground() { pt_to_background(session) }

    // MARK: Seeing

    /// Lets the program write until it has been quiet for a while; the number of bytes it wrote.
    @discardableResult
    func settle(quietMilliseconds: Int32 = 80) -> Int {
        Int(pt_pump(session, quietMilliseconds, Self.limitMilliseconds))
    }

    var screen: Screen { Screen(session) }

    /// Waits until the screen shows a text; then the rest of the same frame is there as well.
    func waitFor(_ text: String) throws {
        try waitUntil("“\(text)”") { $0.contains(text) }
        settle(quietMilliseconds: 20)
    }

    func waitUntil(_ what: String, _ condition: (Screen) -> Bool) throws {
        let clock = ContinuousClock()
        let deadline = clock.now + .milliseconds(Int(Self.limitMilliseconds))
        while clock.now < deadline {
            pt_pump(session, 10, 500)
            if condition(screen) { return }
        }
        throw Missing(description: "\(what) did not come; \(end()):\n\(screen.text)")
    }

    /// What the program does now.
    func end() -> End {
        var number: Int32 = 0
        switch Int(pt_state(session, &number)) {
        case PT_STOPPED: return .stopped(number)
        case PT_EXITED: return .exited(number)
        case PT_KILLED: return .killed(number)
        default: return .running
        }
    }

    /// Waits until the program has ended or stopped.
    func waitForEnd() -> End {
        let clock = ContinuousClock()
        let deadline = clock.now + .milliseconds(Int(Self.limitMilliseconds))
        while end() == .running, clock.now < deadline { if pt_pump(session, 5, 50) == 0 { usleep(2000) } }
        pt_pump(session, 20, 1000)
        return end()
    }

    /// All bytes written so far.
    var output: [UInt8] {
        var count = 0
        guard let bytes = pt_output(session, &count) else { return [] }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    var outputText: String { String(decoding: output, as: UTF8.self) }

    /// Context switches so far: they stand still while the program waits.
    var contextSwitches: Int { pt_switches(session) }
}

/// What a terminal showed at one moment.
struct Screen: Equatable, CustomTestStringConvertible {
    struct Cell: Equatable {
        var text: String
        var columns: Int
        var foreground: Int
        var background: Int
        var bold: Bool
        var underline: Bool
        var reverse: Bool
    }

    let columns: Int
    let rows: Int
    let cells: [Cell]
    let cursor: (column: Int, row: Int)
    let isCursorVisible: Bool
    let isAlternate: Bool
    /// 0 none, 1 presses, 2 drags, 3 all moves.
    let mouse: Int
    let bells: Int
    /// Whether the line discipline is as it was before the program started.
    let areModesRestored: Bool

    static func == (a: Screen, b: Screen) -> Bool {
        a.cells == b.cells && a.columns == b.columns && a.cursor == b.cursor
    }

    fileprivate init(_ session: OpaquePointer) {
        var state = pt_screen()
        pt_get_screen(session, &state)
        columns = Int(state.columns)
        rows = Int(state.rows)
        cursor = (Int(state.cursor_column), Int(state.cursor_row))
        isCursorVisible = state.cursor_visible != 0
        isAlternate = state.alternate_screen != 0
        mouse = Int(state.mouse)
        bells = Int(state.bells)
        areModesRestored = state.modes_restored != 0
        var cells: [Cell] = []
        for row in 0..<state.rows {
            for column in 0..<state.columns {
                var cell = pt_cell()
                pt_get_cell(session, row, column, &cell)
                let text = withUnsafeBytes(of: cell.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
                var shown = Cell(
                    text: text, columns: Int(cell.columns), foreground: Int(cell.foreground),
                    background: Int(cell.background), bold: cell.bold != 0, underline: cell.underline != 0,
                    reverse: cell.reverse != 0)
                // Behind a wide glyph there is nothing to see: what the emulator keeps there is older.
                if column > 0, let wide = cells.last, wide.columns == 2 {
                    shown = wide
                    (shown.text, shown.columns) = ("", 0)
                }
                cells.append(shown)
            }
        }
        self.cells = cells
    }

    func cell(_ column: Int, _ row: Int) -> Cell { cells[row * columns + column] }
    func row(_ row: Int) -> String { (0..<columns).map { cell($0, row).text }.joined() }
    var text: String { (0..<rows).map(row).joined(separator: "\n") }
    func contains(_ text: String) -> Bool { (0..<rows).contains { row($0).contains(text) } }

    /// Where another screen shows something else, in words for a failed test.
    func differences(from other: Screen) -> String {
        guard columns == other.columns, rows == other.rows else { return "another size" }
        let places = cells.indices.filter { cells[$0] != other.cells[$0] }
        let lines = places.prefix(6).map { "\($0 % columns),\($0 / columns): \(cells[$0]) ≠ \(other.cells[$0])" }
        return "cursor \(cursor) and \(other.cursor); \(places.count) cells: " + lines.joined(separator: "; ")
    }

    var testDescription: String {
        "modes restored \(areModesRestored), alternate \(isAlternate), cursor \(cursor) \(isCursorVisible), mouse \(mouse)\n\(text)"
    }

    /// The terminal is as a shell wants it.
    var isGivenBack: Bool { areModesRestored && !isAlternate && isCursorVisible && mouse == 0 }
}

private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { UnsafePointer<CChar>($0) } + [nil]
    return pointers.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("an array with an element has an address") }
        return body(base)
    }
}
