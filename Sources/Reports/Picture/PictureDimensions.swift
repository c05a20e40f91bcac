import BalanceModel
import Wording

extension Picture {
    private enum Column {
        static let name = Picture.margin
        static let weight = 282.0
        static let bars = 400.0
        static let half = 104.0
        static let value = 516.0
        static let end = 612.0
    }

    /// A row a dimension: name, weight, and a bar from the middle towards the side that is ahead. A bar is as long as
    /// the advantage and as high as the weight.
    mutating func dimensions() {
        let rows = Double(model.dimensions.count)
        let row = min(60, (plotBottom - Self.plotTop) / rows)
        let size = min(15, max(Canvas.leastSize, row * 0.62))
        let weights = balance.dimensions.map(\.weight)
        let heaviest = weights.max() ?? 1
        let scale = balance.dimensions.allSatisfy { abs($0.advantage) <= 0.5 } ? 0.5 : 1
        dimensionHeads(scale, bottom: Self.plotTop + row * rows)
        let percents = words.numbers.percents(weights, rows > 8 || hasFractions(weights) ? 1 : 0)
        for i in model.dimensions.indices {
            let middle = Self.plotTop + row * (Double(i) + 0.5)
            let baseline = middle + size * 0.36
            dimensionName(i, baseline, size: size)
            canvas.text(
                percents[i], Column.weight, baseline, size: size, anchor: .end, width: 72)
            let result = balance.dimensions[i]
            let part = min(1, max(-1, result.advantage / scale))
            if part != 0 {
                let high = max(1, min(40, row * 0.76) * (heaviest > 0 ? result.weight / heaviest : 0)) / 2
                let end = Column.bars - part * Column.half
                canvas.polygon(
                    [
                        .init(Column.bars, middle - high), .init(end, middle - high), .init(end, middle + high),
                        .init(Column.bars, middle + high),
                    ], fill: fill(favouring: part), stroke: stroke(favouring: part))
            }
            let room = Column.end - Column.value
            canvas.text(
                lead(result.advantage, size: size, width: room), Column.value, baseline, size: size, width: room)
        }
        canvas.line(
            .init(Column.bars, Self.plotTop), .init(Column.bars, Self.plotTop + row * rows), color: Ink.text, width: 1.5
        )
    }

    private func hasFractions(_ weights: [Double]) -> Bool {
        weights.contains { abs(($0 * 100).rounded() - $0 * 100) > 1e-9 }
    }

    private mutating func dimensionHeads(_ scale: Double, bottom: Double) {
        let top = Self.panelsTop
        canvas.text(
            t("What drives it", "Ce qui la porte"), Column.name, top, size: 18, bold: true,
            width: Column.end - Column.name)
        canvas.text(
            t("bar length: advantage · bar height: weight", "longueur\u{00A0}: avantage · hauteur\u{00A0}: poids"),
            Column.name,
            top + 19, size: 12, color: Ink.faint, width: Column.end - Column.name)
        let baseline = Self.plotTop - 8
        let room = Column.half - 12
        canvas.text(
            t("weight", "poids"), Column.weight, baseline, size: 12, anchor: .end, color: Ink.faint, width: 70)
        canvas.text(
            lead(scale, 1, size: 12, width: room), Column.bars - Column.half, baseline, size: 12, color: Ink.faint,
            width: room)
        canvas.text("0", Column.bars, baseline, size: 12, anchor: .middle, color: Ink.faint, width: 20)
        canvas.text(
            lead(-scale, 1, size: 12, width: room), Column.bars + Column.half, baseline, size: 12, anchor: .end,
            color: Ink.faint, width: room)
        for part in [-1.0, -0.5, 0.5, 1] {
            let x = Column.bars + part * Column.half
            canvas.line(.init(x, Self.plotTop), .init(x, bottom), color: Ink.track)
        }
    }

    /// The full name where all have room for it, else the short one: a list mixes no names of two kinds.
    private mutating func dimensionName(_ i: Int, _ baseline: Double, size: Double) {
        let room = 170.0
        let fits = model.dimensions.indices.allSatisfy {
            TextMetrics.width(words.dimension($0), size: size) <= room
        }
        canvas.text(
            fits ? words.dimension(i) : words.dimensionShort(i), Column.name, baseline, size: size, width: room)
    }
}
