import Foundation
import Testing

/// A reader's home: empty at first, gone afterwards. What runs in it sees no other.
final class Home: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "fulcrum-home-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    static let session = ".local/state/fulcrum/ai-us-china.yaml"
    static let scenarios = ".local/share/fulcrum/scenarios/"

    func file(_ name: String) -> String { path + "/" + name }
    func text(_ name: String) -> String? { try? String(contentsOfFile: file(name), encoding: .utf8) }
    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

    func write(_ text: String, _ name: String) throws {
        let folder = (file(name) as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: file(name), atomically: false, encoding: .utf8)
    }

    /// Everything in it, folders too.
    var names: [String] { (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted() }

    // MARK: Running

    /// What starts `fulcrum` in this folder; `before` is a shell's preparation.
    func options(
        _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:],
        before: String = ""
    ) throws -> Session.Options {
        Session.Options(
            program: "/bin/sh",
            arguments: ["-c", "cd \"$HOME\" && \(before) exec \"$0\" \"$@\"", try Session.path(of: "fulcrum")]
                + arguments,
            environment: ["HOME": path].merging(environment) { $1 }, columns: columns, rows: rows)
    }

    /// Starts `fulcrum` in a pseudo-terminal, in this folder, and waits for nothing.
    func start(
        _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:]
    ) throws -> Session {
        try Session(starting: options(arguments, columns: columns, rows: rows, environment: environment))
    }

    /// Starts it and waits for the first screen.
    func open(_ arguments: String..., columns: Int = 80, rows: Int = 24, waitingFor text: String = "Fulcrum") throws
        -> Session
    {
        let session = try start(arguments, columns: columns, rows: rows)
        try session.waitFor(text)
        return session
    }

    struct Outcome {
        let status: Int32
        let output: String
        /// Lines on standard error.
        let complaints: [String]
    }

    /// Runs `fulcrum` without a terminal, in this folder, to its end.
    func run(_ arguments: [String], setting limits: String = "") throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", limits + "exec \"$0\" \"$@\"", try Session.path(of: "fulcrum")] + arguments
        process.environment = ["HOME": path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color"]
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let lines = complaints.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        #expect(complaints.isEmpty || complaints.hasSuffix("\n"))
        return Outcome(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: text, complaints: lines)
    }

    /// Runs a shell's text, with the program as `$F`, in the home; its output, standard error included.
    func shell(_ text: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", text]
        process.environment = [
            "HOME": path, "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
            "F": try Session.path(of: "fulcrum"),
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: path)
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }

    /// The balance that `fulcrum report` gives, unrounded.
    func balance(_ arguments: [String]) throws -> Double {
        let samples = arguments.contains("--samples") ? [] : ["--samples", "1000"]
        let outcome = try run(["report", "--format", "json"] + samples + arguments)
        try #require(outcome.status == 0, "\(arguments): \(outcome.complaints)")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        return try #require((object?["balance"] as? [String: Any])?["value"] as? Double)
    }
}

extension Session {
    /// Leaves by `q` and gives back the arguments of the command that it prints then.
    func quit() throws -> [String] {
        press("q")
        let end = waitForEnd()
        try #require(end == .exited(0), "\(end)\n\(screen.text)")
        #expect(screen.isGivenBack)
        let marks = ["Again: fulcrum explore", "Pour y revenir\u{A0}: fulcrum explore"]
        let place = try #require(marks.compactMap { outputText.range(of: $0, options: .backwards) }.first, "no command")
        let line = outputText[place.upperBound...].prefix { !$0.isNewline }
        return line.split(separator: " ").map(String.init).filter { $0 != "--fresh" }
    }

    /// Waits until the main view's verdict is that of a balance, as written in English.
    func waitFor(balance: Double) throws {
        let text = shown(balance)
        try waitUntil("the verdict “\(text)”") { $0.row(2).contains(text) }
        settle(quietMilliseconds: 20)
    }

    private func shown(_ balance: Double) -> String {
        guard abs(balance) + 1e-9 >= 0.02 else { return "neither side leads" }
        return "\(balance > 0 ? "United States" : "China"), by " + String(format: "%.2f", abs(balance))
    }
}

/// Keys as an xterm sends them.
enum Keys {
    static let up = "\u{1B}OA"
    static let down = "\u{1B}OB"
    static let right = "\u{1B}OC"
    static let left = "\u{1B}OD"
    static let pageUp = "\u{1B}[5~"
    static let pageDown = "\u{1B}[6~"
    static let enter = "\r"
    static let escape = "\u{1B}"
    static let tab = "\t"
}
