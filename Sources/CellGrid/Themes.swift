/// The colours of a theme at one depth, by what they mean.
private struct Palette {
    /// Behind everything, and the text on it; −1 the terminal's own.
    var background: Int16 = -1
    var text: Int16 = -1
    var muted: Int16
    var accent: Int16
    /// The two sides of the balance, and neither.
    var first: Int16
    var second: Int16
    var level: Int16
    var good: Int16
    var bad: Int16
    var warning: Int16
    /// Fills of the map: a letter stands on each.
    var firstFill: Int16
    var secondFill: Int16
    var levelFill: Int16
    var onFill: Int16
    /// Text and ground of what is selected.
    var onSelection: Int16
    var selection: Int16
    /// Where the palette has no grey, dim text asks the terminal for it.
    var mutedAttributes: Style.Attributes = []
    var sideAttributes: Style.Attributes = []

    func paint(_ role: Role) -> Paint {
        func ink(_ colour: Int16, _ attributes: Style.Attributes = []) -> Paint {
            Paint(colour, on: background, attributes)
        }
        return switch role {
        case .text, .title, .open: ink(text)
        case .dim, .border, .sliderTrack, .grid: ink(muted, mutedAttributes)
        case .focus: ink(accent, .bold)
        case .key, .slider, .prediction: ink(accent)
        case .mark, .lock: ink(text, .bold)
        case .firstSide: ink(first, sideAttributes)
        case .secondSide: ink(second)
        case .level, .band: ink(level, level == muted ? mutedAttributes : [])
        case .supported: ink(good)
        case .contradicted: ink(bad)
        case .warning: ink(warning, .bold)
        case .selection, .status: Paint(onSelection, on: selection)
        case .heatFirst: Paint(onFill, on: firstFill)
        case .heatSecond: Paint(onFill, on: secondFill)
        case .heatLevel: Paint(onFill, on: levelFill)
        }
    }
}

extension Theme {
    /// All themes, the default first.
    public static let all: [Theme] = [standard, light, dark, monochrome, highContrast]
    public static func named(_ id: String) -> Theme? { all.first { $0.id == id } }

    /// On the terminal's own background, whether it is light or dark. Blue and orange can be told apart without seeing
    /// red from green.
    public static let standard = Theme(
        id: "default",
        eight: Palette(
            muted: -1, accent: 6, first: 4, second: 3, level: -1, good: 6, bad: 5, warning: 1, firstFill: 6,
            secondFill: 3, levelFill: 7, onFill: 0, onSelection: 0, selection: 6, mutedAttributes: .dim,
            sideAttributes: .bold),
        sixteen: Palette(
            muted: 8, accent: 6, first: 12, second: 3, level: 8, good: 6, bad: 5, warning: 9, firstFill: 12,
            secondFill: 3, levelFill: 7, onFill: 0, onSelection: 0, selection: 6),
        indexed: Palette(
            muted: 243, accent: 31, first: 33, second: 166, level: 243, good: 31, bad: 162, warning: 160,
            firstFill: 75, secondFill: 215, levelFill: 250, onFill: 16, onSelection: 231, selection: 25))

    /// On a light background of its own.
    public static let light = Theme(
        id: "light",
        eight: Palette(
            background: 7, text: 0, muted: 0, accent: 4, first: 4, second: 1, level: 0, good: 4, bad: 5, warning: 1,
            firstFill: 4, secondFill: 1, levelFill: 0, onFill: 7, onSelection: 7, selection: 4),
        sixteen: Palette(
            background: 15, text: 0, muted: 8, accent: 4, first: 4, second: 1, level: 8, good: 4, bad: 5, warning: 1,
            firstFill: 4, secondFill: 1, levelFill: 8, onFill: 15, onSelection: 15, selection: 4),
        indexed: Palette(
            background: 231, text: 234, muted: 241, accent: 24, first: 26, second: 130, level: 240, good: 25, bad: 125,
            warning: 124, firstFill: 117, secondFill: 215, levelFill: 252, onFill: 16, onSelection: 231, selection: 24))

    /// On a dark background of its own.
    public static let dark = Theme(
        id: "dark",
        eight: Palette(
            background: 0, text: 7, muted: 7, accent: 6, first: 6, second: 3, level: 7, good: 6, bad: 5, warning: 3,
            firstFill: 6, secondFill: 3, levelFill: 7, onFill: 0, onSelection: 0, selection: 6),
        sixteen: Palette(
            background: 0, text: 15, muted: 7, accent: 14, first: 12, second: 11, level: 7, good: 14, bad: 13,
            warning: 11, firstFill: 12, secondFill: 11, levelFill: 7, onFill: 0, onSelection: 0, selection: 14),
        indexed: Palette(
            background: 234, text: 252, muted: 246, accent: 80, first: 75, second: 208, level: 248, good: 79, bad: 212,
            warning: 220, firstFill: 75, secondFill: 215, levelFill: 248, onFill: 16, onSelection: 16, selection: 80))

    /// No colours at all: bold, underline, reverse and dim.
    public static let monochrome = Theme(id: "monochrome") { role, _ in withoutColours(role) }

    /// Black, white and the brightest colours.
    public static let highContrast = Theme(
        id: "high-contrast",
        eight: Palette(
            background: 0, text: 7, muted: 7, accent: 6, first: 6, second: 3, level: 7, good: 6, bad: 3, warning: 3,
            firstFill: 6, secondFill: 3, levelFill: 7, onFill: 0, onSelection: 0, selection: 7, sideAttributes: .bold),
        sixteen: Palette(
            background: 0, text: 15, muted: 7, accent: 14, first: 14, second: 11, level: 15, good: 14, bad: 11,
            warning: 11, firstFill: 14, secondFill: 11, levelFill: 15, onFill: 0, onSelection: 0, selection: 15),
        indexed: Palette(
            background: 16, text: 231, muted: 253, accent: 123, first: 117, second: 214, level: 231, good: 122,
            bad: 219, warning: 227, firstFill: 117, secondFill: 214, levelFill: 231, onFill: 16, onSelection: 16,
            selection: 231))

    private init(id: String, eight: Palette, sixteen: Palette, indexed: Palette) {
        self.init(id: id) { role, depth in
            switch depth {
            case .none: Theme.withoutColours(role)
            case .eight: eight.paint(role)
            case .sixteen: sixteen.paint(role)
            case .indexed256: indexed.paint(role)
            }
        }
    }

    /// What stays of a theme where there are no colours.
    private static func withoutColours(_ role: Role) -> Paint {
        switch role {
        case .text, .secondSide, .slider, .open, .prediction: Paint()
        case .title, .firstSide, .mark, .supported, .key, .lock: Paint(attributes: .bold)
        case .dim, .border, .level, .sliderTrack, .band, .grid, .heatLevel: Paint(attributes: .dim)
        case .contradicted: Paint(attributes: .underline)
        case .heatSecond: Paint(attributes: [.underline])
        case .focus, .status, .selection: Paint(attributes: .reverse)
        case .warning: Paint(attributes: [.bold, .underline])
        case .heatFirst: Paint(attributes: [.bold, .reverse])
        }
    }
}
