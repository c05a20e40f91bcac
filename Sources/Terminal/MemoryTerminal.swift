import CellGrid

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A terminal without a terminal: plays a script of events and remembers what was shown.
public final class MemoryTerminal: Terminal {
    public private(set) var size: Size
    public let colourDepth: ColourDepth
    public let isUTF8: Bool

    /// All grids shown, as they were given, the last one last.
    public private(set) var shown: [Grid] = []
    /// The theme of the last grid shown.
    public private(set) var theme: Theme?
    /// Texts handed to the clipboard.
    public private(set) var copied: [String] = []
    public private(set) var beeps = 0
    public private(set) var suspensions = 0
    public private(set) var isMouseOn = false
    public private(set) var will: Will?
    public private(set) var isClosed = false

    private var script: [TerminalEvent]
    private var position = 0
    private let wakeUp = WakeUpFlag()

    /// `script` is what `nextEvent` gives, in order; then it gives `.hangup`, so that no loop runs for ever.
    public init(
        size: Size = Size(80, 24), colourDepth: ColourDepth = .indexed256, isUTF8: Bool = true,
        script: [TerminalEvent] = []
    ) {
        self.size = size
        self.colourDepth = colourDepth
        self.isUTF8 = isUTF8
        self.script = script
    }

    /// A script of keys.
    public convenience init(size: Size = Size(80, 24), keys: [Key]) {
        self.init(size: size, script: keys.map { .input(.key($0)) })
    }

    /// Adds to the script.
    public func play(_ events: [TerminalEvent]) { script += events }

    /// The last grid shown.
    public var screen: Grid? { shown.last }

    public func show(_ grid: Grid, theme: Theme) {
        shown.append(grid)
        self.theme = theme
    }

    public func nextEvent(timeoutMilliseconds: Int?) -> TerminalEvent {
        if wakeUp.take() { return .wakeUp }
        guard position < script.count else { return timeoutMilliseconds == nil ? .hangup : .timeout }
        let event = script[position]
        position += 1
        if case .resized(let newSize) = event { size = newSize }
        return event
    }

    public var pendingInput: Bool {
        guard position < script.count, case .input = script[position] else { return false }
        return true
    }

    public var wake: @Sendable () -> Void {
        let wakeUp = wakeUp
        return { wakeUp.raise() }
    }

    public func repaint() {}
    public func setMouse(_ on: Bool) { isMouseOn = on }
    public func setWill(_ will: Will?) { self.will = will }
    public func beep() { beeps += 1 }

    public func copyToClipboard(_ text: String) -> Bool {
        copied.append(text)
        return true
    }

    public func suspend() {
        suspensions += 1
        script.insert(.resumed, at: position)
    }

    public func close() { isClosed = true }
}

/// Whether a wake-up was asked for; several are one, as at a real terminal.
private final class WakeUpFlag: @unchecked Sendable {  // The lock guards `asked`.
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var asked = false

    init() { pthread_mutex_init(lock, nil) }

    deinit {
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    func raise() { _ = exchange(true) }
    func take() -> Bool { exchange(false) }

    private func exchange(_ value: Bool) -> Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        let former = asked
        asked = value
        return former
    }
}
