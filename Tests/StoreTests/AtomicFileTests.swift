import Foundation
import Testing

@testable import Store

/// A file is written whole or not at all.
@Suite struct AtomicFileTests {
    let folder: Folder
    init() throws { folder = try Folder() }

    @Test func writesANewFileAndLeavesNothingElse() throws {
        try AtomicFile.save("été\n", to: folder.file("a.txt"))
        #expect(folder.text("a.txt") == "été\n")
        #expect(folder.names == ["a.txt"])
    }

    @Test(arguments: [0o600, 0o644, 0o755, 0o400]) func keepsTheRightsOfAFileThatIsThere(mode: Int) throws {
        try folder.write("old", "a.txt")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.file("a.txt"))
        try AtomicFile.save("new", to: folder.file("a.txt"))
        #expect(folder.text("a.txt") == "new" && folder.mode("a.txt") == mode && folder.names == ["a.txt"])
    }

    @Test func writesThroughSymbolicLinks() throws {
        try folder.write("old", "there/a.txt")
        try folder.link("there/near.txt", to: "a.txt")
        try folder.link("far.txt", to: "there/near.txt")
        try AtomicFile.save("new", to: folder.file("far.txt"))
        #expect(folder.text("there/a.txt") == "new")
        let link = try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("far.txt"))
        #expect(link == "there/near.txt")
        #expect(folder.names == ["far.txt", "there"])
    }

    @Test func makesTheFileThatALinkLeadsTo() throws {
        try folder.link("link.txt", to: folder.file("new.txt"))
        try AtomicFile.save("new", to: folder.file("link.txt"))
        #expect(folder.text("new.txt") == "new" && folder.names == ["link.txt", "new.txt"])
    }

    @Test func leavesLinksInARingAlone() throws {
        try folder.link("a", to: "b")
        try folder.link("b", to: "a")
        expectProblem(.notCreated(ELOOP), at: folder.file("a"))
        #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: folder.file("a"))) == "b")
    }

    @Test func replacesNothingUnlessAllowed() throws {
        try folder.write("old", "a.txt")
        expectProblem(.exists, at: folder.file("a.txt"), replacing: false)
        #expect(folder.text("a.txt") == "old" && folder.names == ["a.txt"])
        try AtomicFile.save("new", to: folder.file("b.txt"), replacing: false)
        #expect(folder.text("b.txt") == "new" && folder.names == ["a.txt", "b.txt"])
    }

    @Test func saysWhyThereIsNoPlace() throws {
        try folder.write("x", "plain")
        expectProblem(.directory, at: folder.path)
        expectProblem(.notCreated(ENOENT), at: folder.file("no/such/a.txt"))
        expectProblem(.notCreated(ENOTDIR), at: folder.file("plain/a.txt"))
        expectProblem(.notCreated(ENOTDIR), at: folder.file("plain/"))
        expectProblem(.notCreated(ENAMETOOLONG), at: folder.file(String(repeating: "a", count: 300)))
        #expect(folder.names == ["plain"] && folder.text("plain") == "x")
    }

    @Test(.enabled(if: geteuid() != 0, "rights do not bind the superuser"))
    func aFolderThatIsReadOnlyKeepsItsFile() throws {
        try folder.write("old", "a.txt")
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        expectProblem(.notCreated(EACCES), at: folder.file("a.txt"))
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
        #expect(folder.text("a.txt") == "old")
    }

    @Test func makesFoldersWhereAsked() throws {
        try AtomicFile.save("x", to: folder.file("a/b/c.txt"), makingFolders: true)
        #expect(folder.text("a/b/c.txt") == "x")
        #expect(folder.mode("a") == 0o700 && folder.mode("a/b") == 0o700)
        try folder.write("x", "plain")
        #expect(throws: StoreProblem(path: folder.file("plain/a"), reason: .notCreated(ENOTDIR))) {
            try AtomicFile.save("x", to: self.folder.file("plain/a/b.txt"), makingFolders: true)
        }
    }

    /// Without a reader it would wait for ever.
    @Test func aPipeWithoutAReaderIsRefused() throws {
        try #require(mkfifo(folder.file("pipe"), 0o600) == 0)
        expectProblem(.notCreated(ENXIO), at: folder.file("pipe"))
        #expect(folder.names == ["pipe"])
    }

    @Test func aPipeWithAReaderIsWrittenTo() throws {
        try #require(mkfifo(folder.file("pipe"), 0o600) == 0)
        let reader = open(folder.file("pipe"), O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        try AtomicFile.save("through", to: folder.file("pipe"))
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = read(reader, &bytes, bytes.count)
        #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "through")
    }

    #if os(Linux)
        @Test func aFullDeviceIsAnError() throws {
            try folder.link("full", to: "/dev/full")
            expectProblem(.notWritten(ENOSPC), at: folder.file("full"))
            #expect(StoreProblem(path: "x", reason: .notWritten(ENOSPC)).exitCode == 74)
        }
    #endif

    @Test func sweepsOnlyItsOwnOldTemporaries() throws {
        for name in [".fulcrum-1-2.tmp", ".fulcrum-3-4.tmp", "other.tmp", ".fulcrum-notes", "a.yaml"] {
            try folder.write("x", name)
            guard name != ".fulcrum-3-4.tmp" else { continue }
            let old = Date().addingTimeInterval(-7200)
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: folder.file(name))
        }
        AtomicFile.sweep(folder.path)
        #expect(folder.names == [".fulcrum-3-4.tmp", ".fulcrum-notes", "a.yaml", "other.tmp"])
        AtomicFile.sweep(folder.file("no-such"))
    }

    /// Whoever reads while another writes sees one whole text or the other.
    @Test func readersNeverSeeAPart() async throws {
        let path = folder.file("a.txt")
        let texts = [1, 2].map { String(repeating: String($0), count: $0 << 20) }
        try AtomicFile.save(texts[0], to: path)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for round in 0..<30 { try AtomicFile.save(texts[round % 2], to: path) }
                try AtomicFile.save("", to: path + ".done")
            }
            group.addTask {
                while !FileManager.default.fileExists(atPath: path + ".done") {
                    let count = try Data(contentsOf: URL(fileURLWithPath: path)).count
                    #expect(texts.contains { $0.utf8.count == count }, "\(count) bytes")
                }
            }
            try await group.waitForAll()
        }
        #expect(folder.names == ["a.txt", "a.txt.done"])
    }

    private func expectProblem(
        _ reason: StoreProblem.Reason, at path: String, replacing: Bool = true,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: StoreProblem(path: path, reason: reason), sourceLocation: sourceLocation) {
            try AtomicFile.save("new", to: path, replacing: replacing)
        }
    }
}
