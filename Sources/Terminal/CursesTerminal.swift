import CellGrid
import CursesShim

/// The terminal that the program runs in, through ncurses.
///
/// One at a time: it belongs to the process.
public final class CursesTerminal: Terminal {
    public private(set) var size: Size
    public let colourDepth: ColourDepth
    public let isUTF8: Bool

    private var painter: CellPainter
    private var decoder: KeyDecoder
    private let escapeDelay: Duration
    private var readBuffer = [UInt8](repeating: 0, count: 4096)
    private var queue: [TerminalEvent] = []
    /// Decoded ahead, to know that there is one.
    private var nextInput: Input?
    /// When an Escape without anything behind it becomes a key.
    private var patienceEnd: ContinuousClock.Instant?
    private var isOpen = true

    /// Takes the terminal over; it is given back whatever ends the process.
    ///
    /// - Parameters:
    ///   - term: the value of TERM, for errors to name.
    ///   - noColour: use no colours (NO_COLOR is set and not empty).
    /// - Throws: `TerminalError`, with nothing written to the terminal.
    public init(term: String?, noColour: Bool) throws(TerminalError) {
        switch Int(cs_open(noColour ? 0 : 1)) {
        case CS_OPEN: break
        case CS_NOT_A_TERMINAL: throw .notATerminal
        case CS_UNKNOWN_TERMINAL: throw .unknownTerminal(term ?? "")
        case CS_CANNOT_ADDRESS: throw .dumb(term ?? "")
        default: throw .failed
        }
        size = Self.currentSize
        colourDepth = Self.depth(colours: Int(cs_colours()))
        isUTF8 = cs_is_utf8() != 0
        painter = CellPainter(depth: colourDepth, isUTF8: isUTF8)
        decoder = KeyDecoder(sequences: Self.keySequences, encoding: Self.encoding(isUTF8: isUTF8))
        escapeDelay = .milliseconds(Int(cs_escape_delay()))
    }

    deinit { close() }

    public func show(_ grid: Grid, theme: Theme) {
        guard isOpen else { return }
        painter.paint(grid, theme: theme, size: size)
    }

    public var wake: @Sendable () -> Void { { cs_wake() } }
    public func repaint() { painter.forget() }
    public func setMouse(_ on: Bool) { cs_mouse(on ? 1 : 0) }
    public func beep() { cs_beep() }

    public func setWill(_ will: Will?) {
        guard let will else {
            _ = cs_set_will(nil, nil, -1, nil, 0)
            return
        }
        _ = cs_set_will(will.temporary, will.path, will.mode.map { Int32($0) } ?? -1, will.bytes, will.bytes.count)
    }

    public func copyToClipboard(_ text: String) -> Bool {
        let longest = 74_994  // What xterm takes, and with it most.
        guard isOpen, text.utf8.count <= longest / 4 * 3 else { return false }
        return cs_copy(Base64.encode(Array(text.utf8))) != 0
    }

    public func suspend() { suspend(CS_STOP_GROUP) }

    public func close() {
        guard isOpen else { return }
        isOpen = false
        cs_close()
    }

    /// The signal that asked the program to end after it had stopped asking, or 0.
    public static var pendingSignal: Int32 { cs_last_signal() }

    /// Ends the process by a signal, the terminal given back, so that its parent sees the true status.
    public static func end(bySignal signal: Int32) -> Never { cs_die(signal) }

    private func suspend(_ how: Int) {
        guard isOpen, cs_suspend(Int32(how)) != 0 else { return }
        queue.append(.resumed)
        noteSize()
    }

    /// Whatever the terminal showed is lost.
    private func noteSize() {
        painter.forget()
        let now = Self.currentSize
        if now != size { queue.append(.resized(now)) }
        size = now
    }
}

// MARK: - Events

extension CursesTerminal {
    public var pendingInput: Bool {
        guard isOpen else { return false }
        if nextInput == nil { nextInput = decoder.next() }
        return nextInput != nil || cs_pending() != 0
    }

