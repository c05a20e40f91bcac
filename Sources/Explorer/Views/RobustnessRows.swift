import BalanceModel
import CellGrid
import Wording

extension Painter {
    /// The view for small terminals: a list of what there is, beside or above the focused item in full.
    mutating func robustnessRows(_ rect: Rect) {
        let inside = Rect(rect.x + 1, rect.y, rect.width - 2, rect.height)
        let sentence = words.robustness(balance).wrapped(to: inside.width).count
        let (head, below) = inside.top(1 + min(sentence, rect.height >= 16 ? 2 : 1))
        robustnessHead(head)
        if below.width >= 64 {
            let gap = below.height >= 18 ? 1 : 0
            let (list, item) = below.top(gap).1.left(max(below.width >= 76 ? 32 : 30, below.width * 2 / 5))
            robustnessList(list)
            robustnessItem(Rect(item.x + 2, item.y, item.width - 2, item.height))
        } else {
            let (list, item) = below.top(max(2, below.height / 3))
            robustnessList(list)
            robustnessItem(item)
        }
    }

    private mutating func robustnessList(_ rect: Rect) {
        let all = state.focusGroups.flatMap { $0 }
        let start = Window.start(of: all.firstIndex(of: state.focus) ?? 0, in: all.count, showing: rect.height)
        for (row, focus) in all.dropFirst(start).prefix(rect.height).enumerated() {
            let line = Rect(rect.x - 1, rect.y + row, rect.width + 1, 1)
            let (name, value, style) = listed(focus)
            hit(line, .focus(focus))
            if isFocused(focus) {
                grid.put("▸", line.x, line.y, Style(.focus, .bold))
                if state.overlays.isEmpty { grid.cursor = Point(line.x, line.y) }
            }
            let width = DisplayWidth.of(value)
            grid.put(
                name.fitted(to: line.width - 2 - width), line.x + 1, line.y,
                isFocused(focus) ? Style(.text, .bold) : .text, clip: line)
            grid.put(value, line.right - width, line.y, style, clip: line)
        }
    }

    /// “85.3%”; `nil` where no intensity brings parity, and at parity.
    func tippingIntensity(_ d: Int) -> String? {
        guard balance.favoured != nil else { return nil }
        return balance.dynamics[d].tippingIntensity.map { numbers.percent($0) }
    }

    /// In place of a value that would bring parity.
    var neverTips: String { balance.favoured == nil ? "–" : t("never tips", "sans seuil") }

    /// A row of the list: name and value.
    private func listed(_ focus: Focus) -> (String, String, Style) {
        switch focus {
        case .section(let n):
            guard let section = RobustnessPage.Section(rawValue: n) else { return ("", "", .text) }
            let (value, style) = robustnessValue(section)
            return (shortTitle(section), value.fitted(to: 14), style)
        case .dimension(let i):
            let tips = tippingWeight(i).map { t("tips at ", "seuil ") + $0 }
            return ("  " + words.dimensionShort(i), tips ?? neverTips, Style(.mark))
        case .dynamic(let d):
            let tips = tippingIntensity(d).map { t("tips at ", "seuil ") + $0 }
            return ("  " + words.dynamicShort(d), tips ?? neverTips, Style(.mark))
        default: return ("", "", .text)
        }
    }

    /// The focused item in full: sentences, and its chart or table where it has one.
    private mutating func robustnessItem(_ rect: Rect) {
        let (heading, body) = rect.top(1)
        grid.put(detailTitle(state.focus).fitted(to: rect.width), heading.x, heading.y, .title, clip: heading)
        switch state.focus {
        case .section(RobustnessPage.Section.spread.rawValue): chartItem(.spread, body) { $0.spreadChart($1) }
        case .section(RobustnessPage.Section.map.rawValue): chartItem(.map, body) { _ = $0.verdictMap($1) }
        case .dynamic(let d) where mapDynamics.map { $0.first == d || $0.second == d } ?? false:
            let tips = wrapped(words.tippingMeaning(dynamic: d, balance), body.width, Style(.text, .bold))
            let below = put([], in: sliderLine(.dynamic(d), body))
            verdictMap(put(tips, in: below))
        case .dimension(let i):
            let below = sliderLine(.dimension(i), body)
            let tips = put(
                wrapped(words.tippingMeaning(dimension: i, balance), body.width, Style(.text, .bold)), in: below)
            let height = table(tippingTable(central: false), in: Rect(tips.x + 1, tips.y, tips.width - 1, tips.height))
            _ = put(sharedDetail(.dimension(i), body.width), in: tips.top(height).1)
        default: detail(state.focus, body)
        }
    }

    /// The sentence of a section, its chart, and, with room left, how it is computed.
    private mutating func chartItem(
        _ section: RobustnessPage.Section, _ rect: Rect, chart: (inout Painter, Rect) -> Void
    ) {
        let (meaning, method) = texts(section)
        let lines = wrapped(meaning, rect.width, Style(.text, .bold))
        let below = put(lines.count + 5 <= rect.height ? lines : [], in: rect)
        let how = wrapped(method, rect.width, .dim)
        let room = section == .map ? below.height - 16 : below.height - 8
        let (foot, middle) = below.bottom(how.count <= room ? how.count : 0)
        chart(&self, middle)
        if foot.height > 0 { _ = put(how, in: foot) }
    }

    /// The slider of a focus with its value; returns what is left below.
    private mutating func sliderLine(_ focus: Focus, _ rect: Rect) -> Rect {
        guard rect.height > 4, let slider = state.slider(at: focus) else { return rect }
        let value: String
        var mark: Double?
        switch focus {
        case .dimension(let i):
            value = numbers.plain(slider.value) + t(" points", " points")
            mark = tippingPoints(i)
        case .dynamic(let d):
            value = numbers.percent(slider.value)
            mark = balance.dynamics[d].tippingIntensity.map { $0 / 100 }
        default: return rect
        }
        let width = max(4, rect.width - DisplayWidth.of(value) - 1)
        self.slider(focus, rect.x, rect.y, width: width, mark: mark)
        grid.put(value, rect.x + width + 1, rect.y, clip: rect)
        return rect.top(1).1
    }
}
