import CellGrid

/// What a terminal has to tell, one thing at a time.
public enum TerminalEvent: Sendable, Hashable {
    case input(Input)
    /// The window has another size; what it shows is lost until the next `show`.
    case resized(Size)
    /// A signal that asks the program to end: SIGTERM, SIGINT (Ctrl-C), SIGHUP or SIGQUIT. Save, close, then end by it
    /// (`CursesTerminal.end(bySignal:)`), within five seconds. Asking for the next event instead declines.
    case signal(Int32)
    /// The program is back from a suspension; what the terminal shows is lost until the next `show`.
    case resumed
    /// The terminal is gone.
    case hangup
    /// Another thread called `wake`.
    case wakeUp
    /// Nothing happened in the given time.
    case timeout
}

/// Why a terminal can't be used.
public enum TerminalError: Error, Sendable, Hashable {
    /// Standard input or output is a file, a pipe or closed.
    case notATerminal
    /// No description has the name in TERM (empty where it is unset).
    case unknownTerminal(String)
    /// The terminal of this name can't move its cursor.
    case dumb(String)
    /// The terminal library could not start.
    case failed
}

/// A file that a fatal signal, which leaves no time for a save, still writes.
public struct Will: Sendable, Hashable {
    /// A name that is free, in the same directory as `path`.
    public var temporary: String
    /// Where the file ends up, whole, in place of one that is there.
    public var path: String
    /// Its rights; `nil` for those that any new file gets.
    public var mode: UInt32?
    public var bytes: [UInt8]

    public init(temporary: String, path: String, mode: UInt32?, bytes: [UInt8]) {
        self.temporary = temporary
        self.path = path
        self.mode = mode
        self.bytes = bytes
    }
}

/// A screen of cells and what a reader does at it.
///
/// Used from one thread, but for `wake`, which any thread may call.
public protocol Terminal: AnyObject {
    /// In cells.
    var size: Size { get }
    /// What `show` can make of a theme.
    var colourDepth: ColourDepth { get }
    /// Whether more than ASCII can be shown; without, `show` transliterates.
    var isUTF8: Bool { get }

    /// Makes the terminal show a grid, sending what differs from the last one.
    ///
    /// A grid of another size is cut, or filled up with blanks.
    func show(_ grid: Grid, theme: Theme)

    /// Waits for the next event, at most so many milliseconds; without end where `nil`.
    func nextEvent(timeoutMilliseconds: Int?) -> TerminalEvent

    /// Whether `nextEvent` would have an input at once: read them all before drawing.
    var pendingInput: Bool { get }

    /// Ends a `nextEvent` that waits, or the next one, with `.wakeUp`.
    var wake: @Sendable () -> Void { get }

    /// Has the next `show` send every cell, whatever the terminal shows now.
    func repaint()

    /// Asks for mouse events, or for none, which leaves the mouse to the terminal's own selection.
    func setMouse(_ on: Bool)
    /// Has a fatal signal (a trap, a fault) write a file before the process dies by it; `nil`: nothing any more.
    func setWill(_ will: Will?)
    /// Makes the terminal call for attention.
    func beep()
    /// Hands a text to the clipboard of the reader's terminal; false where that is impossible or the text too long.
    /// True is no promise: terminals may refuse without a word.
    @discardableResult
    func copyToClipboard(_ text: String) -> Bool
    /// Gives the terminal back and stops, as Ctrl-Z does; `.resumed` follows when the reader comes back.
    func suspend()
    /// Gives the terminal back for good; may be called twice.
    func close()
}
