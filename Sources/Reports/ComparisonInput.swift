import BalanceModel
import Wording

/// What `fulcrum compare` reports: a baseline against the present settings (method §6, comparing two settings).
public struct ComparisonInput: Sendable {
    /// Name and version, as “fulcrum 1.0.0”.
    public var program: String
    public var model: Model
    public var comparison: Comparison
    /// The baseline as the reader asked for it: `thesis`, `evidence` or a scenario's id; scripts see this.
    public var baseline: String
    public var language: Language
    /// What follows `fulcrum` in the command that gives this report again.
    public var command: [String]
    /// The reader's own scenarios, for their names.
    public var savedScenarios: [Scenario]

    public init(
        program: String, model: Model, comparison: Comparison, baseline: String, language: Language,
        command: [String], savedScenarios: [Scenario] = []
    ) {
        self.program = program
        self.model = model
        self.comparison = comparison
        self.baseline = baseline
        self.language = language
        self.command = command
        self.savedScenarios = savedScenarios
    }

    func scenario(id: String) -> Scenario? {
        model.scenario(id: id) ?? savedScenarios.first { $0.id == id }
    }
}
