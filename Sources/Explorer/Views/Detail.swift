import BalanceModel
import CellGrid
import Wording

extension Painter {
    /// The heading of the focused item's detail.
    func detailTitle(_ focus: Focus) -> String {
        if state.showsWelcome { return t("Welcome to Fulcrum", "Bienvenue dans Fulcrum") }
        if let own = state.page.detailTitle(self, focus) { return own }
        return switch focus {
        case .dimension(let i): words.dimension(i)
        case .dynamic(let d): words.dynamic(d)
        case .interaction(let k): words.interaction(k)
        case .takeaway(let k): "\(k + 1) " + model.takeaways[k].text(language)
        case .scenario(let place) where state.scenarios.indices.contains(place): state.scenarios[place].name(language)
        case .section where state.view == .compare: words.name(state.baseline(focus))
        case .indicator, .fact: state.name(of: focus)(language)
        case .claim: articleTitle(focus)
        case .section where state.view == .article: articleTitle(focus)
        default: ""
        }
    }

    /// The focused item's explanation, as much as fits; a hint that more is there where it doesn't.
    mutating func detail(_ focus: Focus, _ rect: Rect) {
        let lines = detailLines(focus, width: rect.width)
        for (i, line) in lines.prefix(rect.height).enumerated() {
            let cut = i == rect.height - 1 && lines.count > rect.height
            grid.put(
                cut ? line.text.continued(within: rect.width) : line.text, rect.x, rect.y + i, line.style,
                clip: rect)
        }
    }

    struct Line {
        var text: String
        var style: Style
    }

    /// How to begin, until the first key: what the text holds, and the keys to try it.
    private func welcome(_ width: Int) -> [Line] {
        func keys(_ ids: CommandID...) -> String {
            ids.map { state.keyMap.keys(for: $0).first?.name(language) ?? "" }.joined(separator: " ")
        }
        let tips = [
            keys(.up, .down) + t(" choose", " choisir"),
            keys(.left, .right) + t(" change a weight", " changer un poids"),
            keys(.yearForward) + t(" a year on", " un an plus tard"),
            keys(.reading) + t(" public figures instead", " chiffres publics"), keys(.undo) + t(" undo", " annuler"),
            keys(.help) + t(" all keys", " toutes les touches"),
        ]
        // A key and what it does stay on one line.
        let text = tips.map { $0.replacing(" ", with: "\u{00A0}") }.joined(separator: "\u{00A0}· ")
        var lines = wrapped(text, width, Style(.key, .bold))
        if let claim = model.claims.first { lines += wrapped(claim.text(language) + cited([claim.id]), width) }
        lines += wrapped(model.about?(language) ?? "", width, .dim)
        return lines
    }

    /// Summary, rationale with its claims, and the origin of each number.
    func detailLines(_ focus: Focus, width: Int) -> [Line] {
        if state.showsWelcome { return welcome(width) }
        return state.page.detailLines(self, focus, width: width) ?? sharedDetail(focus, width)
    }

    /// What every view says of an item.
    func sharedDetail(_ focus: Focus, _ width: Int) -> [Line] {
        switch focus {
        case .dimension(let i): dimensionDetail(i, width)
        case .dynamic(let d): dynamicDetail(d, width)
        case .interaction(let k): interactionDetail(k, width)
        case .takeaway(let k): takeawayDetail(k, width)
        case .scenario(let place): scenarioLines(place, width)
        case .section where state.view == .compare: columnDetail(focus, width)
        case .indicator, .fact: figureLines(focus, width)
        case .claim: articleLines(focus, width)
        case .section where state.view == .article: articleLines(focus, width)
        default: []
        }
    }

    func wrapped(_ text: String, _ width: Int, _ style: Style = .text) -> [Line] {
        text.isEmpty ? [] : wrappedLines(text, width).map { Line(text: $0, style: style) }
    }

    /// Broken into lines, but never between a side or a word and the signed number after it.
    func wrappedLines(_ text: String, _ width: Int) -> [String] { Self.glued(text).wrapped(to: width) }

