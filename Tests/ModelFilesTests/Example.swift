import BalanceModel

@testable import ModelFiles

/// A small model with every key of the contract.
enum Example {
    static let yaml = """
        format: 1
        id: example
        title: Example
        about: {en: A small model, fr: Un petit modèle}
        base_year: 2025
        terrain_shift: off
        reading: thesis
        aggregation: arithmetic
        sides:
          - {id: us, name: {en: United States, fr: États-Unis}, short: US}
          - {id: cn, name: China, short: CN}
        claims:
          - {id: T1, text: "One: a claim"}
          - {id: D1, text: {en: Another, fr: Une autre}}
        dimensions:
          - id: innovation
            name: Innovation
            short: Innov.
            summary: What is new
            points: 20
            shift: 0.0
            thesis: {level: 1, momentum: -2, uncertainty: 0.15, drift_uncertainty: 0.0125, claims: [D1], rationale: Ahead}
            indicators:
              - id: notable-models
                name: Notable models
                unit: models
                better: more
                weight: 1
                trend: on
                confidence: high
                values: {2023: [61, 15], 2024: [40, 15]}
                source: {publisher: "Somebody", title: "A report", date: 2025-04, url: "https://example.org/"}
                note: A note
          - id: compute
            name: Computing
            points: 12.5
            thesis: {advantage: 0.3, momentum: 0}
        dynamics:
          - id: alignment
            name: Alignment
            summary: How close
            intensity: 50
            reference: 40
            delay: 4
            claims: [T1]
            effects:
              compute: {immediate: 0.15, delayed: 0, rationale: Access}
            facts:
              - {id: grants, name: Grants, unit: grants, observations: [{year: 2025, value: 7840, period: {en: spring, fr: printemps}}], confidence: high, source: {publisher: P, date: 2025, url: U}, note: N}
          - {id: malaise, name: Malaise, intensity: 30, delay: 5, effects: {innovation: {immediate: 0, delayed: -0.3}}}
        interactions:
          - {between: [alignment, malaise], delay: 5, effects: {innovation: -0.2}, claims: [T1], rationale: Both}
        scenarios:
          - id: stack-export
            name: Stack export
            story: A story
            claims: [T1]
            points: {compute: 30}
            dynamics: {malaise: 80}
            score_change: {compute: -0.3}
            drift_change: {innovation: -0.05}
            indicators: {notable-models: 0}
            year: 2030
            reading: evidence
            aggregation: geometric
            terrain_shift: on
        takeaways:
          - id: K1
            text: Not alone
            detail: In detail
            claims: [T1, D1]
            test: {measure: dimensions-not-led, supported_at: 2, contradicted_at: 0}
          - id: K2
            text: Cost
            test: {measure: dynamic-grip, dynamic: malaise, dimension: innovation, years: 10, supported_at: 0.15, contradicted_at: 0.02}
          - id: K3
            text: Split
            test: {measure: split-lead, first: [innovation], second: [compute], supported_at: 0.05, contradicted_at: -0.1}

        """

    static func model() throws -> Model { try ModelFile.decode(yaml.utf8) }

    /// The example with one text replaced, which must be in it.
    static func with(_ old: String, _ new: String) -> String {
        guard let range = yaml.firstRange(of: old) else { return "the example has no \(old)" }
        return yaml.replacingCharacters(in: range, with: new)
    }
}

extension String {
    /// The first place of a text; without Foundation.
    func firstRange(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            formIndex(after: &start)
        }
        return nil
    }

    func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
