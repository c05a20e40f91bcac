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
                try Streams.print(Completions.script(for: shell) + "\n")
                return
            }
            try checkEncoding()
            try Repeats.check(arguments)
            if let exploration = Exploration(plain: arguments) { return try exploration.run() }
            var command = try Fulcrum.parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            end(failure)
        } catch {
            if Fulcrum.exitCode(for: error) == .success { printHelp(Fulcrum.fullMessage(for: error)) }
            let message = Fulcrum.message(for: error).split(separator: "\n").joined(separator: " ")
            end(Failure(.usage, "\(message) (\(Self.help(arguments)))"))
        }
    }

    private static func end(_ failure: Failure) -> Never {
        Streams.complain(failure.lines)
        exit(failure.code)
    }

    /// What was asked for, so on standard output, and a failure where that can't be written.
    private static func printHelp(_ text: String) -> Never {
        do throws(Failure) {
            try Streams.print(text.hasSuffix("\n") ? text : text + "\n")
        } catch {
            end(error)
        }
        exit(0)
    }

    /// Decoded, an argument that is not UTF-8 would name another file.
    private static func checkEncoding() throws(Failure) {
        for number in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[number] else { return }
            guard String(validatingCString: argument) == nil else { continue }
            throw Failure(
                .usage, "\(String(cString: argument)): argument \(number) is not UTF-8; text in UTF-8 is expected")
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
