import Foundation
import Testing

/// The generated completion script in a real bash.
@Suite("Shell completions")
struct CompletionTests {
    /// What bash offers for a command line with the cursor at its end.
    private func offered(_ line: String) throws -> [String] {
        let program = try Repository.program()
        let script = try Repository.run(["--generate-completion-script", "bash"])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        let ask = """
            COMP_LINE=\(quoted(line)); COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            [[ "$COMP_LINE" = *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            compopt() { printf 'compopt %s\\n' "$*"; }
            _fulcrum_in_place fulcrum "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        process.arguments = ["--norc", "-c", script + "\n" + ask]
        let path = program.deletingLastPathComponent().path
        process.environment = ["PATH": "\(path):/usr/bin:/bin", "LANG": "C.UTF-8"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }

    @Test(
        "ids, formats, themes and baselines are offered",
        arguments: [
            ("fulcrum report --weight comp", ["compopt -o nospace +o filenames", "compute="]),
            ("fulcrum report --dynamic mal", ["compopt -o nospace +o filenames", "malaise="]),
            ("fulcrum report --format s", ["svg"]), ("fulcrum explore --theme mono", ["monochrome"]),
            ("fulcrum compare the", ["thesis"]), ("fulcrum report --reading e", ["evidence"]),
        ])
    func bash(line: String, expected: [String]) throws {
        #expect(try offered(line) == expected)
    }

    @Test("all ids of a kind are offered, and scenarios")
    func all() throws {
        #expect(try offered("fulcrum report --weight ").count > 3)
        #expect(try offered("fulcrum report --indicator ").count > 10)
        #expect(try offered("fulcrum explore --scenario ").count > 2)
    }

    @Test("each shell has its script", arguments: ["bash", "zsh", "fish"])
    func scripts(shell: String) throws {
        let script = try Repository.run(["--generate-completion-script", shell])
        #expect(script.contains("fulcrum") && script.contains("---completion"))
        if shell != "fish" { #expect(script.contains(shell == "bash" ? "compopt -o nospace" : "compadd -S ''")) }
    }
}
