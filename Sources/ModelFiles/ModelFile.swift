import BalanceModel

/// Model files (contract §2).
public enum ModelFile {
    /// The largest file that is read, in bytes.
    public static let largestFile = ReadingLimits.bytes

    /// Reads a model; throws all problems, by place.
    public static func decode(_ bytes: some Sequence<UInt8>) throws(ProblemList) -> Model {
        let (root, problems) = try NodeComposer.root(of: bytes)
        return try ModelDecoder.decode(root, problems: problems)
    }

    /// Reads a model from a file.
    public static func load(path: String) throws(FileProblem) -> Model {
        try FileProblem.decode(path) { bytes throws(ProblemList) in try decode(bytes) }
    }

    /// The file's text: decoding it gives the same model.
    public static func yaml(_ model: Model) -> String {
        NodeWriter.text(ModelWriter(model: model).pairs(), spaced: true)
    }
}

/// Scenarios saved by the reader (contract §4).
public enum ScenarioFile {
    /// Reads a scenario for `model`; throws all problems, by place.
    public static func decode(_ bytes: some Sequence<UInt8>, for model: Model) throws(ProblemList) -> Scenario {
        let (root, problems) = try NodeComposer.root(of: bytes)
        return try ScenarioDecoder.decode(root, for: model, problems: problems)
    }

    /// Reads a scenario for `model` from a file.
    public static func load(path: String, for model: Model) throws(FileProblem) -> Scenario {
        try FileProblem.decode(path) { bytes throws(ProblemList) in try decode(bytes, for: model) }
    }

    /// The id of the model that a scenario file is for, if the file says so; reads no more than that.
    public static func modelID(_ bytes: some Sequence<UInt8>) -> String? {
        NodeComposer.compose(bytes).root?["model"]?.text
    }

    /// The file's text: decoding it gives the same scenario.
    public static func yaml(_ scenario: Scenario, for model: Model) -> String {
        NodeWriter.text([.init("model", .plain(model.id))] + ScenarioWriter(model: model).pairs(scenario))
    }
}

extension SessionFile {
    /// Reads a session of `model` from a file.
    public static func load(path: String, for model: Model) throws(FileProblem) -> Session {
        try FileProblem.decode(path) { bytes throws(ProblemList) in try decode(bytes, for: model) }
    }
}

extension ConfigFile {
    /// Reads a configuration from a file.
    public static func load(path: String) throws(FileProblem) -> Config {
        try FileProblem.decode(path) { bytes throws(ProblemList) in try decode(bytes) }
    }
}
