import BalanceModel
import Wording

extension Picture {
    /// A beam on its fulcrum, heavier on the side that leads; the bar along it is as long as the lead, the whole arm
    /// standing for 1.
    mutating func beam() {
        let pivot = Canvas.Point(Self.width / 2, 168)
        let arm = Self.width / 2 - 60
        let tilt = 22 * min(1, max(-1, balance.value / 0.5))
        func onBeam(_ part: Double) -> Canvas.Point {
            // Part −1 is the first side's end, on the left; it sinks when that side leads.
            Canvas.Point(pivot.x + part * arm, pivot.y - part * tilt)
        }
        func bar(from: Double, to: Double, half: Double) -> [Canvas.Point] {
            let a = onBeam(from)
            let b = onBeam(to)
            return [
                .init(a.x, a.y - half), .init(b.x, b.y - half), .init(b.x, b.y + half), .init(a.x, a.y + half),
            ]
        }
        canvas.polygon(bar(from: -1, to: 1, half: 5), fill: Ink.track, stroke: Ink.faint)
        if balance.value != 0 {
            let end = -min(1, max(-1, balance.value))
            canvas.polygon(
                bar(from: 0, to: end, half: 12), fill: fill(favouring: balance.value),
                stroke: stroke(favouring: balance.value), width: 1.5)
        }
        canvas.polygon(
            [.init(pivot.x, pivot.y + 5), .init(pivot.x - 26, pivot.y + 50), .init(pivot.x + 26, pivot.y + 50)],
            fill: Ink.text)
        names(onBeam(-1), onBeam(1))
        valueLabel(onBeam(-balance.value / 2), pivot)
        verdictLines()
    }

    /// Over the ends of the beam, clear of it all along.
    private mutating func names(_ left: Canvas.Point, _ right: Canvas.Point) {
        let room = 460.0
        let slope = (right.y - left.y) / (right.x - left.x)
        for side in Side.allCases {
            let name = words.name(side)
            let covered = min(room, TextMetrics.width(name, size: 23, bold: true))
            let end = side == .first ? left : right
            let inner = end.y + slope * (side == .first ? covered : -covered)
            canvas.text(
                name, end.x, min(end.y, inner) - 20, size: 23, anchor: side == .first ? .start : .end, bold: true,
                color: side == .first ? Ink.first : Ink.second, width: room, least: 13)
        }
    }

    /// Under the bar, beside the fulcrum.
    private mutating func valueLabel(_ middle: Canvas.Point, _ pivot: Canvas.Point) {
        guard balance.value != 0 else { return }
        let room = 300.0
        let label = lead(balance.value, size: 19, bold: true, width: room)
        let half = TextMetrics.width(label, size: 19, bold: true) / 2
        let distance = max(abs(middle.x - pivot.x), half + 38)
        let x = pivot.x - distance * (balance.value > 0 ? 1 : -1)
        canvas.text(
            label, x, middle.y + 37, size: 19, anchor: .middle, bold: true, color: stroke(favouring: balance.value),
            width: room)
    }

    private mutating func verdictLines() {
        let room = Self.width - 2 * Self.margin
        let centre = Self.width / 2
        canvas.text(
            words.verdictSentence(balance.value), centre, 252, size: 26, anchor: .middle, bold: true, width: room,
            least: 15)
        canvas.text(
            Words.capitalised(certainty), centre, 279,
            size: 17, anchor: .middle, width: room, least: 12)
        canvas.text(
            Words.capitalised(words.flip(balance)), centre, 303, size: 17, anchor: .middle, color: Ink.faint,
            width: room, least: 12)
    }
}
