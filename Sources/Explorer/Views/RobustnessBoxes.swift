import BalanceModel
import CellGrid
import Wording

/// View 4 as boxes in columns, everything at once; `nil` where it doesn't fit.
struct RobustnessBoxes {
    private typealias Section = RobustnessPage.Section
    private enum Part: Hashable { case shares, spread, inputs, flip, dimensions, central, map, detail }

    private let head: Rect
    private var places: [(part: Part, rect: Rect)] = []
    /// With three columns there is room for the central weights and for how each number is computed.
    private let roomy: Bool

    init?(_ painter: Painter, _ rect: Rect) {
        guard let boxes = [false, true].lazy.compactMap({ Self(painter, rect, tight: $0) }).first else { return nil }
        self = boxes
    }

    /// When tight, the map has fewer levels.
    private init?(_ painter: Painter, _ rect: Rect, tight: Bool) {
        guard rect.width >= 110 else { return nil }
        roomy = rect.width >= 165
        let columns: [[Part]] =
            roomy
            ? [[.shares, .spread, .central], [.flip, .dimensions, .inputs], [.map, .detail]]
            : [[.shares, .spread, .inputs, .detail], [.flip, .dimensions, .map]]
        let below: Rect
        (head, below) = rect.top(4)
        for (parts, column) in zip(columns, below.columns(columns.count)) {
            let least = parts.map { Self.least($0, painter, column.width - 4, tight: tight) }
            var spare = column.height - least.reduce(0, +)
            guard spare >= 0 else { return nil }
            var y = column.y
            for (k, part) in parts.enumerated() {
                var height = least[k]
                let last = k == parts.count - 1
                let wanted = Self.wanted(part, painter, column.width - 4)
                let more = last ? spare : min(spare, wanted - height)
                height += max(0, more)
                spare -= max(0, more)
                places.append((part, Rect(column.x, y, column.width, height)))
                y += height
            }
        }
    }

    /// The rows below which a box says too little.
    private static func least(_ part: Part, _ painter: Painter, _ width: Int, tight: Bool) -> Int {
        let model = painter.model
        switch part {
        case .shares: return 2 + 3 * 3
        case .spread: return 2 + 7
        case .inputs: return 2 + 5
        case .flip: return 2 + max(4, painter.recipe(width).count + 2)
        case .dimensions, .central: return 2 + model.dimensions.count + 1
        case .map: return 2 + max(2, model.dynamics.count) + (painter.mapDynamics == nil ? 2 : tight ? 9 : 15)
        case .detail: return 2 + 5
        }
    }

    /// The rows beyond which a box has nothing more to say.
    private static func wanted(_ part: Part, _ painter: Painter, _ width: Int) -> Int {
        func lines(_ section: Section) -> Int { 2 + painter.robustnessLines(section, width).count }
        switch part {
        case .spread: return 18 + lines(.spread)
        case .inputs: return lines(.uncertainty) + painter.robustnessLines(.drivers, width).count
        case .flip: return lines(.flip)
        case .central: return lines(.central)
        case .map:
            // Heading, 21 rows, axis, legend, and how to read it.
            return painter.mapDynamics == nil ? 0 : 2 + max(2, painter.model.dynamics.count) + 1 + 21 + 1 + 2 + 3
        case .dimensions: return width < 60 ? 0 : 2 + painter.model.dimensions.count + 1 + 3
        case .shares, .detail: return 0
        }
    }

    func render(_ painter: inout Painter) {
        let inside = painter.panel(
            painter.t("Does the verdict hang on the weights?", "Le verdict dépend-il des poids\u{202F}?"), head)
        painter.robustnessHead(inside)
        for (part, rect) in places { draw(part, rect, &painter) }
    }

    private func draw(_ part: Part, _ rect: Rect, _ painter: inout Painter) {
        switch part {
        case .shares: shares(rect, &painter)
        case .spread:
            let inside = painter.panel(painter.title(.spread), rect, [Section.spread.focus])
            let words = roomy ? painter.wrapped(painter.texts(.spread).meaning, inside.width) : []
            painter.spreadChart(painter.put(words, in: inside))
        case .inputs: inputs(rect, &painter)
        case .flip:
            let inside = painter.panel(painter.title(.flip), rect, [Section.flip.focus])
            let (meaning, method) = painter.texts(.flip)
            let lines = painter.wrapped(meaning, inside.width) + painter.recipe(inside.width)
            let below = painter.put(lines, in: inside)
            if roomy { _ = painter.put(painter.wrapped(method, inside.width, .dim), in: below) }
        case .central:
            let inside = painter.panel(painter.title(.central), rect, [Section.central.focus])
            let (meaning, method) = painter.texts(.central)
            var below = painter.put(painter.wrapped(meaning, inside.width), in: inside)
            below = below.top(painter.table(painter.centralTable, in: below)).1
            _ = painter.put(painter.wrapped(method, inside.width, .dim), in: below)
        case .dimensions:
            let title =
                roomy
                ? painter.t("Tipping points", "Seuils")
                : painter.t("Central weights and tipping points", "Poids centraux et seuils")
            let inside = painter.panel(title, rect, roomy ? [] : [Section.central.focus])
            let height = painter.table(painter.tippingTable(central: !roomy), in: inside)
            if roomy { _ = painter.put(painter.tippingLegend(inside.width), in: inside.top(height).1) }
        case .map: map(rect, &painter)
        case .detail:
            let inside = painter.panel(painter.detailTitle(painter.state.focus), rect)
            painter.detail(painter.state.focus, inside)
        }
    }

