import BalanceModel
import Wording

extension Picture {
    /// The plot of the outlook: years to the right, the first side up.
    private struct Axes {
        var left = 736.0
        var right = Picture.width - Picture.margin - 10
        var top: Double
        var bottom: Double
        var firstYear: Double
        var lastYear: Double
        var low: Double
        var high: Double
        var step: Double

        func x(_ year: Double) -> Double { left + (right - left) * (year - firstYear) / (lastYear - firstYear) }
        func y(_ value: Double) -> Double { bottom - (bottom - top) * (value - low) / (high - low) }
        func point(_ year: Double, _ value: Double) -> Canvas.Point { .init(x(year), y(value)) }
        /// Multiples of the step from low to high.
        var ticks: [Double] {
            let first = Int((low / step).rounded())
            let last = Int((high / step).rounded())
            return (first...max(first, last)).map { Double($0) * step }
        }
    }

    private var panelLeft: Double { 656 }

    private var bands: [SimulationFigures.Band] {
        guard let simulation = input.simulation else { return [] }
        return balance.outlook.compactMap { simulation.band(in: $0.year) }
    }

    mutating func outlook() {
        let axes = outlookAxes()
        outlookHeads()
        outlookGrid(axes)
        outlookBand(axes)
        canvas.polyline(outlookLine(axes), width: 3)
        parityMark(axes)
        let year = balance.settings.year
        if balance.years > 0, year <= axes.lastYear {
            canvas.circle(axes.point(year, balance.value), radius: 6, fill: "#ffffff", stroke: Ink.text, width: 3)
        }
    }

    private func outlookAxes() -> Axes {
        let values =
            balance.outlook.map(\.balance) + bands.flatMap { [$0.q05, $0.q95] } + [0, balance.value]
        let low = values.min() ?? 0
        let high = values.max() ?? 0
        let steps = [0.02, 0.05, 0.1, 0.2, 0.25, 0.5]
        let step = steps.first { (high - low) / $0 <= 6 } ?? 0.5
        return Axes(
            top: Self.plotTop + 12, bottom: plotBottom - 22, firstYear: Double(model.baseYear),
            lastYear: Double(model.baseYear + Limits.outlookYears),
            low: min((low / step).rounded(.down), -1) * step, high: max((high / step).rounded(.up), 1) * step,
            step: step)
    }

    private mutating func outlookHeads() {
        let room = Self.width - Self.margin - panelLeft
        canvas.text(
            t("Outlook: ", "Perspective\u{00A0}: ") + words.parity(balance), panelLeft, Self.panelsTop, size: 18,
            bold: true,
            width: room)
        var caption = [t("line: balance as set", "ligne\u{00A0}: balance telle que réglée")]
        if !bands.isEmpty {
            let half = words.numbers.percent("50")
            let most = words.numbers.percent("90")
            caption.append(t("shaded: \(half) and \(most) of draws", "ombré\u{00A0}: \(half) et \(most) des tirages"))
        }
        if balance.years > 0, balance.years <= Double(Limits.outlookYears) {
            caption.append(t("ring: ", "anneau\u{00A0}: ") + words.year(balance.settings.year))
        }
        canvas.text(
            caption.joined(separator: " · "), panelLeft, Self.panelsTop + 19, size: 12, color: Ink.faint, width: room)
    }

    private mutating func outlookGrid(_ axes: Axes) {
        let decimals = axes.step < 0.1 || axes.step == 0.25 ? 2 : 1
        for value in axes.ticks {
            let y = axes.y(value)
            let isParity = abs(value) < axes.step / 2
            canvas.line(
                .init(axes.left, y), .init(axes.right, y), color: isParity ? Ink.text : Ink.grid,
                width: isParity ? 1.5 : 1)
            let room = axes.left - 8 - panelLeft
            let label = isParity ? t("parity", "parité") : lead(value, decimals, size: 12, width: room)
            canvas.text(label, axes.left - 8, y + 4, size: 12, anchor: .end, width: room)
        }
        for years in stride(from: 0, through: Limits.outlookYears, by: 5) {
            let x = axes.x(Double(model.baseYear + years))
            canvas.line(.init(x, axes.bottom), .init(x, axes.bottom + 5))
            canvas.text(
                String(model.baseYear + years), x, axes.bottom + 20, size: 12, anchor: years == 15 ? .end : .middle,
                width: 60)
        }
    }

    private mutating func outlookBand(_ axes: Axes) {
        guard !bands.isEmpty else { return }
        func area(_ low: (SimulationFigures.Band) -> Double, _ high: (SimulationFigures.Band) -> Double) -> [Canvas
            .Point]
        {
            bands.map { axes.point(Double($0.year), high($0)) }
                + bands.reversed().map { axes.point(Double($0.year), low($0)) }
        }
        canvas.polygon(area(\.q05, \.q95), fill: Ink.text, opacity: 10)
        canvas.polygon(area(\.q25, \.q75), fill: Ink.text, opacity: 16)
        canvas.polyline(bands.map { axes.point(Double($0.year), $0.q05) }, color: Ink.faint, width: 1, dashes: "2 3")
        canvas.polyline(bands.map { axes.point(Double($0.year), $0.q95) }, color: Ink.faint, width: 1, dashes: "2 3")
    }

    /// Yearly values, and between them the two that the picture marks.
    private func outlookLine(_ axes: Axes) -> [Canvas.Point] {
        var points = balance.outlook.map { (year: Double($0.year), value: $0.balance) }
        if let parity = words.parityYear(balance), parity <= axes.lastYear { points.append((parity, 0)) }
        if balance.settings.year <= axes.lastYear { points.append((balance.settings.year, balance.value)) }
        return points.sorted { $0.year < $1.year }.map { axes.point($0.year, $0.value) }
    }

    private mutating func parityMark(_ axes: Axes) {
        guard let parity = words.parityYear(balance), parity <= axes.lastYear else { return }
        let x = axes.x(parity)
        let y = axes.y(0)
        canvas.line(.init(x, axes.top), .init(x, axes.bottom), color: Ink.faint, width: 1.5, dashes: "5 4")
        canvas.polygon(
            [.init(x, y - 8), .init(x + 8, y), .init(x, y + 8), .init(x - 8, y)], fill: "#ffffff", stroke: Ink.text,
            width: 2)
        let label = words.partOfYear(parity)
        let half = TextMetrics.width(label, size: 13, bold: true) / 2
        canvas.text(
            label, min(max(x, axes.left + half), axes.right - half), axes.top - 6, size: 13, anchor: .middle,
            bold: true,
            width: 2 * half + 1)
    }
}
