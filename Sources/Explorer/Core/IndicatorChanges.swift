import BalanceModel
import CellGrid
import Wording

extension State {
    /// Leaves an indicator out, or takes it back in at its start weight.
    mutating func toggleIndicator(_ i: Int, _ j: Int) {
        var changed = settings
        let name = model.dimensions[i].indicators[j].name.phrase
        if settings.indicatorWeights[i][j] > 0 {
            changed.indicatorWeights[i][j] = 0
            change(Phrase("leave out \(name.en)", "écarter \(name.fr)"), to: changed)
            say("left out: \(name.en)", "écarté\u{00A0}: \(name.fr)")
        } else {
            let start = origin.indicatorWeights[i][j]
            changed.indicatorWeights[i][j] = start > 0 ? start : 1
            change(Phrase("count \(name.en)", "compter \(name.fr)"), to: changed)
            say("counted: \(name.en)", "compté\u{00A0}: \(name.fr)")
        }
    }

    /// Low, medium and high in turn.
    mutating func turnConfidence() {
        let all = Confidence.allCases
        var changed = settings
        changed.confidence = all[((all.firstIndex(of: settings.confidence) ?? 0) + 1) % all.count]
        let label = phrase {
            $0.t("minimum confidence: ", "confiance minimale\u{00A0}: ") + $0.confidence(changed.confidence)
        }
        change(label, to: changed)
        message = Message(text: label, kind: .note)
    }
}
