/// What a reader did at the terminal.
public enum Input: Sendable, Hashable {
    case key(Key)
    case mouse(MouseEvent)
    case resize(Size)
}

/// A key, whatever bytes the terminal sent for it.
public enum Key: Sendable, Hashable {
    /// A printable character, accents whole.
    case character(Character)
    case control(Character)
    case up, down, left, right, home, end, pageUp, pageDown, insert, delete, backspace, enter, tab, backTab, escape
    case function(Int)
}

public struct MouseEvent: Sendable, Hashable {
    public enum Kind: Sendable, Hashable { case press, drag, release, wheelUp, wheelDown }
    public var kind: Kind
    public var at: Point
    public init(_ kind: Kind, at: Point) {
        self.kind = kind
        self.at = at
    }
}
