import BalanceModel
import CellGrid
import Wording

extension State {
    /// Scenarios laid over the outlook, by id, in the order they were chosen.
    mutating func toggleOverlaid(_ place: Int) {
        guard scenarios.indices.contains(place) else { return }
        let id = scenarios[place].id
        if let known = overlaid.firstIndex(of: id) { overlaid.remove(at: known) } else { overlaid.append(id) }
    }

    /// Keeps the present settings to compare with, or lets them go.
    mutating func togglePin() {
        if pinned == settings {
            change(Phrase("unpin", "libérer"), to: settings, pinned: .some(nil))
            say("unpinned", "réglages libérés")
        } else {
            change(Phrase("pin", "épingler"), to: settings, pinned: .some(settings))
            let view = keyMap.keys(for: .viewCompare).first?.name ?? Phrase("5", "5")
            say(
                "pinned: view \(view.en) compares with these settings",
                "épinglé\u{00A0}: la vue \(view.fr) compare avec ces réglages")
        }
    }

    /// The present settings with the fewest points moved that bring the balance to 0 (method §6).
    var flipped: Settings? {
        guard let flip = balance.robustness.fewestPoints else { return nil }
        var weights = balance.dimensions.map(\.weight)
        for move in flip.moves {
            weights[move.from] -= move.weight
            weights[move.to] += move.weight
        }
        var changed = settings
        changed.points = settings.points(forWeights: weights, model: model, years: balance.years)
        return changed
    }

    /// A locked dimension whose weight the flip would have to move.
    var lockOnFlip: Int? {
        balance.robustness.fewestPoints?.moves.flatMap { [$0.from, $0.to] }.first { settings.locked[$0] }
    }

    /// Moves the fewest points that bring the balance to 0, as one undoable step.
    mutating func applyFlip() {
        guard let changed = flipped else { return }
        change(Phrase("bring to parity", "ramener à la parité"), to: changed)
        let undo = keyMap.keys(for: .undo).first?.name ?? Phrase("u", "u")
        say(
            "At parity: more of the same move flips the verdict; \(undo.en) undoes",
            "À parité\u{00A0}: davantage dans ce sens inverse le verdict\u{202F}; \(undo.fr) annule")
    }
}
