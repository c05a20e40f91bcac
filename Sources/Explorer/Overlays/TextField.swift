import BalanceModel
import CellGrid

/// A line of text being typed, with its cursor.
struct TextField: Sendable, Hashable {
    private(set) var characters: [Character] = []
    /// Characters before the cursor.
    private(set) var cursor = 0
    /// Longest text taken.
    var limit = 200

    init(_ text: String = "") {
        characters = Array(text)
        cursor = characters.count
    }

    var text: String { String(characters) }

    /// Edits with a key; false when the key is not one of editing.
    mutating func press(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(character)
        case .backspace where cursor > 0:
            cursor -= 1
            characters.remove(at: cursor)
        case .backspace: break
        case .delete: if cursor < characters.count { characters.remove(at: cursor) }
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = characters.count
        case .control("u"):
            characters.removeFirst(cursor)
            cursor = 0
        default: return false
        }
        return true
    }

    private mutating func insert(_ character: Character) {
        let scalar = character.unicodeScalars.first ?? " "
        // Invisible where it is typed, and refused in the reader's files.
        guard scalar.properties.generalCategory != .format,
            !character.unicodeScalars.contains(where: Printable.isCommand)
        else { return }
        // A combining mark typed alone joins the character before it.
        if cursor > 0, DisplayWidth.width(of: scalar) == 0 {
            let joined = String(characters[cursor - 1]) + String(character)
            if joined.count == 1 { characters[cursor - 1] = Character(joined) }
            return
        }
        guard characters.count < limit else { return }
        characters.insert(character, at: cursor)
        cursor += 1
    }
}

extension Painter {
    /// Draws a field with the hardware cursor in it, scrolled so that the cursor shows.
    mutating func field(_ field: TextField, _ x: Int, _ y: Int, width: Int) {
        guard width > 1 else { return }
        var start = 0
        func columns(_ range: Range<Int>) -> Int { DisplayWidth.of(String(field.characters[range])) }
        while columns(start..<field.cursor) > width - 1 { start += 1 }
        grid.fill(Rect(x, y, width, 1), " ", Style(.text, .underline))
        var shown = String(field.characters[start...])
        if start > 0, let first = field.characters.dropFirst(start).first {
            shown = "…" + String(repeating: " ", count: DisplayWidth.of(String(first)) - 1) + shown.dropFirst()
        }
        grid.put(shown, x, y, Style(.text, .underline), clip: Rect(x, y, width, 1))
        grid.cursor = Point(x + columns(start..<field.cursor), y)
    }
}
