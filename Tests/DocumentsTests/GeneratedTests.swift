import BalanceModel
import CellGrid
import Foundation
import ModelFiles
import Testing
import Wording

@testable import Explorer

/// What is generated from the program's own tables is as they are now. FULCRUM_UPDATE=1 rewrites it.
@Suite("Generated documents", .serialized)
struct GeneratedTests {
    @Test("the manual pages are made from the command tree and the command table", arguments: Language.allCases)
    func manual(language: Language) throws {
        var manual = Manual(try ToolHelp.read(), language)
        try Repository.expect("Assets/man/fulcrum\(language == .en ? "" : ".fr").1", manual.text())
    }

    @Test("every help text has its French")
    func french() throws {
        func texts(_ command: CommandHelp) -> [String] {
            [command.abstract, command.discussion].compactMap { $0 } + command.options.compactMap(\.abstract)
                + command.commands.flatMap(texts)
        }
        let missing = Set(texts(try ToolHelp.read())).subtracting(HelpInFrench.texts.keys)
        #expect(missing.isEmpty)
    }

    @Test("the README's key table is the command table")
    func keys() throws {
        var text = "| keys | command | what it does |\n|---|---|---|\n"
        for command in Command.table {
            let keys = command.keys.map { "`\($0.name(.en))`" }.joined(separator: " ")
            text += "| \(keys) | `\(command.id.rawValue)` | \(command.help(.en)) |\n"
        }
        try Repository.expect("README.md", part: "keys", text)
    }

    @Test("the README's list of what --linear knows is the dialogue's own")
    func dialogue() throws {
        var text = "| line | what it does |\n|---|---|\n"
        for verb in LinearVerb.table {
            text += "| `\(verb.usage.en.replacing("|", with: "\\|"))` | \(verb.help.en.replacing("|", with: "\\|")) |\n"
        }
        try Repository.expect("README.md", part: "linear", text)
    }

    @Test("the README's screens are what the program draws", arguments: View.allCases, Language.allCases)
    func screens(view: View, language: Language) throws {
        let model = try #require(BundledModels.model("ai-us-china"))
        var state = State(model: model, language: language)
        _ = reduce(&state, .input(.resize(Size(80, 24))))
        _ = reduce(&state, .command(view.command))
        let grid = Screen.render(state, Size(80, 24), theme: .standard).grid
        let screen = "```text\n" + grid.text + (grid.text.hasSuffix("\n") ? "" : "\n") + "```\n"
        if view == .balance, language == .en { try Repository.expect("README.md", part: "first", screen) }
        try Repository.expect("README.md", part: "\(view.rawValue)-\(language.rawValue)", screen)
    }

    @Test("the dialogue speaks through a pipe, without a terminal")
    func pipe() throws {
        let said = try Repository.run(
            ["explore", "--linear", "--fresh", "--lang", "en"], input: "weight compute 30\nnonsense\nquit\nlist\n")
        let lines = said.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.contains("Clear lead: United States, by 0.23") })
        #expect(lines.last?.contains("nonsense") == true)
        #expect(!said.contains("\u{1B}"))
    }

    @Test("the README's small model passes check")
    func smallModel() throws {
        let readme = try Repository.text("README.md")
        let start = try #require(readme.range(of: "```yaml\n"))
        let stop = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
        let yaml = String(readme[start.upperBound..<stop.lowerBound])
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("fulcrum-\(getpid()).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try yaml.write(to: file, atomically: true, encoding: .utf8)
        let model = try ModelFile.load(path: file.path)
        #expect(model.dimensions.count >= 2)
    }
}
