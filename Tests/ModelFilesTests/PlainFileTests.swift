import BalanceModel
import Testing

@testable import ModelFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct PlainFileTests {
    /// A new directory that goes away with its files.
    private func inDirectory(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/fulcrum-files-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
        }
        let directory = try #require(made)
        defer {
            for name in ["file", "pipe", "link"] { unlink(directory + "/" + name) }
            rmdir(directory)
        }
        try body(directory)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = try #require(fopen(path, "w"))
        defer { fclose(file) }
        #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    }

    private func failure(_ path: String) -> FileProblem? {
        do throws(FileProblem) {
            _ = try PlainFile.read(path: path)
            return nil
        } catch {
            return error
        }
    }

    @Test func readsAFileOfUpToTheLimit() throws {
        try inDirectory { directory in
            let path = directory + "/file"
            let bytes = (0..<ModelFile.largestFile).map { UInt8(truncatingIfNeeded: $0) }
            try write(bytes, to: path)
            #expect(try PlainFile.read(path: path) == bytes)
            try write(bytes + [0], to: path)
            #expect(failure(path)?.reason == .tooLarge)
            #expect(failure(path)?.exitCode == 65)
            #expect(symlink(path, directory + "/link") == 0)
            try write([], to: path)
            #expect(try PlainFile.read(path: directory + "/link") == [])
        }
    }

    @Test func tellsWhyItCannot() throws {
        try inDirectory { directory in
            #expect(mkfifo(directory + "/pipe", 0o600) == 0)
            #expect(failure(directory + "/pipe")?.reason == .special)
            #expect(failure(directory)?.reason == .directory)
            #expect(failure(directory + "/none")?.reason == .missing)
            #expect(failure(directory + "/none/below")?.reason == .missing)
            #expect(failure("")?.reason == .missing)
            #expect(failure("a\0b")?.reason == .missing)
            #expect(failure("/dev/zero")?.reason == .special)
            #expect(failure(String(repeating: "x", count: 5_000))?.reason == .unreadable(ENAMETOOLONG))
            #expect(symlink("link", directory + "/link") == 0)
            #expect(failure(directory + "/link")?.reason == .unreadable(ELOOP))
            for reason in [FileProblem.Reason.special, .directory, .missing, .unreadable(EACCES)] {
                #expect(FileProblem(path: "x", reason: reason).exitCode == 66)
            }
        }
    }

    #if os(Linux)
        @Test func readsFilesThatSayTheyAreEmpty() throws {
            #expect(try PlainFile.read(path: "/proc/self/status").count > 100)
            #expect(throws: FileProblem(path: "/proc/self/status", reason: .tooLarge)) {
                try PlainFile.read(path: "/proc/self/status", limit: 50)
            }
        }

        @Test func tellsAFailureWhileReading() {
            // Reading the memory at address 0 fails after opening has worked.
            #expect(failure("/proc/self/mem")?.exitCode == 74)
        }
    #endif

    @Test func saysItOnOneLineInBothLanguages() {
        let problem = FileProblem(path: "a\nb.yaml", reason: .unreadable(EACCES))
        #expect(problem.lines(.en) == ["a\\u{A}b.yaml: can’t be read: permission denied; check the rights"])
        #expect(
            problem.lines(.fr) == [
                "a\\u{A}b.yaml\u{A0}: lecture impossible\u{A0}: accès refusé\u{202F}; vérifiez les droits"
            ])
    }

    @Test func givesTheProblemsInAFile() throws {
        try inDirectory { directory in
            let path = directory + "/file"
            try write(Array(Example.with("points: 20", "points: 200").utf8), to: path)
            do throws(FileProblem) {
                _ = try ModelFile.load(path: path)
                Issue.record("it was read")
            } catch {
                #expect(error.exitCode == 65)
                #expect(
                    error.lines(.en) == [
                        "\(path):20:13: error: “points” must be a number from 0 to 100, not 200"
                    ])
            }
            try write(Array(Example.yaml.utf8), to: path)
            #expect(try ModelFile.load(path: path) == Example.model())
        }
    }
}
