import Wording

/// A leap from one view to another, to be taken back with Escape.
struct Leap: Sendable, Hashable {
    var from: View
    /// What was focused there.
    var focus: Focus
    var to: View
    /// The item whose claims the reader asked for.
    var claimsOf: Focus?
}

extension State {
    /// Goes to where an item is at home; Escape comes back.
    mutating func jump(to target: Focus, claimsOf item: Focus? = nil) {
        guard let home = target.home else {
            if case .scenario(let place) = target { openScenarios(at: place) }
            return
        }
        let leap = Leap(from: view, focus: focus, to: home, claimsOf: item)
        showsWelcome = false
        setFocus(target, in: home)
        guard leap.from != home || leap.focus != target else { return }
        trail.append(leap)
        let key = keyMap.keys(for: .back).first?.name ?? Phrase("Esc", "Échap")
        say("\(key.en) goes back to where you were", "\(key.fr) ramène où vous étiez")
    }

    /// Takes the last leap back, if the reader is still where it led.
    mutating func goBack() {
        guard let leap = trail.popLast() else { return }
        guard leap.to == view else { return trail.removeAll() }
        setFocus(leap.focus, in: leap.from)
    }

    /// The item whose claims the reader asked for, while the article shows them.
    var citing: Focus? {
        guard view == .article, let leap = trail.last, leap.to == .article else { return nil }
        return leap.claimsOf
    }

    /// From an item to the first claim it rests on.
    mutating func showClaims(of item: Focus) {
        guard let first = claimPlaces(of: item).first else { return }
        jump(to: .claim(first), claimsOf: item)
        // The view itself says where the reader came from.
        message = nil
    }
}
