import Foundation
import Testing

/// Every option of every command, as the program itself lists them, with what it can't take.
@Suite(.serialized) struct EveryOptionTests {
    struct Option {
        let command: String
        let name: String
        let isFlag: Bool
        let isRepeating: Bool
        /// What a command can't do without, and what keeps `explore` from asking for a terminal.
        let before: [String]
    }

    private struct Dump: Decodable {
        struct Command: Decodable {
            var commandName: String
            var arguments: [Argument]?
            var subcommands: [Command]?
        }
        struct Argument: Decodable {
            struct Name: Decodable { var name: String }
            var kind: String
            var names: [Name]?
            var isRepeating: Bool
        }
        var command: Command
    }

    let home: Home
    let options: [Option]

    init() throws {
        home = try Home()
        let dump = try home.run(["--experimental-dump-help"])
        let root = try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command
        let needs = ["explore": ["--linear"], "compare": ["thesis"], "check": ["none.yaml"]]
        options = (root.subcommands ?? []).filter { $0.commandName != "help" }.flatMap { command in
            (command.arguments ?? []).filter { $0.kind != "positional" }.map { argument in
                let name = "--" + (argument.names?.last?.name ?? "")
                let before = (needs[command.commandName] ?? []).filter { $0 != name }
                return Option(
                    command: command.commandName, name: name, isFlag: argument.kind == "flag",
                    isRepeating: argument.isRepeating, before: before)
            }
        }
        try #require(options.count > 50)
    }

    /// One line, a usage or file error, nothing on standard output, nothing written, nothing that commands a terminal.
    private func expectRefused(
        _ arguments: [String], naming name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let outcome = try home.run(arguments)
        let what = "\(arguments.map { $0.prefix(80) }): \(outcome.status) \(outcome.complaints.map { $0.prefix(300) })"
        #expect([64, 65, 66, 73].contains(outcome.status), "\(what)", sourceLocation: sourceLocation)
        #expect(outcome.complaints.count == 1, "\(what)", sourceLocation: sourceLocation)
        let complaint = outcome.complaints.first ?? ""
        #expect(name.isEmpty || complaint.contains(name), "\(what)", sourceLocation: sourceLocation)
        #expect(complaint.unicodeScalars.count < 1000, "\(what.prefix(500))", sourceLocation: sourceLocation)
        #expect(
            complaint.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }, "\(what)",
            sourceLocation: sourceLocation)
        #expect(outcome.output.isEmpty && home.names.isEmpty, "\(what)", sourceLocation: sourceLocation)
    }

    @Test func aMissingValue() throws {
        for option in options where !option.isFlag {
            try expectRefused([option.command] + option.before + [option.name], naming: option.name)
            try expectRefused([option.command, option.name] + ["--lang"] + option.before, naming: option.name)
        }
    }

    @Test func aValueThatIsNone() throws {
        for option in options where !option.isFlag && option.name != "--output" {
            for value in ["", " ", "=", "\u{1B}[2J", "nan", "-", "é界\u{301}", String(repeating: "9", count: 20_000)] {
                // Any path may be a model's; this one is none.
                let naming = option.name == "--model" ? "" : option.name
                try expectRefused([option.command] + option.before + ["\(option.name)=\(value)"], naming: naming)
            }
        }
    }

    @Test func aPlaceThatIsNone() throws {
        for command in [["report"], ["compare", "thesis"]] {
            for place in ["", "/", ".", "/proc/none/x", String(repeating: "n", count: 5000), "no/\u{7}such"] {
                try expectRefused(command + ["--samples", "1000", "--output=\(place)"], naming: "")
            }
        }
    }

    @Test func twice() throws {
        let values = [
            "--year": "2030", "--samples": "1000", "--seed": "3", "--lang": "fr", "--theme": "dark",
            "--reading": "thesis", "--confidence": "low", "--aggregation": "geometric", "--terrain-shift": "on",
            "--format": "json",
        ]
        for option in options where !option.isRepeating && !["--version", "--help"].contains(option.name) {
            let once = option.isFlag ? option.name : option.name + "=" + (values[option.name] ?? "x")
            try expectRefused([option.command] + option.before + [once, once], naming: option.name)
        }
    }

    @Test func aValueForAFlag() throws {
        for option in options where option.isFlag && !["--version", "--help"].contains(option.name) {
            try expectRefused([option.command] + option.before + [option.name + "=1"], naming: option.name)
        }
    }

    @Test func whatNoCommandHas() throws {
        for command in Set(options.map(\.command)).sorted() {
            let before = options.first { $0.command == command }?.before ?? []
            for wrong in ["--nonsense", "-z", "--year2", "--\u{1B}]0;x", "--weight-compute=3"] {
                try expectRefused([command] + before + [wrong], naming: "")
            }
            try expectRefused([command] + before + ["one", "two"], naming: "")
        }
    }
}