    /// With a space that doesn't break before each sign of a number.
    private static func glued(_ text: String) -> String {
        // On bytes: every key struck comes by here.
        let minus = Array("\u{2212}".utf8)
        let space = UInt8(ascii: " ")
        let bytes = Array(text.utf8)
        func isSign(at i: Int) -> Bool { bytes[i] == UInt8(ascii: "+") || bytes[i...].starts(with: minus) }
        var result: [UInt8] = []
        for i in bytes.indices {
            if bytes[i] == space, i + 1 < bytes.count, isSign(at: i + 1) {
                if result.isEmpty { result.reserveCapacity(bytes.count + 16) }
                result += "\u{A0}".utf8
            } else {
                result.append(bytes[i])
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// “ (D1, F2)”.
    func cited(_ claims: [String]) -> String { claims.isEmpty ? "" : " (" + claims.joined(separator: ", ") + ")" }

    private func dimensionDetail(_ i: Int, _ width: Int) -> [Line] {
        let dimension = model.dimensions[i]
        let result = balance.dimensions[i]
        var lines = wrapped(dimension.summary?(language) ?? "", width)
        lines += wrapped(originText(i), width, .dim)
        if state.settings.reading == .thesis || usesThesisInstead(i) {
            lines += wrapped((dimension.thesis.rationale?(language) ?? "") + cited(dimension.thesis.claims), width)
        }
        let contribution = words.lead(result.contribution, 3)
        lines += wrapped(
            t(
                "Contribution to the balance: weight × advantage = \(contribution). ",
                "Contribution à la balance\u{00A0}: poids × avantage = \(contribution). ")
                + Words.capitalised(tippingText(i, .max)) + ".", width)
        return lines
    }

    /// Where a dimension's start and drift come from (method §9).
    func originText(_ i: Int) -> String {
        let dimension = model.dimensions[i]
        let result = balance.dimensions[i]
        if result.reading.reading == .evidence {
            let counted = result.reading.indicatorShares.filter { $0 > 0 }.count
            return t(
                "Origin: evidence, indicators counted: \(counted) of \(dimension.indicators.count); ",
                "Origine\u{00A0}: indicateurs, comptés\u{00A0}: \(counted) sur \(dimension.indicators.count)\u{202F}; ")
                + words.driftPhrase(result.reading.drift) + "."
        }
        let fallback =
            usesThesisInstead(i)
            ? t(
                "* No indicator counted, so the thesis reading is used. ",
                "* Aucun indicateur compté\u{00A0}: la lecture « thèse » est utilisée. ") : ""
        let momentum = words.lead(Double(dimension.thesis.momentum), 0)
        switch dimension.thesis.start {
        case .level(let level):
            let coded = words.lead(Double(level), 0)
            return fallback
                + t(
                    "Origin: thesis, coded level \(coded) of 3, momentum \(momentum) of 3.",
                    "Origine\u{00A0}: thèse, codée niveau \(coded) sur 3, élan \(momentum) sur 3.")
        case .advantage(let value):
            return fallback
                + t(
                    "Origin: thesis, advantage \(words.lead(value)) given by the model, momentum \(momentum) of 3.",
                    "Origine\u{00A0}: thèse, avantage \(words.lead(value)) donné par le modèle, élan \(momentum) sur 3."
                )
        }
    }

    private func dynamicDetail(_ d: Int, _ width: Int) -> [Line] {
        let dynamic = model.dynamics[d]
        var lines = wrapped((dynamic.summary?(language) ?? "") + cited(dynamic.claims), width)
        for effect in dynamic.effects {
            let name = words.dimensionShort(effect.dimension)
            var parts: [String] = []
            if effect.immediate != 0 {
                parts.append(t("at once ", "tout de suite ") + words.lead(effect.immediate))
            }
            if effect.delayed != 0 {
                parts.append(t("within years ", "avec les ans ") + words.lead(effect.delayed))
            }
            let rationale = effect.rationale.map { words.colon + $0(language) } ?? ""
            lines += wrapped("\(name) (\(parts.joined(separator: ", ")))\(rationale)", width)
        }
        lines += wrapped(
            t(
                "Added to the log ratio at intensity 100%, delay \(numbers.plain(dynamic.delay)) years. Origin: direction from the text, size our assumption.",
                "Ajouté au log-rapport à une intensité de 100\u{202F}%, délai de \(numbers.plain(dynamic.delay)) ans. Origine\u{00A0}: sens tiré du texte, taille notre hypothèse."
            ),
            width, .dim)
        return lines
    }

    /// “Innovation US −… by 2031”: what an interaction adds to each score at the year on screen.
    func interactionText(_ k: Int) -> String {
        let shifts = Evaluator(model, state.settings).interactionShifts(k, at: balance.years)
        let parts = shifts.map { words.dimensionShort($0.dimension) + " " + words.lead($0.shift, 3) }
        return parts.joined(separator: ", ") + t(" in ", " en ") + words.year(state.settings.year)
    }

    private func interactionDetail(_ k: Int, _ width: Int) -> [Line] {
        let interaction = model.interactions[k]
        return wrapped((interaction.rationale?(language) ?? "") + cited(interaction.claims), width)
            + wrapped(
                t("Added to the log ratio: ", "Ajouté au log-rapport\u{00A0}: ") + interactionText(k) + ". "
                    + t(
                        "Delay \(numbers.plain(interaction.delay)) years; size our assumption.",
                        "Délai de \(numbers.plain(interaction.delay)) ans\u{202F}; taille notre hypothèse."), width,
                .dim)
    }

    private func takeawayDetail(_ k: Int, _ width: Int) -> [Line] {
        let takeaway = model.takeaways[k]
        let result = balance.takeaways[k]
        var lines = wrapped(
            words.symbol(result.status) + " " + words.status(result.status) + " · " + words.measured(k, balance), width,
            style(result.status))
        let flips = TakeawayFlip.all(model, state.settings, takeaway: k)
        lines += wrapped(
            Words.capitalised(words.thresholds(takeaway.test))
                + t(". What would change it: ", ". Ce qui le changerait\u{00A0}: ")
                + words.smallestMove(flips) + ".", width, .dim)
        lines += wrapped((takeaway.detail?(language) ?? "") + cited(takeaway.claims), width)
        return lines
    }

    /// “→ CN fast”.
    func driftText(_ drift: Double) -> String {
        let pace = words.drift(drift)
        guard abs(drift) >= 0.005 else { return pace }
        return words.driftArrow(drift) + " " + words.short(drift > 0 ? .first : .second) + " " + pace
    }

    /// The one change of this dimension that would bring parity.
    func tippingText(_ i: Int, _ width: Int) -> String {
        let result = balance.dimensions[i]
        if balance.favoured == nil { return atParity(width) }
        if let weight = result.tippingWeight {
            let value = numbers.percent(weight * 100)
            return fitting(
                [
                    t("a weight of \(value) would bring parity", "un poids de \(value) ramènerait à la parité"),
                    t("parity at weight \(value)", "parité au poids \(value)"),
                    t("tips at \(value)", "seuil \(value)"),
                ], width)
        }
        if let advantage = result.tippingAdvantage {
            let value = words.lead(advantage)
            return fitting(
                [
                    words.anAdvantage(advantage) + t(" would bring parity", " ramènerait à la parité"),
                    t("parity at \(value)", "parité à \(value)"), value,
                ], width)
        }
        return fitting(
            [
                t(
                    "no weight or advantage of its own brings parity",
                    "ni son poids ni son avantage ne ramènent à la parité"),
                t("never tips", "sans seuil"),
            ], width)
    }

    private func atParity(_ width: Int) -> String {
        fitting([t("the balance is at parity", "la balance est à parité"), t("at parity", "à parité")], width)
    }

    /// The intensity that would bring parity.
    func tippingText(dynamic d: Int, _ width: Int) -> String {
        if balance.favoured == nil { return atParity(width) }
        guard let tipping = balance.dynamics[d].tippingIntensity else {
            return fitting(
                [
                    t("no intensity brings parity", "aucune intensité ne ramène à la parité"),
                    t("never tips", "sans seuil"),
                ], width)
        }
        let value = numbers.percent(tipping, upTo: 1)
        return fitting(
            [
                t("an intensity of \(value) would bring parity", "une intensité de \(value) ramènerait à la parité"),
                t("parity at \(value)", "parité à \(value)"),
            ], width)
    }
}
