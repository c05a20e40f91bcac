import ArgumentParser
import BalanceModel
import ModelFiles
import Store
import Wording

/// `fulcrum check FILE`: every problem of a model file on a line of its own.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Validate a model file; every problem on its own line.")

    @Argument(help: "The model file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(help: "Language of the messages (default: from LC_ALL, LC_MESSAGES, LANG).")
    var lang: Language?

    func run() throws {
        do throws(FileProblem) {
            _ = try ModelFile.load(path: file)
        } catch {
            let lines = error.lines(lang ?? Surroundings.language)
            throw Failure(lines: error.isLocated ? lines : lines.map { "fulcrum: " + $0 }, code: error.exitCode)
        }
    }
}

/// `fulcrum model`: the bundled model file, to start one's own from.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Print a bundled model file, to start one's own from.")

    @Argument(
        help: "The name of a bundled model; default: the first of the list.", completion: .list(BundledModels.ids))
    var name: String?

    @Flag(help: "List the bundled models: id, tab, title.")
    var list = false

    @Option(help: "Language of the titles (default: from LC_ALL, LC_MESSAGES, LANG).")
    var lang: Language?

    func run() throws {
        if list {
            let lines = BundledModels.ids.compactMap { id in
                BundledModels.model(id).map { "\(id)\t\($0.title(lang ?? Surroundings.language))\n" }
            }
            try Streams.print(lines.joined())
            return
        }
        let ids = BundledModels.ids
        guard let id = name ?? ids.first, let yaml = BundledModels.yaml(id) else {
            throw Failure(.usage, "model \(name ?? ""): unknown; the bundled ones are \(ids.joined(separator: ", "))")
        }
        try Streams.print(String(decoding: yaml, as: UTF8.self))
    }
}

/// `fulcrum scenarios`: bundled and saved ones, one a line.
struct ScenariosCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scenarios", abstract: "List the scenarios, bundled and saved: id, tab, name.")

    @OptionGroup var options: ModelOptions

    func run() throws {
        let settings = SettingChoices(model: options.model, lang: options.lang)
        let model = try settings.loadModel()
        let all = model.scenarios + Readers.scenarios(model, settings.language)
        try Streams.print(all.map { "\($0.id)\t\(Printable.shown($0.name(settings.language)))\n" }.joined())
    }
}

struct ModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A model file, or the name of a bundled model.", valueName: "FILE"),
        completion: .file(extensions: ["yaml", "yml"]))
    var model: String?

    @Option(help: "Language of texts (default: from LC_ALL, LC_MESSAGES, LANG).")
    var lang: Language?
}

/// The reader's own files, where there is a home for them.
enum Readers {
    static var library: Library? { Places(environment: Surroundings.environment).map(Library.init) }

    /// Saved scenarios; what is wrong with them is said on standard error.
    static func scenarios(_ model: Model, _ language: Language) -> [Scenario] {
        var notices: [Phrase] = []
        let scenarios = library?.scenarios(for: model, notices: &notices) ?? []
        Streams.complain(notices.map { "fulcrum: " + $0(language) })
        return scenarios
    }
}
