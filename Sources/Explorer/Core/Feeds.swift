import BalanceModel
import Wording

extension State {
    /// What rests on a claim: dimensions, dynamics, interactions, takeaways, then scenarios.
    func feeds(of claim: Int) -> [Focus] {
        let id = model.claims[claim].id
        func citing(_ foci: [Focus]) -> [Focus] { foci.filter { claims(of: $0).contains(id) } }
        return citing(model.dimensions.indices.map(Focus.dimension)) + citing(model.dynamics.indices.map(Focus.dynamic))
            + citing(model.interactions.indices.map(Focus.interaction))
            + citing(model.takeaways.indices.map(Focus.takeaway)) + citing(scenarios.indices.map(Focus.scenario))
    }

    /// Ids of the claims that an item rests on; an indicator's are its dimension's, a fact's its dynamic's.
    func claims(of focus: Focus) -> [String] {
        switch focus {
        case .dimension(let i), .indicator(let i, _): model.dimensions[i].thesis.claims
        case .dynamic(let d), .fact(let d, _): model.dynamics[d].claims
        case .interaction(let k): model.interactions[k].claims
        case .takeaway(let k): model.takeaways[k].claims
        case .scenario(let k): scenarios.indices.contains(k) ? scenarios[k].claims : []
        case .claim, .section: []
        }
    }

    /// Places of the claims that an item rests on, as far as the model has them.
    func claimPlaces(of focus: Focus) -> [Int] {
        claims(of: focus).compactMap { id in model.claims.firstIndex { $0.id == id } }
    }

    /// What an item is called.
    func name(of focus: Focus) -> Phrase {
        switch focus {
        case .dimension(let i): model.dimensions[i].name.phrase
        case .dynamic(let d): model.dynamics[d].name.phrase
        case .interaction(let k): phrase { $0.interaction(k) }
        case .takeaway(let k): model.takeaways[k].text.phrase
        case .indicator(let i, let j): model.dimensions[i].indicators[j].name.phrase
        case .fact(let d, let f): model.dynamics[d].facts[f].name.phrase
        case .claim(let k): Phrase(model.claims[k].id, model.claims[k].id)
        case .scenario(let k): scenarios.indices.contains(k) ? scenarios[k].name.phrase : Phrase("", "")
        case .section: Phrase("", "")
        }
    }
}

extension Focus {
    /// The kind of thing in a word.
    var kind: Phrase {
        switch self {
        case .dimension: Phrase("dimension", "dimension")
        case .dynamic: Phrase("dynamic", "dynamique")
        case .interaction: Phrase("interaction", "interaction")
        case .takeaway: Phrase("takeaway", "point clé")
        case .indicator: Phrase("indicator", "indicateur")
        case .fact: Phrase("fact", "fait")
        case .claim: Phrase("claim", "affirmation")
        case .scenario: Phrase("scenario", "scénario")
        case .section: Phrase("text", "texte")
        }
    }

    /// The view in which an item is at home; `nil` for what lives in a list of its own.
    var home: View? {
        switch self {
        case .dimension, .dynamic, .interaction, .takeaway: .balance
        case .indicator, .fact: .evidence
        case .claim, .section: .article
        case .scenario: nil
        }
    }
}
