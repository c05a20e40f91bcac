/// SVG elements in the order they are painted.
struct Canvas: Sendable {
    enum Anchor: String, Sendable { case start, middle, end }

    /// Where a text stands, by its estimated width.
    struct TextBox: Sendable {
        var text: String
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
    }

    struct Point: Sendable {
        var x: Double
        var y: Double
        init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    private(set) var elements: [String] = []
    private(set) var textBoxes: [TextBox] = []

    /// The smallest size a text is shrunk to before it is cut.
    static let leastSize = 10.0

    /// One line of text on the baseline `y`. One that is wider than `width` shrinks down to the size `least`, then loses
    /// its end.
    mutating func text(
        _ text: String, _ x: Double, _ y: Double, size: Double, anchor: Anchor = .start, bold: Bool = false,
        color: String = Ink.text, width: Double, least: Double = Canvas.leastSize
    ) {
        guard !text.isEmpty, width > 0 else { return }
        let natural = TextMetrics.width(text, size: size, bold: bold)
        let size = natural > width ? max(min(size, least), size * width / natural) : size
        let shown = TextMetrics.fitted(text, size: size, bold: bold, to: width * 1.0001)
        let drawn = TextMetrics.width(shown, size: size, bold: bold)
        let left = anchor == .start ? x : anchor == .end ? x - drawn : x - drawn / 2
        textBoxes.append(
            TextBox(text: shown, left: left, right: left + drawn, top: y - size * 0.8, bottom: y + size * 0.22))
        let weight = bold ? " font-weight=\"bold\"" : ""
        let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        elements.append(
            "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\" "
                + "fill=\"\(color)\"\(weight)\(place)>\(Self.escaped(shown))</text>")
    }

    mutating func line(
        _ from: Point, _ to: Point, color: String = Ink.text, width: Double = 1, dashes: String? = nil
    ) {
        let dash = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
        elements.append(
            "<line x1=\"\(Self.number(from.x))\" y1=\"\(Self.number(from.y))\" x2=\"\(Self.number(to.x))\" "
                + "y2=\"\(Self.number(to.y))\" stroke=\"\(color)\" stroke-width=\"\(Self.number(width))\"\(dash)/>")
    }

    /// `opacity` is that of the fill, in per cent.
    mutating func polygon(
        _ points: [Point], fill: String, opacity: Int = 100, stroke: String? = nil, width: Double = 1
    ) {
        let see = opacity < 100 ? " fill-opacity=\"\(opacity)%\"" : ""
        let outline = stroke.map { " stroke=\"\($0)\" stroke-width=\"\(Self.number(width))\"" } ?? ""
        elements.append("<polygon points=\"\(Self.list(points))\" fill=\"\(fill)\"\(see)\(outline)/>")
    }

    mutating func polyline(_ points: [Point], color: String = Ink.text, width: Double, dashes: String? = nil) {
        let dash = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
        elements.append(
            "<polyline points=\"\(Self.list(points))\" fill=\"none\" stroke=\"\(color)\" "
                + "stroke-width=\"\(Self.number(width))\" stroke-linejoin=\"round\"\(dash)/>")
    }

    mutating func circle(_ center: Point, radius: Double, fill: String, stroke: String, width: Double) {
        elements.append(
            "<circle cx=\"\(Self.number(center.x))\" cy=\"\(Self.number(center.y))\" r=\"\(Self.number(radius))\" "
                + "fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"\(Self.number(width))\"/>")
    }

    private static func list(_ points: [Point]) -> String {
        points.map { number($0.x) + "," + number($0.y) }.joined(separator: " ")
    }

    /// A coordinate, to a tenth of a pixel.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e6 else { return "0" }
        let tenths = Int((abs(value) * 10).rounded())
        let sign = value < 0 && tenths > 0 ? "-" : ""
        return sign + "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)")
    }

    /// Text as XML has it, without the characters that XML 1.0 forbids.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
                result += scalar == "\n" || scalar == "\t" || scalar == "\r" ? " " : "\u{FFFD}"
            case _ where scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// Colours that differ in hue for most colour-blind readers, and in lightness on paper.
enum Ink {
    static let text = "#1a1a1a"
    static let faint = "#4d4d4d"
    static let grid = "#b3b3b3"
    static let track = "#e0e0e0"
    static let first = "#1f5fa8"
    static let second = "#9a4a00"
    /// The second side is hatched, so that the two differ without any colour.
    static let secondFill = "url(#fulcrum-second)"
    static let pattern =
        "<pattern id=\"fulcrum-second\" patternUnits=\"userSpaceOnUse\" width=\"6\" height=\"6\" "
        + "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fbd9ae\"/>"
        + "<rect width=\"2.5\" height=\"6\" fill=\"#b85c00\"/></pattern>"
}
