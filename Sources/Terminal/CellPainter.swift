import CellGrid
import CursesShim

/// Hands to curses what differs between the grid to show and the last one shown.
struct CellPainter {
    private let depth: ColourDepth
    private let isUTF8: Bool
    private var last: Grid?
    private var theme: Theme?
    private var paints: [(pair: Int16, attributes: UInt8)] = []
    private var run: [cs_cell] = []

    init(depth: ColourDepth, isUTF8: Bool) {
        self.depth = depth
        self.isUTF8 = isUTF8
    }

    /// The terminal shows nothing of what it was given: the next grid goes out whole.
    mutating func forget() { last = nil }

    mutating func paint(_ grid: Grid, theme newTheme: Theme, size: Size) {
        if theme?.id != newTheme.id {
            choosePaints(newTheme)
            last = nil
        }
        if last == nil || last?.size != grid.size { cs_repaint() }
        let former = last?.size == grid.size ? last : nil
        let width = min(grid.size.width, size.width)
        for y in 0..<min(grid.size.height, size.height) { paintRow(y, of: grid, former: former, width: width) }
        if let cursor = grid.cursor, Rect(size).contains(cursor) {
            cs_cursor(Int32(cursor.y), Int32(cursor.x))
        } else {
            cs_cursor(-1, -1)
        }
        cs_flush()
        last = grid
    }

    private mutating func choosePaints(_ newTheme: Theme) {
        theme = newTheme
        cs_forget_pairs()
        paints = Role.allCases.map { role in
            let paint = newTheme.paint(role, depth)
            let pair = cs_pair(Int32(paint.foreground), Int32(paint.background))
            return (Int16(max(0, pair)), paint.attributes.rawValue)
        }
        cs_background(Int32(paints[Int(Role.text.rawValue)].pair))
    }

    private mutating func paintRow(_ y: Int, of grid: Grid, former: Grid?, width: Int) {
        let row = y * grid.size.width..<y * grid.size.width + width
        let cells = grid.cells[row]
        var x = 0
        while let changed = Self.change(in: cells, from: former?.cells[row], after: x) {
            run.removeAll(keepingCapacity: true)
            for column in changed {
                let cell = cells[row.lowerBound + column]
                append(cell, fits: column + Int(cell.width) <= width)
            }
            cs_put(Int32(y), Int32(changed.lowerBound), run, Int32(run.count))
            x = changed.upperBound
        }
    }

    /// The next columns that differ, at or after a place; they start and end at whole glyphs.
    static func change(in row: ArraySlice<Cell>, from former: ArraySlice<Cell>?, after place: Int) -> Range<Int>? {
        let base = row.startIndex
        guard let former else { return place < row.count ? place..<row.count : nil }
        var start = place
        while start < row.count, row[base + start] == former[former.startIndex + start] { start += 1 }
        guard start < row.count else { return nil }
        var end = start + 1
        if row[base + start].width == 0, start > place { start -= 1 }
        while end < row.count {
            let cell = row[base + end]
            if cell.width != 0, cell == former[former.startIndex + end] { break }
            end += 1
        }
        return start..<end
    }

    private mutating func append(_ cell: Cell, fits: Bool) {
        let paint = paints[Int(cell.style.role.rawValue)]
        let shown = isUTF8 ? cell : ASCIIFallback.cell(cell)
        let attributes = paint.attributes | shown.style.attributes.rawValue
        func add(_ scalars: (UInt32, UInt32, UInt32, UInt32), columns: Int) {
            run.append(cs_cell(scalars: scalars, pair: paint.pair, attributes: attributes, columns: UInt8(columns)))
        }
        if shown.width == 0 { return }
        if !fits { return add((0x20, 0, 0, 0), columns: 1) }
        if shown.scalar < 0x7F, shown.marks == (0, 0, 0) { return add((shown.scalar, 0, 0, 0), columns: 1) }
        let glyph = SafeGlyph(shown) { Int(cs_columns($0)) }
        add(glyph.scalars, columns: glyph.columns)
        if glyph.follower != 0 { add((glyph.follower, 0, 0, 0), columns: 1) }
    }
}

/// A cell's content that curses, the C library and `DisplayWidth` give the same width: where they disagree it is
/// replaced, so that nothing to its right is out of line.
struct SafeGlyph {
    /// A scalar and marks of no width.
    private(set) var scalars: (UInt32, UInt32, UInt32, UInt32)
    /// 1 or 2: what the C library says.
    private(set) var columns: Int
    /// What stands in a column that `scalars` leaves free; 0 where there is none.
    private(set) var follower: UInt32 = 0

    /// `width` is the C library's number of columns of a scalar, −1 where it doesn't know it.
    init(_ cell: Cell, width: (UInt32) -> Int) {
        let marks = Self.marks(of: cell, width: width)
        scalars = (cell.scalar, marks.0, marks.1, marks.2)
        columns = width(cell.scalar)
        if columns == Int(cell.width) { return }
        if columns != 1 {
            scalars = (width(0xFFFD) == 1 ? 0xFFFD : 0x3F, 0, 0, 0)
            columns = 1
        }
        guard cell.width == 2 else { return }
        follower = 0x20
        // A flag: its two letters, which terminals draw as one glyph or as two, of two columns or of four.
        if let first = Self.letter(cell.scalar), let second = Self.letter(cell.marks.0) {
            scalars = (first, 0, 0, 0)
            follower = second
        }
    }

    /// The marks up to the first that takes a column or joins what follows, without variation selectors.
    private static func marks(of cell: Cell, width: (UInt32) -> Int) -> (UInt32, UInt32, UInt32) {
        var kept: [UInt32] = []
        for mark in [cell.marks.0, cell.marks.1, cell.marks.2] where mark != 0 {
            if mark == 0x200D || width(mark) != 0 { break }
            if !(0xFE00...0xFE0F).contains(mark) { kept.append(mark) }
        }
        kept += [0, 0, 0]
        return (kept[0], kept[1], kept[2])
    }

    private static func letter(_ scalar: UInt32) -> UInt32? {
        (0x1F1E6...0x1F1FF).contains(scalar) ? scalar - 0x1F1E6 + 0x41 : nil
    }
}