    /// The three shares as bars, each with its sentence.
    private func shares(_ rect: Rect, _ painter: inout Painter) {
        let inside = painter.panel(painter.t("Who agrees?", "Qui est d’accord\u{202F}?"), rect)
        let robustness = painter.balance.robustness
        let all: [(Section, Double?, String)] = [
            (.all, robustness.acceptability, painter.words.acceptabilityMeaning(painter.balance)),
            (.near, robustness.nearMyWeights, painter.words.nearMeaning(painter.balance)),
            (.ranking, robustness.underMyRanking, painter.words.rankingMeaning(painter.balance)),
        ]
        let room = inside.height / 3
        for (k, (section, share, meaning)) in all.enumerated() {
            let row = Rect(inside.x, inside.y + k * room, inside.width, room)
            painter.shareRow(section, share, Rect(row.x, row.y, row.width, 1))
            painter.hit(row, .focus(section.focus))
            _ = painter.put(
                painter.wrapped(meaning, row.width - 2, .dim), in: Rect(row.x + 2, row.y + 1, row.width - 2, room - 1))
        }
    }

    private func inputs(_ rect: Rect, _ painter: inout Painter) {
        let inside = painter.panel(
            painter.t("How sure are the inputs?", "Les données sont-elles sûres\u{202F}?"), rect,
            [Section.uncertainty.focus])
        let lines = painter.wrapped(painter.texts(.uncertainty).meaning, inside.width)
        var below = painter.put(lines, in: inside)
        painter.hit(below, .focus(Section.drivers.focus))
        let focused = painter.isFocused(Section.drivers.focus)
        if focused {
            painter.grid.put("▸", below.x - 1, below.y, Style(.focus, .bold), clip: rect)
            if painter.state.overlays.isEmpty { painter.grid.cursor = Point(below.x - 1, below.y) }
        }
        let driven = painter.wrapped(
            painter.texts(.drivers).meaning, inside.width, focused ? Style(.text, .bold) : .text)
        below = painter.put(driven, in: below)
        if below.height >= 3, !painter.drivers.isEmpty {
            below = below.top(painter.table(painter.driverTable, in: below)).1
        }
        guard roomy else { return }
        for section in [Section.uncertainty, .drivers] {
            below = painter.put(painter.wrapped(painter.texts(section).method, inside.width, .dim), in: below)
        }
    }

    private func map(_ rect: Rect, _ painter: inout Painter) {
        let inside = painter.panel(painter.title(.map), rect, [Section.map.focus])
        let (sliders, below) = inside.top(painter.model.dynamics.count)
        for d in painter.model.dynamics.indices {
            painter.intensityRow(d, Rect(sliders.x, sliders.y + d, sliders.width, 1))
        }
        guard painter.mapDynamics != nil else {
            _ = painter.put(painter.wrapped(painter.texts(.map).meaning, below.width), in: below)
            return
        }
        let height = painter.verdictMap(below)
        _ = painter.put(painter.wrapped(painter.texts(.map).method, below.width, .dim), in: below.top(height).1)
    }
}

extension Painter {
    /// A share as a bar from the left, with its value.
    mutating func shareRow(_ section: RobustnessPage.Section, _ first: Double?, _ rect: Rect) {
        let focused = isFocused(section.focus)
        let name = title(section)
        let (value, style) = robustnessValue(section)
        grid.put(focused ? "▸" : " ", rect.x - 1, rect.y, Style(.focus, .bold))
        if focused, state.overlays.isEmpty { grid.cursor = Point(rect.x - 1, rect.y) }
        grid.put(name, rect.x, rect.y, focused ? Style(.text, .bold) : .text, clip: rect)
        let names = [RobustnessPage.Section.all, .near, .ranking].map { DisplayWidth.of(title($0)) }.max() ?? 0
        let left = rect.x + names + 1
        let width = rect.right - left - 13
        grid.put(value.padded(to: 12, alignRight: true), rect.right - 12, rect.y, style.with(.bold), clip: rect)
        guard width >= 6, let first else { return }
        // As full as the value beside it says, in the colour of the side that it names.
        let side = balance.favoured ?? .first
        let share = words.share(first, of: side)
        var cells = Int((share * Double(width)).rounded())
        if share > 0 { cells = max(1, cells) }
        if share < 1 { cells = min(width - 1, cells) }
        grid.fill(Rect(left, rect.y, cells, 1), "█", Style(side == .first ? .firstSide : .secondSide))
        grid.fill(
            Rect(left + cells, rect.y, width - cells, 1), "░", Style(side == .first ? .secondSide : .firstSide))
    }

    /// A dynamic's slider with its tipping intensity.
    mutating func intensityRow(_ d: Int, _ rect: Rect) {
        let focus = Focus.dynamic(d)
        let names = model.dynamics.indices.map { DisplayWidth.of(words.dynamicShort($0)) }.max() ?? 0
        hit(rect, .focus(focus))
        grid.put(isFocused(focus) ? "▸" : " ", rect.x - 1, rect.y, Style(.focus, .bold))
        grid.put(words.dynamicShort(d), rect.x, rect.y, isFocused(focus) ? Style(.text, .bold) : .text, clip: rect)
        let tipping = balance.dynamics[d].tippingIntensity
        let value = numbers.percent(balance.dynamics[d].intensity)
        let tips =
            tippingIntensity(d).map { t("tips at ", "seuil ") + $0 } ?? neverTips
        let right = value.padded(to: 6, alignRight: true) + "  " + tips.padded(to: 13)
        let left = rect.x + names + 1
        let width = rect.right - left - DisplayWidth.of(right) - 1
        if width >= 6 { slider(focus, left, rect.y, width: width, mark: tipping.map { $0 / 100 }) }
        grid.put(right, rect.right - DisplayWidth.of(right), rect.y, .text, clip: rect)
    }
}
