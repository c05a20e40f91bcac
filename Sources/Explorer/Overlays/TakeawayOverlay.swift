import BalanceModel
import CellGrid
import Wording

extension State {
    /// Opens what is not a slider: a takeaway in depth, an item at the place where it is at home.
    mutating func open(_ focus: Focus) {
        switch focus {
        case .takeaway(let k): overlays.append(.takeaway(k, scroll: 0))
        case .claim(let k): openFeeds(of: k)
        case .scenario(let place): openScenarios(at: place)
        default:
            if let reason = Command[.detail].unavailable(self) {
                return say(Words.capitalised(reason.en), Words.capitalised(reason.fr))
            }
            openDetail()
        }
    }

    mutating func pressInTakeaway(_ key: Key, _ command: CommandID?, _ k: Int, _ scroll: Int) -> [Effect] {
        let place = scrolled(
            command, scroll,
            lines: {
                Painter(self, size).takeawayLines(k, width: Painter.takeawayWidth(size)).count
            })
        if let place {
            replaceOverlay(.takeaway(k, scroll: place))
            return []
        }
        switch command {
        case .left, .previousPanel: turnTakeaway(to: k - 1)
        case .right, .nextPanel: turnTakeaway(to: k + 1)
        case .activate, .quit, .detail: overlays.removeLast()
        case .claims where !claimPlaces(of: .takeaway(k)).isEmpty:
            overlays.removeAll()
            showClaims(of: .takeaway(k))
        case .language: turnLanguage()
        default: break
        }
        return []
    }

    private mutating func turnTakeaway(to k: Int) {
        guard model.takeaways.indices.contains(k) else { return }
        if view == .balance { setFocus(.takeaway(k)) }
        replaceOverlay(.takeaway(k, scroll: 0))
    }
}

extension Painter {
    static func takeawayWidth(_ size: Size) -> Int { min(92, size.width - 4) }

    mutating func takeaway(_ k: Int, _ scroll: Int, _ area: Rect) {
        guard model.takeaways.indices.contains(k) else { return }
        let width = Self.takeawayWidth(area.size)
        let title = "\(k + 1)/\(model.takeaways.count) " + model.takeaways[k].text(language)
        let claims =
            state.claimPlaces(of: .takeaway(k)).isEmpty
            ? "" : " · \(keyName(.claims)) " + Command[.claims].hint(language)
        scrollable(
            title, takeawayLines(k, width: width), width: width, scroll: scroll,
            hint: t("←→ others", "←→ autres") + claims, area)
    }
}
