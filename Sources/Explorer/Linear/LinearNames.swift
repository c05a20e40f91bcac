import BalanceModel
import Wording

/// Items by what a reader calls them.
enum LinearName {
    enum Found: Sendable, Hashable {
        case one(Focus)
        case several([String])
        case none
    }

    /// A number as typed, with a point or a comma, and a per cent sign if one likes.
    static func number(_ text: String) -> Double? {
        let digits = text.hasSuffix("%") ? text.dropLast() : text[...]
        guard !digits.isEmpty, digits.allSatisfy({ "0123456789.,-".contains($0) }) else { return nil }
        return Double(digits.replacing(",", with: ".")).flatMap { $0.isFinite ? $0 : nil }
    }

    /// What a reader typed, fit to be said back: short, and without control characters.
    static func quoted(_ text: String, _ words: Words) -> String {
        let clean = text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : String($0) }
        let short = clean.count > 60 ? clean.prefix(60).joined() + "…" : clean.joined()
        return words.quoted(short)
    }
}

extension State {
    var dimensionFoci: [Focus] { model.dimensions.indices.map(Focus.dimension) }
    var dynamicFoci: [Focus] { model.dynamics.indices.map(Focus.dynamic) }
    var takeawayFoci: [Focus] { model.takeaways.indices.map(Focus.takeaway) }
    var scenarioFoci: [Focus] { scenarios.indices.map(Focus.scenario) }
    var indicatorFoci: [Focus] {
        model.dimensions.enumerated().flatMap { i, dimension in
            dimension.indicators.indices.map { Focus.indicator(dimension: i, indicator: $0) }
        }
    }

    /// Everything with a name, those first that are named most often.
    private var namedFoci: [[Focus]] {
        [
            dimensionFoci + dynamicFoci + takeawayFoci,
            indicatorFoci + model.interactions.indices.map(Focus.interaction)
                + model.dynamics.enumerated().flatMap { d, dynamic in
                    dynamic.facts.indices.map { Focus.fact(dynamic: d, fact: $0) }
                } + scenarioFoci,
            model.claims.indices.map(Focus.claim),
        ]
    }

    func id(of focus: Focus) -> String? {
        switch focus {
        case .dimension(let i): model.dimensions[i].id
        case .dynamic(let d): model.dynamics[d].id
        case .takeaway(let k): model.takeaways[k].id
        case .indicator(let i, let j): model.dimensions[i].indicators[j].id
        case .fact(let d, let f): model.dynamics[d].facts[f].id
        case .claim(let k): model.claims[k].id
        case .scenario(let k): scenarios.indices.contains(k) ? scenarios[k].id : nil
        case .interaction, .section: nil
        }
    }

    private func shortName(of focus: Focus) -> Phrase {
        switch focus {
        case .dimension(let i): (model.dimensions[i].short ?? model.dimensions[i].name).phrase
        case .dynamic(let d): (model.dynamics[d].short ?? model.dynamics[d].name).phrase
        default: name(of: focus)
        }
    }

    /// All that an item may be called.
    private func labels(of focus: Focus) -> [String] {
        let (name, short) = (name(of: focus), shortName(of: focus))
        return ([id(of: focus)] + [name.en, name.fr, short.en, short.fr]).compactMap { $0 }
    }

    /// An item by its id or name, by the beginning of only one of them, or by a word in only one of them.
    func item(named text: String, among foci: [Focus]) -> LinearName.Found {
        let query = folded(text)
        guard !query.isEmpty else { return .none }
        let ranked: [(focus: Focus, rank: Int)] = foci.compactMap { focus in
            let ranks = labels(of: focus).compactMap { label in
                folded(label) == query ? -1 : matchRank(text, in: label)
            }
            return ranks.min().flatMap { $0 < 2 ? (focus, $0) : nil }
        }
        guard let best = ranked.map(\.rank).min() else { return .none }
        let found = ranked.filter { $0.rank == best }.map(\.focus)
        if found.count == 1 { return .one(found[0]) }
        return .several(found.map { id(of: $0) ?? name(of: $0)(language) })
    }

    /// Any item that has a name.
    func item(named text: String) -> LinearName.Found {
        for foci in namedFoci {
            let found = item(named: text, among: foci)
            if found != .none { return found }
        }
        return .none
    }

    /// The item named, or a warning that says why there is none.
    mutating func resolve(_ text: String, among foci: [Focus]? = nil) -> Focus? {
        let found = foci.map { item(named: text, among: $0) } ?? item(named: text)
        let quoted = (LinearName.quoted(text, Words(model, .en)), LinearName.quoted(text, Words(model, .fr)))
        switch found {
        case .one(let focus): return focus
        case .several(let names):
            let list = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
            warn("\(quoted.0) fits several: \(list)", "\(quoted.1) convient à plusieurs\u{00A0}: \(list)")
        case .none:
            let known = (foci ?? dimensionFoci + dynamicFoci).prefix(12)
            // In French an item goes by its name: most ids are English.
            let ids = known.compactMap(id(of:)).joined(separator: ", ")
            let names = known.map { shortName(of: $0)(.fr).lowercased() }.joined(separator: ", ")
            warn(
                "\(quoted.0): nothing of that name; there is \(ids)",
                "\(quoted.1)\u{00A0}: rien de ce nom\u{202F}; il y a \(names)")
        }
        return nil
    }
}
