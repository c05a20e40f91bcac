import Testing

@testable import ModelFiles

@Suite struct DynamicRefusals {
    @Test(
        arguments: [
            Refusal(
                "intensity: 50", "intensity: 101",
                "42:16: “intensity” must be a number from 0 to 100, not 101"),
            Refusal(
                "reference: 40", "reference: -1",
                "43:16: “reference” must be a number from 0 to 100, not -1"),
            Refusal(
                "delay: 4", "delay: 0",
                "44:12: “delay” must be a number above 0, not 0"),
            Refusal(
                "id: malaise, name", "id: alignment, name",
                "50:10: dynamic “alignment” is defined twice, first on line 39; ids must differ",
                "52:27: dynamic “malaise” is not defined; expected: alignment",
                "59:16: dynamic “malaise” is not defined; expected: alignment",
                "75:44: dynamic “malaise” is not defined; expected: alignment"),
            Refusal(
                "compute: {immediate: 0.15, delayed: 0, rationale: Access}", "computer: {immediate: 0.15, delayed: 0}",
                "47:7: dimension “computer” is not defined; did you mean “compute”?"),
            Refusal(
                "compute: {immediate: 0.15, delayed: 0, rationale: Access}", "compute: 0.15",
                "47:16: “compute” must be a set of keys and values, not 0.15"),
            Refusal(
                "compute: {immediate: 0.15, delayed: 0, rationale: Access}", "compute: {immediate: 0.15}",
                "47:16: key “delayed” is missing: it must be a number from -100 to 100"),
            Refusal(
                "value: 7840", "value: -1.7e308",
                "49:85: “value” must be a number from -1e15 to 1e15, not -1.7e308"),
            Refusal(
                "value: 7840", "value: lots",
                "49:85: “value” must be a number from -1e15 to 1e15, not “lots”"),
            Refusal(
                "year: 2025, value", "year: 20250, value",
                "49:72: “year” must be a whole number from 1000 to 2999, not 20250"),
            Refusal(
                "observations: [{year: 2025, value: 7840, period: {en: spring, fr: printemps}}]", "observations: []",
                "49:64: “observations” has 0 entries; expected: at least 1"),
            Refusal(
                "between: [alignment, malaise]", "between: [alignment, alignment]",
                "52:27: two different dynamics are expected"),
            Refusal(
                "between: [alignment, malaise]", "between: [alignment]",
                "52:15: “between” has 1 entry; expected: exactly 2"),
            Refusal(
                "between: [alignment, malaise]", "between: [alignment, malayse]",
                "52:27: dynamic “malayse” is not defined; did you mean “malaise”?"),
            Refusal(
                "delay: 5, effects: {innovation: -0.2}", "delay: -5, effects: {inovation: high}",
                "52:44: “delay” must be a number above 0, not -5",
                "52:58: dimension “inovation” is not defined; did you mean “innovation”?",
                "52:69: “inovation” must be a number from -100 to 100, not “high”"),
        ])
    func dynamics(_ refusal: Refusal) { refusal.check() }

    @Test(
        arguments: [
            Refusal(
                "year: 2030", "year: 2050.5",
                "63:11: “year” must be a number from 2025 to 2050, not 2050.5"),
            Refusal(
                "year: 2030", "year: 2024",
                "63:11: “year” must be a number from 2025 to 2050, not 2024"),
            Refusal(
                "points: {compute: 30}", "points: {compute: 0, innovation: 0}",
                "58:13: all points are 0; at least one dimension needs some"),
            Refusal(
                "points: {compute: 30}", "points: {compute: 130, elsewhere: 1}",
                "58:23: “compute” must be a number from 0 to 100, not 130",
                "58:28: dimension “elsewhere” is not defined; expected: innovation or compute"),
            Refusal(
                "dynamics: {malaise: 80}", "dynamics: {malaise: -1}",
                "59:25: “malaise” must be a number from 0 to 100, not -1"),
            Refusal(
                "score_change: {compute: -0.3}", "score_change: {compute: 1e9}",
                "60:29: “compute” must be a number from -100 to 100, not 1e9"),
            Refusal(
                "drift_change: {innovation: -0.05}", "drift_change: [innovation]",
                "61:19: “drift_change” must be a set of keys and values, not a list"),
            Refusal(
                "indicators: {notable-models: 0}", "indicators: {notable-model: 11}",
                "62:18: indicator “notable-model” is not defined; did you mean “notable-models”?",
                "62:33: “notable-model” must be a number from 0 to 10, not 11"),
            Refusal(
                "name: Stack export", "nom: Stack export",
                "54:5: key “name” is missing: it must be text, or texts by language",
                "55:5: unknown key “nom”; expected: id, name, story, claims, points, dynamics, score_change, drift_change, indicators, year, reading, aggregation or terrain_shift"
            ),
        ])
    func scenarios(_ refusal: Refusal) { refusal.check() }

    @Test(
        arguments: [
            Refusal(
                "measure: dimensions-not-led", "measure: dimensions-led",
                "72:21: “measure” must be dimensions-not-led, effective-dimensions, dynamic-cost, dynamic-reversal, deciding-power, dynamic-grip, years-to-parity or split-lead, not “dimensions-led”"
            ),
            Refusal(
                "measure: dimensions-not-led", "measure: dimensions-not-led, dimension: compute",
                "72:41: measure “dimensions-not-led” takes no “dimension”; leave it out"),
            Refusal(
                "supported_at: 2, contradicted_at: 0", "supported_at: 2, contradicted_at: 2",
                "72:75: “supported_at” and “contradicted_at” are equal; they must differ"),
            Refusal(
                "dynamic: malaise, ", "",
                "75:11: key “dynamic” is missing: it must be the id of a dynamic"),
            Refusal(
                "years: 10", "years: 26",
                "75:83: “years” must be a number from 0 to 25, not 26"),
            Refusal(
                "first: [innovation]", "first: []",
                "78:40: “first” has 0 entries; expected: at least 1"),
            Refusal(
                "first: [innovation]", "first: [innovation, innovation]",
                "78:53: “innovation” stands twice in this list; once is expected"),
            Refusal(
                "id: K2", "id: K1",
                "73:9: takeaway “K1” is defined twice, first on line 68; ids must differ"),
        ])
    func takeaways(_ refusal: Refusal) { refusal.check() }
}
