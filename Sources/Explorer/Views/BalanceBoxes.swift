import BalanceModel
import CellGrid
import Wording

/// The main view as boxes in a grid; `nil` where they don't all fit.
struct BalanceBoxes {
    private let balanceBox: Rect
    private let dimensionBoxes: [Rect]
    private let interactionBoxes: [Rect]
    private let dynamicBoxes: [Rect]
    private let takeaways: Rect
    private let detail: Rect

    private static let panelHeight = 5
    private static let leastPanelWidth = 37

    init?(_ model: Model, _ rect: Rect) {
        guard rect.width >= 110 else { return nil }
        // Interactions fill up the rows of the dimensions; dynamics have a row of their own.
        let panels = model.dimensions.count + model.interactions.count
        let columns = max(1, min(panels, rect.width / Self.leastPanelWidth))
        let rows = (panels + columns - 1) / columns
        let perRow = (panels + rows - 1) / rows
        let moving = model.dynamics.count
        let movingRows = (moving + columns - 1) / columns
        let movingPerRow = movingRows == 0 ? 1 : (moving + movingRows - 1) / movingRows
        let takeawayHeight = max(8, model.takeaways.count + 2)
        guard 6 + Self.panelHeight * (rows + movingRows) + takeawayHeight <= rect.height else { return nil }

        var below: Rect
        (balanceBox, below) = rect.top(6)
        var boxes: [Rect]
        (boxes, below) = Self.panels(panels, perRow, below)
        dimensionBoxes = Array(boxes.prefix(model.dimensions.count))
        interactionBoxes = Array(boxes.dropFirst(model.dimensions.count))
        (dynamicBoxes, below) = Self.panels(moving, movingPerRow, below)
        let half = below.left(max(56, below.width / 2))
        takeaways = Rect(half.0.x, half.0.y, half.0.width, min(below.height, takeawayHeight))
        detail = half.1
    }

    private static func panels(_ count: Int, _ perRow: Int, _ rect: Rect) -> ([Rect], Rect) {
        var boxes: [Rect] = []
        var below = rect
        while boxes.count < count {
            let row: Rect
            (row, below) = below.top(panelHeight)
            boxes += row.columns(min(perRow, count - boxes.count))
        }
        return (boxes, below)
    }

    func render(_ painter: inout Painter) {
        balance(&painter)
        let weights = painter.numbers.weights(painter.balance.dimensions.map(\.weight))
        for (i, box) in dimensionBoxes.enumerated() { dimension(i, weights[i], box, &painter) }
        for (k, box) in interactionBoxes.enumerated() { interaction(k, box, &painter) }
        for (d, box) in dynamicBoxes.enumerated() { dynamic(d, box, &painter) }
        takeawayList(&painter)
        let focus = painter.state.focus
        frame(painter.detailTitle(focus), detail, nil, &painter)
        painter.detail(focus, detail.inset(2, 1))
    }

    private func balance(_ painter: inout Painter) {
        frame(painter.t("Balance", "Balance"), balanceBox, nil, &painter)
        let inside = balanceBox.inset(2, 1)
        painter.beam(Rect(inside.x, inside.y, inside.width, 1))
        let centre = inside.x + (inside.width - 1) / 2
        painter.grid.put("▲", centre, inside.y + 1, Style(.text, .bold))
        painter.pieces(painter.verdictPieces(inside.width), inside.x, inside.y + 2, in: inside)
        painter.robustnessLine(Rect(inside.x, inside.y + 3, inside.width, 1))
    }

    /// A box, marked as focused where its focus is; the mouse finds it.
    private func frame(_ title: String, _ box: Rect, _ focus: Focus?, _ painter: inout Painter) {
        let focused = focus.map(painter.isFocused) ?? false
        painter.grid.box(
            box, title: (focused ? "▸ " : "") + title, style: focused ? Style(.focus) : .border,
            titleStyle: focused ? Style(.focus, .bold) : .title)
        if let focus { painter.hit(box, .focus(focus)) }
        if focused, painter.state.overlays.isEmpty { painter.grid.cursor = Point(box.x + 3, box.y) }
    }

    private func dimension(_ i: Int, _ weight: String, _ box: Rect, _ painter: inout Painter) {
        let focus = Focus.dimension(i)
        // Boxes differ by a column: the names by the narrowest, so that all are whole or all are short.
        let width = (dimensionBoxes.map(\.width).min() ?? box.width) - 8
        frame(painter.dimensionNames(width)[i], box, focus, &painter)
        let inside = box.inset(2, 1)
        let result = painter.balance.dimensions[i]
        let points = painter.numbers.plain(result.points)
        sliderLine(
            focus, "points " + points.padded(to: 4, alignRight: true), weight, painter.tippingPoints(i), inside,
            &painter)
        advantageLine(i, inside, &painter)
        let drift = painter.driftText(result.reading.drift)
        painter.pieces(
            [(drift, .dim), (painter.tippingText(i, inside.width - DisplayWidth.of(drift) - 3), .text)],
            inside.x, inside.y + 2, in: inside)
    }

