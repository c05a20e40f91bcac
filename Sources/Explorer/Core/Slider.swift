import BalanceModel
import Wording

/// A number that the reader moves, whatever it stands for.
struct Slider: Sendable, Hashable {
    /// As shown and typed: points, per cent, or an indicator's weight.
    var value: Double
    /// Where `reset` puts it.
    var start: Double
    var range: ClosedRange<Double>
    /// What one stroke moves.
    var step: Double
    var name: Phrase
}

extension State {
    /// The slider at a focus; `nil` where there is none.
    func slider(at focus: Focus) -> Slider? {
        switch focus {
        case .dimension(let i):
            Slider(
                value: settings.points[i], start: origin.points[i], range: Limits.points, step: 1,
                name: model.dimensions[i].name.phrase)
        case .dynamic(let d):
            Slider(
                value: settings.intensities[d], start: origin.intensities[d], range: Limits.intensity, step: 1,
                name: model.dynamics[d].name.phrase)
        case .indicator(let i, let j):
            Slider(
                value: settings.indicatorWeights[i][j], start: origin.indicatorWeights[i][j],
                range: Limits.indicatorWeight, step: 0.1, name: model.dimensions[i].indicators[j].name.phrase)
        default: nil
        }
    }

    /// Moves a slider to a value (cut to its range) as one undoable change, or says why it can't.
    mutating func set(_ focus: Focus, to value: Double) {
        guard let slider = slider(at: focus) else { return }
        let target = min(max(value, slider.range.lowerBound), slider.range.upperBound)
        var changed = settings
        switch focus {
        case .dimension(let i):
            do throws(WeightRefusal) {
                try changed.setPoints(i, to: target)
            } catch {
                return refuse(error, slider)
            }
        case .dynamic(let d): changed.intensities[d] = target
        case .indicator(let i, let j): changed.indicatorWeights[i][j] = target
        default: return
        }
        guard changed != settings else { return refuse(.atLimit, slider) }
        let numbers = (Numbers(.en).plain(target, upTo: 2), Numbers(.fr).plain(target, upTo: 2))
        change(Phrase("\(slider.name.en) \(numbers.0)", "\(slider.name.fr) \(numbers.1)"), to: changed)
    }

    private mutating func refuse(_ refusal: WeightRefusal, _ slider: Slider) {
        switch refusal {
        case .lastPositive:
            warn(
                "\(slider.name.en) holds the last points: give another dimension some first",
                "\(slider.name.fr) détient les derniers points\u{00A0}: donnez-en d’abord à une autre dimension")
        case .locked:
            let key = keyMap.keys(for: .toggle).first?.name ?? Phrase("Space", "Espace")
            warn(
                "Weight locked: \(slider.name.en); \(key.en) unlocks it",
                "Poids verrouillé\u{00A0}: \(slider.name.fr)\u{202F}; \(key.fr) le déverrouille")
        case .noRoom:
            warn(
                "The unlocked dimensions have nothing left to give or take",
                "Les dimensions non verrouillées n’ont plus rien à donner ni à prendre")
        case .atLimit:
            let end = slider.value <= slider.range.lowerBound ? slider.range.lowerBound : slider.range.upperBound
            guard slider.value == slider.range.lowerBound || slider.value == slider.range.upperBound else { return }
            warn(
                "\(slider.name.en) is at its end, \(Numbers(.en).plain(end))",
                "\(slider.name.fr) est à sa limite, \(Numbers(.fr).plain(end))")
        }
    }
}

extension LocalizedText {
    /// In both of the program's languages.
    var phrase: Phrase { Phrase(self(.en), self(.fr)) }
}
