import BalanceModel

/// A comparison's numbers rounded so that they add up as they are shown: the terms of each row and column to their
/// sums, and these to the difference of the two values shown (method §6, comparing two settings).
public struct RoundedSplit: Sendable, Hashable {
    /// Decimals of all its numbers.
    public static let decimals = 3
    private static let scale = 1000.0

    /// Index of the first and of the second settings, both in the second's aggregation.
    public let from: Double
    public let to: Double
    public var change: Double { to - from }
    /// What the weights did and what the scores did, by dimension.
    public let weights: [Double]
    public let scores: [Double]
    /// Their sums over the dimensions.
    public let weightSum: Double
    public let scoreSum: Double
    /// Both together, by dimension.
    public var both: [Double] { weights.indices.map { weights[$0] + scores[$0] } }
    /// Of the second settings; the numbers are on its index, log ratios under geometric aggregation (method §5).
    public let aggregation: Aggregation
    /// Whether nothing differs, before rounding.
    public let isNothing: Bool

    public init(_ comparison: Comparison) {
        let end = Self.units(comparison.to.index)
        let start = Self.units(comparison.to.index - comparison.change)
        let sums = [comparison.weights.reduce(0, +), comparison.scores.reduce(0, +)]
        let parts = Self.apportioned(sums, to: end - start)
        from = Double(start) / Self.scale
        to = Double(end) / Self.scale
        weightSum = Double(parts[0]) / Self.scale
        scoreSum = Double(parts[1]) / Self.scale
        weights = Self.apportioned(comparison.weights, to: parts[0]).map { Double($0) / Self.scale }
        scores = Self.apportioned(comparison.scores, to: parts[1]).map { Double($0) / Self.scale }
        aggregation = comparison.to.settings.aggregation
        isNothing = (comparison.weights + comparison.scores).allSatisfy(Self.isZero)
    }

    private static func units(_ value: Double) -> Int { Int((value * scale).rounded()) }
    private static func isZero(_ value: Double) -> Bool { abs(value) < 1e-12 }

    /// Each value to the nearest unit, then as many of those furthest from theirs moved by one as the total asks for
    /// (largest remainder, with signs); a value of 0 stays 0 as long as another can give.
    static func apportioned(_ values: [Double], to total: Int) -> [Int] {
        var parts = values.map(units)
        while true {
            let missing = total - parts.reduce(0, +)
            guard missing != 0, !parts.isEmpty else { return parts }
            let step = missing > 0 ? 1 : -1
            func distance(_ i: Int) -> Double { (values[i] * scale - Double(parts[i])) * Double(step) }
            let order = values.indices.sorted {
                let (zeroFirst, zeroSecond) = (isZero(values[$0]), isZero(values[$1]))
                return zeroFirst != zeroSecond ? zeroSecond : distance($0) > distance($1)
            }
            for i in order.prefix(abs(missing)) { parts[i] += step }
        }
    }
}

/// What the present settings are compared with.
public enum Baseline: Sendable, Hashable {
    case thesis, evidence, pinned
    case scenario(Scenario)
}

extension Words {
    /// A baseline's name over a column.
    public func name(_ baseline: Baseline) -> String {
        switch baseline {
        case .thesis: reading(.thesis)
        case .evidence: reading(.evidence)
        case .pinned: t("pinned", "épinglés")
        case .scenario(let scenario): scenario.name(language)
        }
    }

    /// The present settings' name over a column.
    public var mine: String { t("yours", "les vôtres") }

    /// “From the thesis to your settings: CN +0.328, of which weights CN +0.040 and scores CN +0.288”, and shorter ones.
    public func comparison(_ baseline: Baseline, _ split: RoundedSplit) -> [String] {
        if split.isNothing {
            return [
                t(
                    "\(from(baseline)) to your settings: no difference, neither in weights nor in scores.",
                    "\(from(baseline)) à vos réglages\u{00A0}: aucune différence, ni de poids ni de scores."),
                t("No difference from ", "Aucune différence avec ") + named(baseline) + ".",
            ]
        }
        let unit = split.aggregation == .arithmetic ? "" : t(" in log ratios", " en log-rapports")
        let change = lead(split.change, RoundedSplit.decimals) + unit
        let weights = lead(split.weightSum, RoundedSplit.decimals)
        let scores = lead(split.scoreSum, RoundedSplit.decimals)
        return [
            t(
                "\(from(baseline)) to your settings: \(change), of which weights \(weights) and scores \(scores).",
                "\(from(baseline)) à vos réglages\u{00A0}: \(change), dont poids \(weights) et scores \(scores)."),
            t(
                "To your settings \(change): weights \(weights), scores \(scores)",
                "Vers vos réglages \(change)\u{00A0}: poids \(weights), scores \(scores)"),
        ]
    }

    private func from(_ baseline: Baseline) -> String {
        switch baseline {
        case .thesis: t("From the thesis", "De la thèse")
        case .evidence: t("From the evidence", "Des indicateurs")
        case .pinned: t("From the pinned settings", "Des réglages épinglés")
        case .scenario(let scenario):
            t("From ", "De ") + quoted(scenario.name(language))
        }
    }

    private func named(_ baseline: Baseline) -> String {
        switch baseline {
        case .thesis: t("the thesis", "la thèse")
        case .evidence: t("the evidence", "les indicateurs")
        case .pinned: t("the pinned settings", "les réglages épinglés")
        case .scenario(let scenario): quoted(scenario.name(language))
        }
    }

    /// “Largest part: score of Deployment, CN +0.190”; `nil` where nothing differs.
    public func largestPart(_ split: RoundedSplit) -> String? {
        let terms = split.weights.indices.flatMap { i in
            [(i, split.weights[i], t("weight", "poids")), (i, split.scores[i], t("score", "score"))]
        }
        guard !split.isNothing, let largest = terms.max(by: { abs($0.1) < abs($1.1) }), largest.1 != 0 else {
            return nil
        }
        let value = lead(largest.1, RoundedSplit.decimals)
        return t(
            "Largest part: \(largest.2) of \(dimensionShort(largest.0)), \(value).",
            "Plus grande part\u{00A0}: \(largest.2), \(dimensionShort(largest.0)), \(value).")
    }

    /// What a baseline stands for.
    public func about(_ baseline: Baseline) -> String {
        switch baseline {
        case .thesis:
            t(
                "The model’s own settings with the text’s words as scores, at the year, aggregation, terrain shift and confidence on screen.",
                "Les réglages du modèle, avec pour scores les mots du texte, pour l’année, l’agrégation, le glissement du terrain et la confiance à l’écran."
            )
        case .evidence:
            t(
                "The model’s own settings with public figures as scores, at the year, aggregation, terrain shift and confidence on screen.",
                "Les réglages du modèle, avec pour scores les chiffres publics, pour l’année, l’agrégation, le glissement du terrain et la confiance à l’écran."
            )
        case .pinned:
            t(
                "The settings you pinned, as they were then.",
                "Les réglages que vous avez épinglés, tels qu’ils étaient alors.")
        case .scenario(let scenario): scenario.story?(language) ?? sets(scenario).joined(separator: " · ")
        }
    }
}
