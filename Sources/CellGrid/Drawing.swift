extension Grid {
    /// A box with rounded corners and a title in its upper edge.
    public mutating func box(_ rect: Rect, title: String = "", style: Style = .border, titleStyle: Style = .title) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        let right = rect.right - 1
        let bottom = rect.bottom - 1
        fill(Rect(rect.x + 1, rect.y, rect.width - 2, 1), "─", style)
        fill(Rect(rect.x + 1, bottom, rect.width - 2, 1), "─", style)
        fill(Rect(rect.x, rect.y + 1, 1, rect.height - 2), "│", style)
        fill(Rect(right, rect.y + 1, 1, rect.height - 2), "│", style)
        put("╭", rect.x, rect.y, style)
        put("╮", right, rect.y, style)
        put("╰", rect.x, bottom, style)
        put("╯", right, bottom, style)
        guard !title.isEmpty, rect.width >= 8 else { return }
        put(" \(title.fitted(to: rect.width - 6)) ", rect.x + 2, rect.y, titleStyle)
    }

    /// Wrapped text; returns the number of lines drawn. What does not fit ends with an ellipsis.
    @discardableResult
    public mutating func paragraph(_ text: String, in rect: Rect, _ style: Style = .text) -> Int {
        guard !rect.isEmpty else { return 0 }
        let lines = text.wrapped(to: rect.width)
        for (i, line) in lines.prefix(rect.height).enumerated() {
            let cut = i == rect.height - 1 && lines.count > rect.height
            put(cut ? line.continued(within: rect.width) : line, rect.x, rect.y + i, style)
        }
        return min(lines.count, rect.height)
    }

    /// A slider: a track with a knob at `value` and, where given, a mark; both 0…1.
    public mutating func slider(
        _ x: Int, _ y: Int, width: Int, value: Double, mark: Double? = nil, focused: Bool = false, locked: Bool = false
    ) {
        guard width > 0 else { return }
        func column(_ fraction: Double) -> Int {
            x + Int((min(max(fraction, 0), 1) * Double(width - 1)).rounded())
        }
        let knob = column(value)
        fill(Rect(x, y, width, 1), "─", Style(.sliderTrack))
        fill(Rect(x, y, knob - x, 1), "━", Style(.slider))
        if let mark { put("┊", column(mark), y, Style(.mark, .bold)) }
        put(locked ? "■" : "●", knob, y, Style(focused ? .focus : .slider, .bold))
    }

    /// A bar from the middle: to the left for the first side, to the right for the second, with eighths of a cell.
    /// `value` in −1…1, positive to the left.
    public mutating func divergingBar(_ x: Int, _ y: Int, width: Int, value: Double, middle: Character = "│") {
        guard width >= 3 else { return }
        let half = (width - 1) / 2
        let centre = x + half
        put(String(middle), centre, y, Style(.border))
        let eighths = Int((min(abs(value), 1) * Double(half) * 8).rounded())
        let full = eighths / 8
        let part = eighths % 8
        if value > 0 {
            let style = Style(.firstSide)
            fill(Rect(centre - full, y, full, 1), "█", style)
            // Only left-aligned eighths exist: the open end to the left is the reverse of the complement.
            if part > 0 {
                put(String(Self.leftEighths[8 - part]), centre - full - 1, y, style.with(.reverse))
            }
        } else {
            let style = Style(.secondSide)
            fill(Rect(centre + 1, y, full, 1), "█", style)
            if part > 0 { put(String(Self.leftEighths[part]), centre + 1 + full, y, style) }
        }
    }

    /// Blocks filled from the left by 0…8 eighths.
    public static let leftEighths: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
    /// Blocks filled from below by 0…8 eighths.
    public static let lowerEighths: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}

/// A canvas of braille dots, two columns and four rows a cell.
public struct BrailleCanvas: Sendable {
    public let width: Int
    public let height: Int
    private var dots: [UInt8]

    /// `width` and `height` in cells.
    public init(width: Int, height: Int) {
        self.width = max(0, width)
        self.height = max(0, height)
        dots = Array(repeating: 0, count: self.width * self.height)
    }

    /// Sets the dot at (x, y), y downwards; outside nothing happens.
    public mutating func set(_ x: Int, _ y: Int) {
        guard x >= 0, y >= 0, x < width * 2, y < height * 4 else { return }
        let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
        dots[(y / 4) * width + x / 2] |= bits[x % 2][y % 4]
    }

    /// A straight line between two dots.
    public mutating func line(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) {
        let steps = min(max(abs(x1 - x0), abs(y1 - y0), 1), 10_000)
        for step in 0...steps {
            let part = Double(step) / Double(steps)
            set(
                x0 + Int((Double(x1 - x0) * part).rounded()), y0 + Int((Double(y1 - y0) * part).rounded()))
        }
    }

    /// Adds the dots of another canvas of the same size.
    public mutating func formUnion(_ other: BrailleCanvas) {
        guard other.width == width, other.height == height else { return }
        for i in dots.indices { dots[i] |= other.dots[i] }
    }

    /// Whether a cell has a dot.
    public func hasDots(_ x: Int, _ y: Int) -> Bool {
        x >= 0 && y >= 0 && x < width && y < height && dots[y * width + x] != 0
    }

    /// The braille character of a cell, or `nil` where no dot is set.
    public func character(_ x: Int, _ y: Int) -> Character? {
        guard x >= 0, y >= 0, x < width, y < height else { return nil }
        let value = dots[y * width + x]
        guard value != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(value)) else { return nil }
        return Character(scalar)
    }
}

extension Grid {
    /// Draws a canvas' dots; cells without a dot stay as they are.
    public mutating func draw(_ canvas: BrailleCanvas, at x: Int, _ y: Int, _ style: Style) {
        for row in 0..<canvas.height {
            for column in 0..<canvas.width {
                if let character = canvas.character(column, row) { put(String(character), x + column, y + row, style) }
            }
        }
    }
}
