/// What a cell is for; a theme says what colour that is. No colour is named outside a theme.
public enum Role: UInt8, Sendable, CaseIterable {
    case text, dim, title, border, focus, firstSide, secondSide, level, slider, sliderTrack, mark, supported, open
    case contradicted, key, status, warning, selection, heatFirst, heatSecond, heatLevel, band, grid, lock, prediction
}

/// A role and the attributes added to it.
public struct Style: Sendable, Hashable {
    public struct Attributes: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let bold = Attributes(rawValue: 1)
        public static let underline = Attributes(rawValue: 2)
        public static let reverse = Attributes(rawValue: 4)
        public static let dim = Attributes(rawValue: 8)
        public static let italic = Attributes(rawValue: 16)
    }

    public var role: Role
    public var attributes: Attributes

    public init(_ role: Role = .text, _ attributes: Attributes = []) {
        self.role = role
        self.attributes = attributes
    }

    public static let text = Style(.text)
    public static let dim = Style(.dim)
    public static let title = Style(.title, .bold)
    public static let border = Style(.border)
    public static let key = Style(.key, .bold)

    public func with(_ more: Attributes) -> Style { Style(role, attributes.union(more)) }
    public static func role(_ role: Role) -> Style { Style(role) }
    public static func bold(_ role: Role) -> Style { Style(role, .bold) }
}

/// A size in cells.
public struct Size: Sendable, Hashable {
    public var width: Int
    public var height: Int
    public init(_ width: Int, _ height: Int) {
        self.width = width
        self.height = height
    }
}

/// A place in a grid: column and row from the top left, from 0.
public struct Point: Sendable, Hashable {
    public var x: Int
    public var y: Int
    public init(_ x: Int, _ y: Int) {
        self.x = x
        self.y = y
    }
}

/// A rectangle of cells; never of negative size.
public struct Rect: Sendable, Hashable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int

    public init(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
        self.x = x
        self.y = y
        self.width = max(0, width)
        self.height = max(0, height)
    }

    public init(_ size: Size) { self.init(0, 0, size.width, size.height) }

    public var right: Int { x + width }
    public var bottom: Int { y + height }
    public var isEmpty: Bool { width == 0 || height == 0 }
    public var size: Size { Size(width, height) }
    public func contains(_ point: Point) -> Bool {
        point.x >= x && point.x < right && point.y >= y && point.y < bottom
    }

    public func inset(_ dx: Int, _ dy: Int) -> Rect { Rect(x + dx, y + dy, width - 2 * dx, height - 2 * dy) }
    /// The part that both cover.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(left, top, min(right, other.right) - left, min(bottom, other.bottom) - top)
    }

    /// Splits off `rows` at the top.
    public func top(_ rows: Int) -> (Rect, Rect) {
        let taken = min(max(0, rows), height)
        return (Rect(x, y, width, taken), Rect(x, y + taken, width, height - taken))
    }

    /// Splits off `rows` at the bottom.
    public func bottom(_ rows: Int) -> (Rect, Rect) {
        let taken = min(max(0, rows), height)
        return (Rect(x, bottom - taken, width, taken), Rect(x, y, width, height - taken))
    }

    /// Splits off `columns` at the left.
    public func left(_ columns: Int) -> (Rect, Rect) {
        let taken = min(max(0, columns), width)
        return (Rect(x, y, taken, height), Rect(x + taken, y, width - taken, height))
    }

    /// Splits into `count` columns, as equal as whole cells allow, the wider ones first.
    public func columns(_ count: Int) -> [Rect] {
        guard count > 0 else { return [] }
        var result: [Rect] = []
        var left = x
        for i in 0..<count {
            let cells = width / count + (i < width % count ? 1 : 0)
            result.append(Rect(left, y, cells, height))
            left += cells
        }
        return result
    }
}