    private func sliderLine(
        _ focus: Focus, _ label: String, _ end: String, _ mark: Double?, _ inside: Rect, _ painter: inout Painter
    ) {
        let x = painter.grid.put(label + " ", inside.x, inside.y, .text, clip: inside)
        painter.slider(focus, x, inside.y, width: inside.right - x - 7, mark: mark)
        painter.grid.put(
            end.padded(to: 6, alignRight: true), inside.right - 6, inside.y, Style(.text, .bold), clip: inside)
    }

    private func advantageLine(_ i: Int, _ inside: Rect, _ painter: inout Painter) {
        let y = inside.y + 1
        let result = painter.balance.dimensions[i]
        let lead = painter.words.lead(result.advantage) + (painter.usesThesisInstead(i) ? "*" : "")
        let first = painter.words.short(.first).fitted(to: 6)
        let second = painter.words.short(.second).fitted(to: 6)
        let left = painter.grid.put(first + " ", inside.x, y, Style(.firstSide), clip: inside)
        let width = inside.width - (left - inside.x) - DisplayWidth.of(second) - 1 - 10
        let odd = max(3, width - (1 - abs(width % 2)))
        painter.grid.divergingBar(left, y, width: odd, value: result.advantage)
        painter.grid.put(" " + second, left + odd, y, Style(.secondSide), clip: inside)
        let style = painter.style(favouring: result.advantage).with(.bold)
        painter.grid.put(lead.padded(to: 9, alignRight: true), inside.right - 9, y, style, clip: inside)
    }

    private func dynamic(_ d: Int, _ box: Rect, _ painter: inout Painter) {
        let focus = Focus.dynamic(d)
        frame(
            painter.fitting([painter.words.dynamic(d), painter.words.dynamicShort(d)], box.width - 8), box, focus,
            &painter)
        let inside = box.inset(2, 1)
        let result = painter.balance.dynamics[d]
        sliderLine(
            focus, painter.t("intensity", "intensité"), painter.numbers.percent(result.intensity),
            result.tippingIntensity.map { $0 / 100 }, inside, &painter)
        effectLine(focus, inside, &painter)
        painter.grid.put(painter.tippingText(dynamic: d, inside.width), inside.x, inside.y + 2, .dim, clip: inside)
    }

    private func effectLine(_ focus: Focus, _ inside: Rect, _ painter: inout Painter) {
        let words = painter.words
        let label = painter.t("effect ", "effet ")
        let effects = zip(painter.effectYears, painter.effects(of: focus)).enumerated()
        let pieces = effects.flatMap { place, effect -> [(String, Style)] in
            let year = (place == 0 ? "" : " · ") + words.year(effect.0) + " "
            return [(year, .dim), (words.lead(effect.1, 3), painter.style(favouring: effect.1))]
        }
        let width = pieces.reduce(0) { $0 + DisplayWidth.of($1.0) }
        var x = inside.x
        if width + DisplayWidth.of(label) <= inside.width {
            x = painter.grid.put(label, x, inside.y + 1, .dim, clip: inside)
        }
        for (text, style) in pieces { x = painter.grid.put(text, x, inside.y + 1, style, clip: inside) }
    }

    private func interaction(_ k: Int, _ box: Rect, _ painter: inout Painter) {
        let focus = Focus.interaction(k)
        let name = painter.t("Interaction: ", "Interaction\u{00A0}: ") + painter.words.interaction(k)
        frame(painter.fitting([name, painter.words.interaction(k)], box.width - 8), box, focus, &painter)
        let inside = box.inset(2, 1)
        let acted = painter.interactionText(k)
        painter.grid.put(acted.fitted(to: inside.width), inside.x, inside.y, .text, clip: inside)
        effectLine(focus, inside, &painter)
        let claims = painter.model.interactions[k].claims.joined(separator: ", ")
        if !claims.isEmpty { painter.grid.put("(\(claims))", inside.x, inside.y + 2, .dim, clip: inside) }
    }

    private func takeawayList(_ painter: inout Painter) {
        let title = painter.t("Key takeaways", "Points clés") + " · " + painter.words.takeawayCount(painter.balance)
        frame(title, takeaways, nil, &painter)
        let inside = takeaways.inset(1, 1)
        var focused = 0
        if case .takeaway(let k) = painter.state.focus { focused = k }
        let start = Window.start(of: focused, in: painter.model.takeaways.count, showing: inside.height)
        for row in 0..<max(0, min(inside.height, painter.model.takeaways.count - start)) {
            painter.takeawayRow(start + row, Rect(inside.x, inside.y + row, inside.width, 1), withWord: true)
        }
    }
}
