import BalanceModel
import Wording

/// One picture for a slide: the beam with its verdict, the dimensions with their weights, the outlook. Dark on a
/// transparent ground, 1200 × 675, taller only where many dimensions need the room.
struct Picture {
    let input: ReportInput
    let words: Words
    var canvas = Canvas()

    static let width = 1200.0
    static let margin = 40.0
    static let panelsTop = 338.0
    /// First baseline of what a panel draws below its heading and caption.
    static let plotTop = 386.0
    static let leastRow = 13.0
    private static let leastHeight = 675.0
    private static let footerRoom = 58.0
    private static let small = 12.0

    init(_ input: ReportInput) {
        self.input = input
        words = Words(input.model, input.language)
        heading()
        beam()
        dimensions()
        outlook()
        footer()
    }

    var model: Model { input.model }
    var balance: Balance { input.balance }
    var height: Double {
        max(Self.leastHeight, Self.plotTop + Double(model.dimensions.count) * Self.leastRow + Self.footerRoom)
    }
    /// Bottom of the panels.
    var plotBottom: Double { height - Self.footerRoom }

    func t(_ en: String, _ fr: String) -> String { words.t(en, fr) }
    func fill(favouring value: Double) -> String { value > 0 ? Ink.first : Ink.secondFill }
    func stroke(favouring value: Double) -> String { value > 0 ? Ink.first : Ink.second }

    private mutating func heading() {
        let room = Self.width - 2 * Self.margin
        canvas.text(model.title(input.language), Self.margin, 50, size: 30, bold: true, width: room, least: 18)
        canvas.text(
            Words.capitalised(words.settingsLine(balance.settings, scenario: input.scenario)), Self.margin, 77,
            size: 16,
            color: Ink.faint, width: room, least: 13)
    }

    /// Whose view it is; the program, and the command that draws this again where there is room for all of it.
    private mutating func footer() {
        let room = Self.width - 2 * Self.margin
        if let origin = origin(room: room) {
            canvas.text(origin, Self.margin, height - 28, size: Self.small, color: Ink.faint, width: room)
        }
        let command = input.program + " · " + ReproducingCommand.line(input.command)
        let fits = TextMetrics.width(command, size: Self.small) <= room
        canvas.text(
            fits ? command : input.program, Self.margin, height - 12, size: Self.small, color: Ink.faint, width: room)
    }

    /// A value with its side in at most `width`: the side's name gives way, never the number.
    func lead(_ value: Double, _ decimals: Int = 2, size: Double, bold: Bool = false, width: Double) -> String {
        let text = words.lead(value, decimals)
        guard TextMetrics.width(text, size: size, bold: bold) > width, value != 0 else { return text }
        let name = words.short(value > 0 ? .first : .second)
        let number = String(text.dropFirst(name.count))
        let room = width - TextMetrics.width(number, size: size, bold: bold)
        return TextMetrics.fitted(name, size: size, bold: bold, to: room) + number
    }

    var rendered: String {
        let size = "\(Canvas.number(Self.width)) \(Canvas.number(height))"
        let head =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Canvas.number(Self.width))\" "
            + "height=\"\(Canvas.number(height))\" viewBox=\"0 0 \(size)\" role=\"img\" "
            + "aria-labelledby=\"fulcrum-title fulcrum-desc\" xml:lang=\"\(input.language.rawValue)\" "
            + "font-family=\"sans-serif\">"
        let title =
            model.title(input.language) + words.colon + words.verdictSentence(balance.value)
            + " · " + words.year(balance.settings.year)
        return
            ([
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", head,
                "<title id=\"fulcrum-title\">\(Canvas.escaped(title))</title>",
                "<desc id=\"fulcrum-desc\">\(Canvas.escaped(description))</desc>", "<defs>\(Ink.pattern)</defs>",
            ] + canvas.elements + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    /// The picture in words, for those who don't see it.
    private var description: String {
        let dimensions = model.dimensions.indices.map { i in
            "\(words.dimension(i)) \(words.lead(balance.dimensions[i].advantage))"
        }.joined(separator: ", ")
        return [
            words.verdictSentence(balance.value),
            certainty, words.flip(balance), dimensions, words.parity(balance),
            model.about?(input.language),
        ].compactMap { $0.map(Words.capitalised) }.map { $0.hasSuffix(".") ? $0 : $0 + "." }
            .joined(separator: " ") + " " + ReproducingCommand.line(input.command)
    }

    /// What all weightings say, and how probable the lead is where that is simulated.
    var certainty: String {
        let share = words.acceptability(balance.robustness.acceptability, at: balance.value)
        let likely = input.simulation.map { words.likelihood($0.firstLeads, balance) } ?? []
        return ([share] + likely.prefix(1)).joined(separator: " · ")
    }

    /// As many sentences of what the model says about itself as have room, the first of them at least: whose view this
    /// is must travel with the picture.
    private func origin(room: Double) -> String? {
        guard let about = model.about?(input.language) else { return nil }
        let words = about.split(separator: " ")
        var text = ""
        var whole = ""
        for word in words {
            text += (text.isEmpty ? "" : " ") + word
            guard let end = word.last, ".?!".contains(end) else { continue }
            if !whole.isEmpty, TextMetrics.width(text, size: Self.small) > room { break }
            whole = text
        }
        return whole.isEmpty ? text : whole
    }
}
