import Foundation
import Testing

/// The files of this repository, and the program built from it.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let isUpdating = ProcessInfo.processInfo.environment["FULCRUM_UPDATE"] == "1"

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// A generated file is as it would be generated now; with FULCRUM_UPDATE=1 it is made so.
    static func expect(_ path: String, _ text: String) throws {
        let file = root.appendingPathComponent(path)
        if isUpdating { try text.write(to: file, atomically: true, encoding: .utf8) }
        let kept = try? String(contentsOf: file, encoding: .utf8)
        #expect(kept == text, "\(path) is stale: run this test with FULCRUM_UPDATE=1")
    }

    /// The same for a part between `<!-- begin NAME -->` and `<!-- end NAME -->`.
    static func expect(_ path: String, part name: String, _ text: String) throws {
        let whole = try self.text(path)
        let begin = "<!-- begin \(name) -->\n"
        let end = "<!-- end \(name) -->"
        let start = try #require(whole.range(of: begin), "\(path) has no part \(name)")
        let stop = try #require(whole.range(of: end, range: start.upperBound..<whole.endIndex))
        try expect(path, whole[..<start.upperBound] + text + whole[stop.lowerBound...])
    }

    private static func expect(_ path: String, _ text: Substring) throws { try expect(path, String(text)) }

    /// What the program says on standard output.
    static func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> String {
        let process = Process()
        process.executableURL = try program()
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
        let (output, source) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardInput = source
        try process.run()
        source.fileHandleForWriting.write(Data(input.utf8))
        try source.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    static func program() throws -> URL {
        let starts = CommandLine.arguments.filter { $0.contains(".xctest") } + ["/proc/self/exe"]
        for start in starts {
            var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath().deletingLastPathComponent()
            while folder.path.count > 1 {
                let program = folder.appendingPathComponent("fulcrum")
                var isFolder: ObjCBool = false
                if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder), !isFolder.boolValue {
                    return program
                }
                folder.deleteLastPathComponent()
            }
        }
        throw CocoaError(.fileNoSuchFile)
    }
}