    public func nextEvent(timeoutMilliseconds: Int?) -> TerminalEvent {
        let clock = ContinuousClock()
        let deadline = timeoutMilliseconds.map { clock.now + .milliseconds(max(0, $0)) }
        while true {
            guard isOpen else { return .hangup }
            let signal = cs_quit_signal()
            if signal != 0 { return .signal(signal) }
            if !queue.isEmpty { return queue.removeFirst() }
            if let input = nextInput ?? decoder.next() {
                nextInput = nil
                return .input(input)
            }
            if !decoder.isUndecided {
                patienceEnd = nil
            } else if patienceEnd == nil {
                patienceEnd = clock.now + escapeDelay
            }
            let until = [deadline, patienceEnd].compactMap(\.self).min()
            let happened = Int(cs_wait(Self.milliseconds(from: clock.now, to: until)))
            if happened == CS_TIMEOUT {
                guard let end = patienceEnd, clock.now >= end else { return .timeout }
                decoder.decide()
            } else if let event = handle(happened) {
                return event
            }
        }
    }

    /// `nil`: look again.
    private func handle(_ happened: Int) -> TerminalEvent? {
        if happened & CS_QUIT != 0 { return nil }
        if happened & CS_STOPPED != 0 {
            suspend(CS_STOP_SELF)
        } else if happened & CS_CONTINUED != 0 {
            suspend(CS_NO_STOP)
        }
        if happened & CS_RESIZED != 0 { resize() }
        if happened & CS_WOKEN != 0 { queue.append(.wakeUp) }
        if happened & CS_INPUT != 0 {
            let count = readBuffer.withUnsafeMutableBufferPointer { cs_read($0.baseAddress, Int32($0.count)) }
            if count < 0 { return .hangup }
            decoder.feed(readBuffer.prefix(Int(count)))
            patienceEnd = nil
        } else if happened & CS_HANGUP != 0 {
            return .hangup
        }
        return nil
    }

    private func resize() {
        cs_resize()
        painter.forget()
        size = Self.currentSize
        // Told even when the size is the same again: the terminal may have moved or cut what it showed.
        queue.removeAll { if case .resized = $0 { true } else { false } }
        queue.append(.resized(size))
    }

    /// Rounded up, so that a wait never ends just before its time; −1 without end.
    private static func milliseconds(from now: ContinuousClock.Instant, to end: ContinuousClock.Instant?) -> Int32 {
        guard let end else { return -1 }
        let (seconds, attoseconds) = max(.zero, end - now).components
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        return Int32(seconds) * 1000 + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}

// MARK: - What the terminal is

extension CursesTerminal {
    private static var currentSize: Size { Size(Int(cs_width()), Int(cs_height())) }

    private static func depth(colours: Int) -> ColourDepth {
        switch colours {
        case ..<8: .none
        case ..<16: .eight
        case ..<256: .sixteen
        case 256: .indexed256
        default: .eight  // Direct colour: a number is a colour of its own, but for the first eight.
        }
    }

    private static func encoding(isUTF8: Bool) -> KeyDecoder.Encoding {
        isUTF8 ? .utf8 : .singleByte((UInt8(128)...255).map { cs_scalar_of_byte($0) })
    }

    private static var keySequences: [[UInt8]: Key] {
        var result: [[UInt8]: Key] = [:]
        var bytes = [UInt8](repeating: 0, count: 32)
        var index: Int32 = 0
        while true {
            var code: Int32 = 0
            let count = bytes.withUnsafeMutableBufferPointer {
                cs_key_sequence(index, $0.baseAddress, Int32($0.count), &code)
            }
            guard count >= 0 else { return result }
            if count > 0, let key = key(code: Int(code)) { result[Array(bytes.prefix(Int(count)))] = key }
            index += 1
        }
    }

    private static func key(code: Int) -> Key? {
        switch code {
        case CS_KEY_UP: .up
        case CS_KEY_DOWN: .down
        case CS_KEY_LEFT: .left
        case CS_KEY_RIGHT: .right
        case CS_KEY_HOME: .home
        case CS_KEY_END: .end
        case CS_KEY_PAGE_UP: .pageUp
        case CS_KEY_PAGE_DOWN: .pageDown
        case CS_KEY_INSERT: .insert
        case CS_KEY_DELETE: .delete
        case CS_KEY_BACKSPACE: .backspace
        case CS_KEY_ENTER: .enter
        case CS_KEY_BACK_TAB: .backTab
        case (CS_KEY_FUNCTION + 1)...: .function(code - CS_KEY_FUNCTION)
        default: nil
        }
    }
}
