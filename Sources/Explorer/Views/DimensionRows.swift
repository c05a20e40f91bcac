import BalanceModel
import CellGrid
import Wording

/// The dimensions as a table; columns that don't fit fall away, the name, the weight and the advantage never.
struct DimensionRows {
    private let area: Rect
    private var nameWidth = 0
    private var pointsX: Int?
    private var slider: (x: Int, width: Int)?
    private var weightX = 0
    private var bar: (x: Int, width: Int)?
    private var leadX = 0
    private var driftX: Int?
    private var tipX: Int?
    /// The trend tells its side by name, not by the arrow alone.
    private var namesSide = false

    private static func title(_ painter: Painter) -> String { painter.t("Dimensions", "Dimensions") }

    init(_ painter: Painter, _ area: Rect) {
        self.area = area
        let shorts = painter.model.dimensions.indices.map { painter.words.dimensionShort($0) }
        let longest = painter.dimensionNames(.max).map { DisplayWidth.of($0) }.max() ?? 0
        let shortest = (shorts + [Self.title(painter)]).map { DisplayWidth.of($0) }.max() ?? 0
        // Fixed columns: marker 1, weight 5, lead 9; the others come as room is left.
        var room = area.width - 1 - 6 - 10
        nameWidth = min(shortest, max(8, room))
        room -= nameWidth + 1
        let showsTip = room >= 7 + 16
        if showsTip { room -= 7 }
        var driftWidth = room >= 11 + 14 ? 11 : 0
        room -= driftWidth
        let showsPoints = room >= 6 + 24
        if showsPoints { room -= 6 }
        // With its side where sliders and bars keep enough.
        let drifts = painter.balance.dimensions.map { DisplayWidth.of(painter.driftText($0.reading.drift)) + 1 }
        let more = (drifts.max() ?? 0) - driftWidth
        if driftWidth > 0, room - max(0, more) >= 22 {
            namesSide = true
            driftWidth += max(0, more)
            room -= max(0, more)
        }
        if room >= 26 + longest - nameWidth {
            room -= longest - nameWidth
            nameWidth = longest
        }
        place(room, points: showsPoints, drift: driftWidth, tip: showsTip)
    }

    /// Slider and bar share what room is left; then every column gets its place.
    private mutating func place(_ room: Int, points: Bool, drift: Int, tip: Bool) {
        var sliderWidth = 0
        var barWidth = 0
        if room >= 22 {
            barWidth = min(41, room / 2 - 1)
            sliderWidth = min(40, room - barWidth - 2)
        } else if room >= 8 {
            sliderWidth = room - 1
        }
        var x = area.x + 1 + nameWidth + 1
        if points {
            pointsX = x
            x += 6
        }
        if sliderWidth > 0 {
            slider = (x, sliderWidth)
            x += sliderWidth + 1
        }
        weightX = x
        x += 6
        if barWidth >= 7 {
            bar = (x, barWidth - (1 - barWidth % 2))
            x += barWidth + 1
        }
        leadX = x
        x += 10
        if drift > 0 {
            driftX = x
            x += drift
        }
        if tip { tipX = x }
    }

    func render(_ painter: inout Painter) {
        let count = painter.model.dimensions.count
        var focused = 0
        if case .dimension(let i) = painter.state.focus { focused = i }
        let rows = area.height - 1
        let start = Window.start(of: focused, in: count, showing: rows)
        heading(&painter, painter.rowsShown(start, rows, of: count))
        let weights = painter.numbers.weights(painter.balance.dimensions.map(\.weight))
        let names = painter.dimensionNames(nameWidth)
        for row in 0..<max(0, min(rows, count - start)) {
            draw(start + row, names[start + row], weights[start + row], area.y + 1 + row, &painter)
        }
    }

