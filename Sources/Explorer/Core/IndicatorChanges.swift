import BalanceModel
import CellGrid
import Wording

extension State {
    /// The settings with an indicator left out, or taken back in at its start weight.
    func togglingIndicator(_ i: Int, _ j: Int) -> Settings {
        var changed = settings
        let start = origin.indicatorWeights[i][j]
        changed.indicatorWeights[i][j] = settings.indicatorWeights[i][j] > 0 ? 0 : start > 0 ? start : 1
        return changed
    }

    /// Leaves an indicator out, or takes it back in.
    mutating func toggleIndicator(_ i: Int, _ j: Int) {
        let changed = togglingIndicator(i, j)
        let name = model.dimensions[i].indicators[j].name.phrase
        if changed.indicatorWeights[i][j] == 0 {
            change(Phrase("leave out \(name.en)", "écarter \(name.fr)"), to: changed)
            say("left out: \(name.en)", "écarté\u{00A0}: \(name.fr)")
        } else {
            change(Phrase("count \(name.en)", "compter \(name.fr)"), to: changed)
            guard settings.standing(of: j, in: i, model) == .counted else {
                let key = keyMap.keys(for: .confidence).first?.name ?? Phrase("c", "c")
                return warn(
                    "Its confidence is below the minimum asked for: \(key.en) changes that",
                    "Sa confiance est inférieure au minimum demandé\u{00A0}: \(key.fr) le change")
            }
            say("counted: \(name.en)", "compté\u{00A0}: \(name.fr)")
        }
    }

    /// Low, medium and high in turn.
    mutating func turnConfidence() {
        let levels = Confidence.allCases
        setConfidence(levels[((levels.firstIndex(of: settings.confidence) ?? 0) + 1) % levels.count])
    }

    /// Leaves indicators below a confidence out.
    mutating func setConfidence(_ level: Confidence) {
        var changed = settings
        changed.confidence = level
        let label = phrase {
            $0.t("minimum confidence: ", "confiance minimale\u{00A0}: ") + $0.confidence(changed.confidence)
        }
        change(label, to: changed)
        let all = model.dimensions.flatMap(\.indicators)
        let out = all.filter { ($0.confidence ?? .low) < changed.confidence }.count
        message = Message(
            text: Phrase(
                "\(label.en); below it: \(out) of \(all.count) indicators",
                "\(label.fr)\u{202F}; en dessous\u{00A0}: \(out) sur \(all.count)"), kind: .note)
    }
}
