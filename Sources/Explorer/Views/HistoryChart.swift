import CellGrid

/// A small line chart of a quantity over the years: braille line, a dot at each observation, the extremes labelled.
struct HistoryChart {
    struct Observation {
        var year: Int
        var value: Double
        var style: Style
    }

    var observations: [Observation]
    /// A level that always shows, with its name: parity.
    var level: (value: Double, name: String)?
    var label: (Double) -> String

    static let leastSize = Size(24, 4)

    private var low: Double { min(values.min() ?? 0, level?.value ?? .infinity) }
    private var high: Double { max(values.max() ?? 0, level?.value ?? -.infinity) }
    private var values: [Double] { observations.map(\.value) }

    func render(_ painter: inout Painter, _ rect: Rect) {
        guard rect.width >= Self.leastSize.width, rect.height >= Self.leastSize.height, observations.count > 1 else {
            return
        }
        let names = [text(high), text(low), level?.name ?? ""]
        let labelWidth = min(rect.width / 2, names.map { DisplayWidth.of($0) }.max() ?? 0)
        let plot = Rect(rect.x + labelWidth + 2, rect.y, rect.width - labelWidth - 4, rect.height - 1)
        painter.grid.fill(Rect(plot.x - 1, plot.y, 1, plot.height), "│", .border)
        func put(_ text: String, _ y: Int) {
            painter.grid.put(
                text.padded(to: labelWidth, alignRight: true), rect.x, y, .dim, clip: rect)
        }
        if let level {
            let y = row(level.value, plot)
            painter.grid.fill(Rect(plot.x, y, plot.width, 1), "┄", .dim)
            put(level.name, y)
        }
        for extreme in [high, low] where extreme != level?.value { put(text(extreme), row(extreme, plot)) }
        line(&painter, plot)
        years(&painter, plot)
    }

    private func text(_ value: Double) -> String {
        if let level, value == level.value { return level.name }
        return label(value)
    }

    private func fraction(_ value: Double) -> Double { high > low ? (high - value) / (high - low) : 0.5 }

    private func row(_ value: Double, _ plot: Rect) -> Int {
        plot.y + Int((fraction(value) * Double(plot.height * 4 - 1)).rounded()) / 4
    }

    private func dot(_ observation: Observation, _ plot: Rect) -> Point {
        let first = observations.map(\.year).min() ?? 0
        let last = observations.map(\.year).max() ?? 0
        let part = last > first ? Double(observation.year - first) / Double(last - first) : 0.5
        return Point(
            Int((part * Double(plot.width * 2 - 1)).rounded()),
            Int((fraction(observation.value) * Double(plot.height * 4 - 1)).rounded()))
    }

    private func line(_ painter: inout Painter, _ plot: Rect) {
        var canvas = BrailleCanvas(width: plot.width, height: plot.height)
        let dots = observations.map { dot($0, plot) }
        for (a, b) in zip(dots, dots.dropFirst()) { canvas.line(a.x, a.y, b.x, b.y) }
        painter.grid.draw(canvas, at: plot.x, plot.y, Style(.text))
        for (observation, dot) in zip(observations, dots) {
            painter.grid.put("●", plot.x + dot.x / 2, plot.y + dot.y / 4, observation.style, clip: plot)
        }
    }

    private func years(_ painter: inout Painter, _ plot: Rect) {
        let all = observations.map(\.year)
        guard let first = all.min(), let last = all.max() else { return }
        let under = Rect(plot.x - 2, plot.bottom, plot.width + 4, 1)
        let end = String(last)
        painter.grid.put(String(first), plot.x - 1, under.y, .dim, clip: under)
        if last > first { painter.grid.put(end, plot.right + 1 - end.count, under.y, .dim, clip: under) }
    }
}