    private func heading(_ painter: inout Painter, _ shown: String) {
        func put(_ text: String, _ x: Int, _ style: Style = .dim) {
            painter.grid.put(text, x, area.y, style, clip: area)
        }
        put(Self.title(painter).fitted(to: nameWidth), area.x + 1, .title)
        if let pointsX { put("points", pointsX) }
        if let slider { put(shown.fitted(to: slider.width - 1), slider.x) }
        put(painter.t("weight", "poids").padded(to: 6, alignRight: true), weightX - 1)
        if let bar {
            let first = painter.words.short(.first)
            let second = painter.words.short(.second)
            put(first.fitted(to: 8), bar.x, Style(.firstSide))
            let cut = second.fitted(to: 8)
            put(cut, bar.x + bar.width - DisplayWidth.of(cut), Style(.secondSide))
        }
        put(painter.t("advantage", "avantage"), leadX)
        if let driftX { put(painter.t("drift", "dérive"), driftX) }
        if let tipX { put(painter.t("tips at", "seuil"), tipX) }
    }

    private func draw(_ i: Int, _ name: String, _ weight: String, _ y: Int, _ painter: inout Painter) {
        let focus = Focus.dimension(i)
        let focused = painter.isFocused(focus)
        let result = painter.balance.dimensions[i]
        let row = Rect(area.x, y, area.width, 1)
        painter.hit(row, .focus(focus))
        painter.grid.put(focused ? "▸" : " ", area.x, y, Style(.focus, .bold), clip: row)
        painter.grid.put(name, area.x + 1, y, focused ? Style(.text, .bold) : .text, clip: row)
        if painter.state.overlays.isEmpty && focused && slider == nil { painter.grid.cursor = Point(area.x + 1, y) }
        if let pointsX {
            painter.grid.put(
                painter.numbers.plain(result.points).padded(to: 5, alignRight: true), pointsX, y, clip: row)
        }
        if let slider { painter.slider(focus, slider.x, y, width: slider.width, mark: painter.tippingPoints(i)) }
        painter.grid.put(weight.padded(to: 6, alignRight: true), weightX - 1, y, clip: row)
        if let bar { painter.grid.divergingBar(bar.x, y, width: bar.width, value: result.advantage) }
        let marked = painter.usesThesisInstead(i) ? "*" : ""
        painter.grid.put(
            painter.words.lead(result.advantage) + marked, leadX, y,
            painter.style(favouring: result.advantage), clip: row)
        if let driftX {
            let drift = result.reading.drift
            let text =
                namesSide
                ? painter.driftText(drift) : painter.words.driftArrow(drift) + " " + painter.words.drift(drift)
            painter.grid.put(text, driftX, y, .dim, clip: row)
        }
        if let tipX { painter.grid.put(painter.tippingShort(i), tipX, y, Style(.mark), clip: row) }
    }
}

extension Painter {
    /// The tipping weight as a place on the points slider 0…1; `nil` where no points reach it.
    func tippingPoints(_ i: Int) -> Double? {
        guard let tipping = balance.dimensions[i].tippingWeight else { return nil }
        return state.pointsForTipping(i, weight: tipping).map { $0 / Limits.points.upperBound }
    }

    /// “39%” of weight, or a dash where no weight brings parity or where there is parity, whatever its rounding.
    func tippingShort(_ i: Int) -> String { tippingWeight(i) ?? "–" }

    /// “39%”; `nil` where no weight brings parity, and at parity.
    func tippingWeight(_ i: Int) -> String? {
        guard balance.favoured != nil, let weight = balance.dimensions[i].tippingWeight else { return nil }
        return numbers.percent(weight * 100)
    }

    /// Evidence was asked for, but nothing is counted.
    func usesThesisInstead(_ i: Int) -> Bool {
        state.settings.reading == .evidence && balance.dimensions[i].reading.reading == .thesis
    }
}

extension State {
    /// The points that give a dimension a weight, the others' points staying; `nil` beyond 0…100.
    func pointsForTipping(_ i: Int, weight: Double) -> Double? {
        let present = balance.dimensions[i].weight
        guard present < 1, weight < 1 else { return nil }
        // Weight over rest is proportional to points, with or without the terrain shift.
        let rest = weight / (1 - weight)
        let now = present / (1 - present)
        let locked = settings.locked.contains(true)
        let total = settings.points.reduce(0, +)
        let points: Double
        if locked && !settings.terrainShift {
            points = weight * total
        } else if now > 0 {
            points = settings.points[i] * rest / now
        } else {
            points = (total - settings.points[i]) * rest
        }
        return Limits.points.contains(points) ? points : nil
    }
}
