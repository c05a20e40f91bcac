import ArgumentParser

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@main
struct Main {
    static func main() {
        // A reader of our output that goes away must not kill us by a signal: the write says so.
        signal(SIGPIPE, SIG_IGN)
        // Nor a file that may grow no further.
        signal(SIGXFSZ, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            if let shell = Completions.shell(arguments) {
                return try Streams.print(Completions.script(for: shell) + "\n")
            }
            try Repeats.check(arguments)
            if let exploration = Exploration(plain: arguments) { return try exploration.run() }
            var command = try Fulcrum.parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            Streams.complain(failure.lines)
            exit(failure.code)
        } catch {
            if Fulcrum.exitCode(for: error) == .success { Fulcrum.exit(withError: error) }
            let message = Fulcrum.message(for: error).split(separator: "\n").joined(separator: " ")
            Streams.complain(["fulcrum: \(message) (\(Self.help(arguments)))"])
            exit(Failure.Code.usage.rawValue)
        }
    }

    /// Where the options of what was asked for are listed.
    private static func help(_ arguments: [String]) -> String {
        let names = Fulcrum.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard let command = arguments.first, names.contains(command) else {
            return "fulcrum --help lists the commands, fulcrum explore --help the options"
        }
        return "fulcrum \(command) --help lists what it takes"
    }
}

/// The command tree.
struct Fulcrum: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fulcrum",
        abstract: "Explore a balance of power by hand: who leads, how sure that is, and what would flip it.",
        discussion: """
            Without a command, fulcrum explores, and takes the options of explore: --model, --scenario, --weight, \
            --year, --lang, --fresh, --linear and more; fulcrum explore --help lists them. Settings apply in this \
            order: model, then session (explore only), then scenario, then options.
            """,
        version: Program.version,
        subcommands: [
            ExploreCommand.self, ReportCommand.self, CompareCommand.self, ScenariosCommand.self, CheckCommand.self,
            ModelCommand.self,
        ],
        defaultSubcommand: ExploreCommand.self)
}

enum Program {
    static let version = "0.1.0"
    static let name = "fulcrum \(version)"
}

/// An option given twice is a slip, and which of the two is meant can't be known.
enum Repeats {
    private static let repeatable: Set = ["--weight", "--dynamic", "--indicator"]

    static func check(_ arguments: [String]) throws(Failure) {
        var seen: Set<String> = []
        for argument in arguments {
            if argument == "--" { return }
            guard argument.hasPrefix("--") else { continue }
            let name = String(argument.prefix { $0 != "=" })
            guard !repeatable.contains(name) else { continue }
            guard seen.insert(name).inserted else {
                throw Failure(.usage, "\(name) is given twice; give it once")
            }
        }
    }
}
