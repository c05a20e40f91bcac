import CellGrid

extension Key {
    /// A key as a configuration file names it: a character, `space`, `enter`, `pgup`, `f1`, `ctrl-r` and the like;
    /// `nil` for anything else.
    public init?(named name: String) {
        if name.count == 1, let character = name.first {
            self = .character(character)
            return
        }
        let lower = name.lowercased()
        if let known = Self.names[lower] {
            self = known
        } else if lower.hasPrefix("ctrl-"), lower.count == 6, let letter = lower.last, letter.isASCII, letter.isLetter,
            !Self.neverArriving.contains(letter)
        {
            self = .control(letter)
        } else if lower.first == "f", let number = Int(lower.dropFirst()), (1...12).contains(number) {
            self = .function(number)
        } else {
            return nil
        }
    }

    /// What a terminal sends as Ctrl with these is another key or a signal.
    private static let neverArriving: Set<Character> = ["c", "h", "i", "j", "m", "z"]

    private static let names: [String: Key] = [
        "space": .character(" "), "enter": .enter, "tab": .tab, "shift-tab": .backTab, "escape": .escape,
        "backspace": .backspace, "delete": .delete, "insert": .insert, "up": .up, "down": .down, "left": .left,
        "right": .right, "home": .home, "end": .end, "pgup": .pageUp, "pgdn": .pageDown,
    ]

    /// For messages: what a key may be called.
    public static let nameExamples = "x, space, enter, tab, pgup, f1, ctrl-r"
}
