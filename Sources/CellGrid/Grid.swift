/// One cell: a grapheme cluster and its style. The second column of a wide glyph is a cell with `scalar` 0.
public struct Cell: Sendable, Equatable {
    /// The first scalar; 0 in the second column of a wide glyph.
    public var scalar: UInt32
    /// The scalars that follow it, at most three; 0 where there are none.
    public var marks: (UInt32, UInt32, UInt32)
    public var style: Style
    /// 1 or 2 columns; 0 in the second column of a wide glyph.
    public var width: UInt8

    public init(scalar: UInt32 = 0x20, style: Style = .text, width: UInt8 = 1) {
        self.scalar = scalar
        marks = (0, 0, 0)
        self.style = style
        self.width = width
    }

    public static let blank = Cell()

    public static func == (a: Cell, b: Cell) -> Bool {
        a.scalar == b.scalar && a.style == b.style && a.marks == b.marks && a.width == b.width
    }

    /// What the cell shows; empty in the second column of a wide glyph.
    public var text: String {
        var result = ""
        for value in [scalar, marks.0, marks.1, marks.2] where value != 0 {
            if let scalar = Unicode.Scalar(value) { result.unicodeScalars.append(scalar) }
        }
        return result
    }
}

/// A rectangle of cells to draw on. Whatever lies outside is cut off: no drawing traps or writes beyond an edge, and a
/// wide glyph never straddles one.
public struct Grid: Sendable, Equatable {
    public let size: Size
    public private(set) var cells: [Cell]
    /// Where the hardware cursor stands; `nil` hides it.
    public var cursor: Point?

    public init(_ size: Size) {
        self.size = Size(max(0, size.width), max(0, size.height))
        cells = Array(repeating: .blank, count: self.size.width * self.size.height)
    }

    public var bounds: Rect { Rect(size) }

    /// The cell at a place; blank outside.
    public subscript(x: Int, y: Int) -> Cell {
        x >= 0 && y >= 0 && x < size.width && y < size.height ? cells[y * size.width + x] : .blank
    }

    /// A row's text, without trailing spaces.
    public func row(_ y: Int) -> String {
        var text = ""
        for x in 0..<size.width { text += self[x, y].text }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// All rows, one a line.
    public var text: String { (0..<size.height).map(row).joined(separator: "\n") }

    /// Draws a text from (x, y); returns the column behind it. Cut at `clip` (default: the grid).
    @discardableResult
    public mutating func put(_ text: some StringProtocol, _ x: Int, _ y: Int, _ style: Style = .text, clip: Rect? = nil)
        -> Int
    {
        let area = clip?.intersection(bounds) ?? bounds
        guard y >= area.y, y < area.bottom else { return x + DisplayWidth.of(text) }
        var column = x
        if DisplayWidth.simpleCount(text) != nil {
            for scalar in text.unicodeScalars {
                set(Cell(scalar: scalar.value, style: style), column, y, area)
                column += 1
            }
            return column
        }
        for character in text {
            if let ascii = character.asciiValue, character.utf8.count == 1 {
                let visible = ascii < 0x20 || ascii == 0x7F ? 0xFFFD : UInt32(ascii)
                set(Cell(scalar: visible, style: style), column, y, area)
                column += 1
            } else {
                column += put(character, column, y, style, area)
            }
        }
        return column
    }

    private mutating func put(_ character: Character, _ x: Int, _ y: Int, _ style: Style, _ area: Rect) -> Int {
        let width = DisplayWidth.width(of: character)
        var cell = Cell(scalar: 0, style: style, width: UInt8(width))
        var count = 0
        for scalar in character.unicodeScalars {
            switch count {
            case 0: cell.scalar = Self.visible(scalar)
            case 1: cell.marks.0 = scalar.value
            case 2: cell.marks.1 = scalar.value
            case 3: cell.marks.2 = scalar.value
            default: break  // A curses cell holds no more.
            }
            count += 1
        }
        if DisplayWidth.width(of: Unicode.Scalar(cell.scalar) ?? " ") == 0 {
            cell = Cell(scalar: 0x25CC, style: style, width: 1)  // A mark with nothing to stand on.
        }
        set(cell, x, y, area)
        return width
    }

    /// Control characters, separators and bidirectional controls never reach a terminal raw.
    private static func visible(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: 0xFFFD
        case .format: scalar.value == 0xAD ? 0x2D : 0xFFFD
        default: scalar.value
        }
    }

    private mutating func set(_ cell: Cell, _ x: Int, _ y: Int, _ area: Rect) {
        guard x >= area.x, x < area.right, y >= area.y, y < area.bottom else { return }
        var cell = cell
        if cell.width == 2 && x + 1 >= area.right { cell = Cell(scalar: 0x20, style: cell.style) }
        let place = y * size.width + x
        clearBroken(x, y)
        cells[place] = cell
        if cell.width == 2 {
            clearBroken(x + 1, y)
            cells[place + 1] = Cell(scalar: 0, style: cell.style, width: 0)
        }
    }

    /// Blanks the other half of a wide glyph that the cell at (x, y) is a half of.
    private mutating func clearBroken(_ x: Int, _ y: Int) {
        let place = y * size.width + x
        if cells[place].width == 0, x > 0 { cells[place - 1] = Cell(style: cells[place - 1].style) }
        if cells[place].width == 2, x + 1 < size.width { cells[place + 1] = Cell(style: cells[place + 1].style) }
    }

    /// Fills a rectangle with one narrow character.
    public mutating func fill(_ rect: Rect, _ character: Character = " ", _ style: Style = .text) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty, let scalar = character.unicodeScalars.first else { return }
        let cell = Cell(scalar: scalar.value, style: style)
        for y in area.y..<area.bottom {
            // Only at its ends can a wide glyph reach out of the row's part.
            clearBroken(area.x, y)
            clearBroken(area.right - 1, y)
            for place in (y * size.width + area.x)..<(y * size.width + area.right) { cells[place] = cell }
        }
    }

    /// Adds attributes to what is drawn.
    public mutating func highlight(_ rect: Rect, _ attributes: Style.Attributes) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        for y in area.y..<area.bottom {
            for x in area.x..<area.right { cells[y * size.width + x].style.attributes.formUnion(attributes) }
        }
    }

    /// Gives what is drawn another style.
    public mutating func restyle(_ rect: Rect, _ style: Style) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        for y in area.y..<area.bottom {
            for x in area.x..<area.right { cells[y * size.width + x].style = style }
        }
    }
}
