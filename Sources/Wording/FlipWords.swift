import BalanceModel

extension Words {
    /// “Adoption: 27 points instead of 20”, “Malaise: 12% instead of 50%”, “the year 2031 instead of 2025”.
    public func move(_ flip: TakeawayFlip) -> String {
        func instead(_ to: String, _ from: String) -> String {
            t("\(to) instead of \(from)", "\(to) au lieu de \(from)")
        }
        switch flip.slider {
        case .points(let i):
            let points = numbers.plain(flip.to) + " points"
            return dimensionShort(i) + colon + instead(points, numbers.plain(flip.from))
        case .intensity(let d):
            return dynamicShort(d) + colon + instead(numbers.percent(flip.to), numbers.percent(flip.from))
        case .year: return t("the year ", "l’année ") + instead(year(flip.to), year(flip.from))
        }
    }

    /// The shortest single move that changes a takeaway's status, or that none does.
    public func smallestMove(_ flips: [TakeawayFlip]) -> String {
        if let flip = TakeawayFlip.smallest(flips) ?? flips.first {
            return move(flip) + " → " + status(flip.status)
        }
        return t("no single slider", "aucun curseur à lui seul")
    }
}
