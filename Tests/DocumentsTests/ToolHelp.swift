import Foundation

/// The command tree, as the program itself describes it.
struct ToolHelp: Decodable {
    var command: CommandHelp

    static func read() throws -> CommandHelp {
        let text = try Repository.run(["--experimental-dump-help"])
        return try JSONDecoder().decode(ToolHelp.self, from: Data(text.utf8)).command
    }
}

struct CommandHelp: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var subcommands: [CommandHelp]?
    var arguments: [OptionHelp]?

    /// The program's own commands.
    var commands: [CommandHelp] { (subcommands ?? []).filter { $0.commandName != "help" } }

    /// What follows the name, but for what every command has.
    var options: [OptionHelp] {
        (arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.valueName) }
    }
}

struct OptionHelp: Decodable, Hashable {
    struct Name: Decodable, Hashable {
        var kind: String
        var name: String
        var text: String { (kind == "short" ? "-" : "--") + name }
    }

    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var names: [Name]?
    var valueName: String?
    var abstract: String?
    var allValues: [String]?
    var allValueStrings: [String]?

    /// What may stand for the value: its name, or all there is.
    var value: String {
        (allValueStrings ?? allValues).map { $0.joined(separator: "|") } ?? (valueName ?? "").uppercased()
    }
}
