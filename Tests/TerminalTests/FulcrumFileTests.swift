import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files that can't be read or written, in the real program: the old one stays whole, and the reader is told.
@Suite(.serialized) struct FulcrumFileTests {
    let home: Home
    init() throws { home = try Home() }

    private static let session = "format: 1\nmodel: ai-us-china\npoints: {compute: 40}\n"

    // MARK: What can't be read

    /// How to run the program as somebody who can't do all. The superuser becomes nobody, who may not reach the program
    /// where it was built; `nil` where there is no way.
    private func withoutRights() throws -> String? {
        guard geteuid() == 0 else { return "$F" }
        let nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups"
        let copied = try home.shell(
            "mkdir bin && cp $F bin/fulcrum && chmod 755 . bin bin/fulcrum && \(nobody) bin/fulcrum --version")
        return copied.status == 0 ? "\(nobody) bin/fulcrum" : nil
    }

    @Test func asAnotherUserWithoutRights() throws {
        guard let program = try withoutRights() else { return }
        try home.write("format: 1\n", "secret.yaml")
        try home.write("old", "locked/a.csv")
        try home.write("old", "mine.csv")
        let modes = "chmod 755 . ; chmod 000 secret.yaml; chmod 555 locked; chmod 444 mine.csv; "
        defer { _ = try? home.shell("chmod 755 locked") }
        #expect(try home.shell(modes).status == 0)
        for (arguments, status, text) in [
            ("check secret.yaml", 66, "secret.yaml: can’t be read: permission denied; check the rights"),
            ("report --model secret.yaml", 66, "secret.yaml: can’t be read: permission denied; check the rights"),
            ("report --output locked/b.csv", 73, "locked/b.csv: can’t be created: permission denied"),
            ("report --output mine.csv", 73, "mine.csv: can’t be created: permission denied"),
        ] {
            let outcome = try home.shell("\(program) \(arguments)")
            #expect(
                outcome.status == Int32(status) && outcome.output == "fulcrum: \(text)\n", "\(arguments): \(outcome)")
        }
        #expect(home.text("locked/a.csv") == "old" && home.text("mine.csv") == "old" && !home.exists("locked/b.csv"))
    }

    @Test func aSessionInAReadOnlyPlaceIsToldOf() throws {
        guard let program = try withoutRights() else { return }
        try home.write(Self.session, Home.session)
        let prepare = "chmod 755 . .local .local/state; chmod 644 \(Home.session); chmod 555 .local/state/fulcrum; "
        defer { _ = try? home.shell("chmod 755 .local/state/fulcrum") }
        let outcome = try home.shell("\(prepare) printf 'year 2030\\nquit\\n' | \(program) --linear")
        #expect(outcome.status == 73 && outcome.output.contains("permission denied"), "\(outcome)")
        #expect(home.text(Home.session) == Self.session)
    }

    @Test(arguments: ["/dev/zero", "/dev/null", "pipe", "folder", "ring", "missing.yaml", "socket"])
    func whatIsNoFile(name: String) throws {
        try home.write("", "folder/inside")
        let prepare = "mkfifo pipe; ln -s ring ring; "
        for command in ["check \(name)", "report --model \(name)", "--linear --model \(name)"] {
            let outcome = try home.shell("\(prepare) exec 2>&1; timeout 10 $F \(command)")
            #expect(outcome.status == 66, "\(command): \(outcome)")
        }
        // As a reader's own files: told of, left alone, and the program goes on.
        for place in [Home.session, Home.scenarios + "x.yaml"] {
            let folder = (place as NSString).deletingLastPathComponent
            let target = name.hasPrefix("/") ? name : home.file(name)
            _ = try home.shell("mkdir -p \(folder); rm -rf \(place); ln -s \(target) \(place)")
            let outcome = try home.shell("timeout 10 $F scenarios && printf 'status\\n' | timeout 10 $F --linear")
            #expect(outcome.status == 0, "\(place): \(outcome)")
            _ = try home.shell("rm -f \(place)")
        }
    }

    @Test func whatIsTooMuch() throws {
        let bombs = [
            "large": String(repeating: "# 4 MiB and more\n", count: 300_000),
            "aliases": "a: &a [x, x, x, x, x, x, x, x, x]\n"
                + (1...12).map {
                    "b\($0): &b\($0) [" + String(repeating: "*\($0 == 1 ? "a" : "b\($0 - 1)"), ", count: 9) + "x]"
                }
                .joined(separator: "\n") + "\n",
            "deep": String(repeating: "[", count: 200_000),
            "keys": (0..<200_000).map { "k\($0): 1" }.joined(separator: "\n"),
            "numbers": "base_year: 1e309\nformat: \(String(repeating: "9", count: 100_000))\n",
            "binary": String(decoding: (0..<50_000).map { UInt8(truncatingIfNeeded: $0 * 7) }, as: Unicode.ASCII.self),
        ]
        for (name, text) in bombs {
            try home.write(text, "\(name).yaml")
            // In kilobytes: far below what a machine has, so that growth would be a failure here.
            let outcome = try home.shell("ulimit -v 1000000; timeout 20 $F check \(name).yaml | head -c 100000")
            let status = try home.shell("ulimit -v 1000000; timeout 20 $F check \(name).yaml >/dev/null 2>&1").status
            #expect(status == 65, "\(name): \(status) \(outcome.output.prefix(300))")
            let lines = outcome.output.split(separator: "\n")
            #expect((1...50).contains(lines.count) && lines.allSatisfy { $0.contains("\(name).yaml:") }, "\(name)")
        }
    }

    // MARK: Sessions that can't be read are kept

    @Test func anOversizedSessionIsSetAside() throws {
        let old = String(repeating: "# kept\n", count: 700_000)
        try home.write(old, Home.session)
        let outcome = try home.shell("printf 'year 2030\\nquit\\n' | $F --linear")
        #expect(outcome.status == 0 && outcome.output.contains("set aside"))
        #expect(home.text(Home.session + ".damaged") == old && home.text(Home.session)?.contains("2030") == true)
    }

    @Test func everyDamagedSessionIsKept() throws {
        for number in 1...3 {
            try home.write("damaged \(number)", Home.session)
            #expect(try home.shell("printf 'year 2030\\nquit\\n' | $F --linear").status == 0)
        }
        let names = ["", "-2", "-3"].map { home.text(Home.session + ".damaged" + $0) }
        #expect(names == ["damaged 1", "damaged 2", "damaged 3"])
    }

    /// Two programs find the same damaged session: one of them has put a good one there when the other sets it aside.
    @Test func aDamagedSessionThatTwoSetAside() throws {
        guard try home.shell("strace -f -o /dev/null true").status == 0 else { return }
        try home.write("damaged", Home.session)
        let slow = "strace -f -o /dev/null -e trace=link,linkat -e inject=link,linkat:delay_enter=1000000"
        let outcome = try home.shell(
            "printf 'quit\\n' | \(slow) $F --linear > slow & sleep 0.4; printf 'year 2030\\nquit\\n' | $F --linear; sleep 1.5; cat slow"
        )
        #expect(home.text(Home.session + ".damaged") == "damaged", "\(outcome)")
        #expect(home.text(Home.session)?.contains("2030") == true, "\(outcome)")
    }

    @Test func aDamagedSessionBehindALinkLeavesTheLink() throws {
        try home.write("damaged", "elsewhere/s.yaml")
        try home.write("", ".local/state/fulcrum/.keep")
        #expect(try home.shell("ln -s \(home.file("elsewhere/s.yaml")) \(Home.session)").status == 0)
        #expect(try home.shell("printf 'year 2030\\nquit\\n' | $F --linear").status == 0)
        #expect(home.text("elsewhere/s.yaml.damaged") == "damaged")
        #expect(home.text("elsewhere/s.yaml")?.contains("2030") == true)
        #expect(try home.shell("test -L \(Home.session)").status == 0)
    }

    /// A folder in the session's place: nothing may go there, and the reader's changes are told to be lost.
    @Test func whereNothingCanBeSetAsideNothingIsWritten() throws {
        try home.write("x", Home.session + "/inside")
        let session = try home.open()
        session.press("y")
        try session.waitFor(balance: try home.balance(["--year", "2026"]))
        session.press("q")
        #expect(session.waitForEnd() == .exited(73))
        #expect(session.screen.isGivenBack && session.outputText.contains("kept as it is"))
        #expect(home.text(Home.session + "/inside") == "x")
    }

    // MARK: What can't be written whole

    /// A small file system of its own, where the kernel lets a user have one.
    private func full(_ size: String, _ text: String) throws -> (status: Int32, output: String)? {
        let probe = try home.shell("mkdir -p small && unshare -rm mount -t tmpfs -o size=\(size) tmpfs small")
        guard probe.status == 0 else { return nil }
        return try home.shell("unshare -rm sh -c 'mount -t tmpfs -o size=\(size) tmpfs small && { \(text); }'")
    }

    @Test func aFullDisk() throws {
        // Filled to the last block, with the old files in place.
        let fill = "dd if=/dev/zero of=small/fill bs=4k count=100 2>/dev/null; "
        let session = "small/state/fulcrum/ai-us-china.yaml"
        let outcome = try full(
            "64k",
            """
            mkdir -p small/state/fulcrum small/data/fulcrum/scenarios; echo old > small/a.csv
            printf "format: 1\\nmodel: ai-us-china\\nyear: 2027\\n" > \(session)
            \(fill)
            export XDG_STATE_HOME="$PWD/small/state" XDG_DATA_HOME="$PWD/small/data"
            $F report --output small/a.csv; echo "report $?"; cat small/a.csv
            printf "year 2030\\nsave Autumn\\nexport small/b.md\\nquit\\n" | $F --linear; echo "linear $?"
            cat \(session); ls -A small small/state/fulcrum small/data/fulcrum/scenarios
            """)
        guard let outcome else { return }  // No name spaces here; /dev/full and the size limit stand for it.
        let text = outcome.output
        #expect(
            text.contains("small/a.csv: could not be written, nothing was changed: no space left\nreport 74\nold\n"),
            "\(text)")
        #expect(text.components(separatedBy: "no space left").count >= 4, "\(text)")
        #expect(text.contains("linear 74\nformat: 1\nmodel: ai-us-china\nyear: 2027\n"), "\(text)")
        let listed = text.components(separatedBy: "year: 2027\n").last ?? ""
        #expect(!listed.contains(".tmp") && !listed.contains("autumn") && !listed.contains("b.md"), "\(listed)")
    }

    @Test func aReadOnlyFileSystem() throws {
        let outcome = try full(
            "64k",
            """
            mkdir -p small/state/fulcrum; echo old > small/a.csv; mount -o remount,ro small
            export XDG_STATE_HOME="$PWD/small/state"
            $F report --output small/a.csv; echo "report $?"; cat small/a.csv
            printf "year 2030\\nquit\\n" | $F --linear; echo "linear $?"
            """)
        guard let outcome else { return }
        #expect(outcome.output.contains("the file system is read-only\nreport 73\nold\n"), "\(outcome.output)")
        #expect(outcome.output.contains("linear 73\n"), "\(outcome.output)")
    }

    /// Killed at every system call of a save in turn, so at every moment that counts.
    @Test func killedAtAnyMomentTheOldFileOrTheNewIsWhole() throws {
        guard try home.shell("strace -f -o /dev/null true").status == 0 else { return try killedAtRandom() }
        try home.write("old\n", "a.csv")
        let calls = "openat,open,creat,fchmod,write,fsync,close,rename,renameat,renameat2,link,linkat,unlink,unlinkat"
        let report = "$F report --format csv --samples 1000 --output a.csv"
        #expect(try home.shell(report.replacingOccurrences(of: "a.csv", with: "new.csv")).status == 0)
        let new = home.text("new.csv")?.replacingOccurrences(of: "new.csv", with: "a.csv")
        var kills = 0
        for call in ["openat", "write", "fsync", "close", "rename"] {
            for number in 1...40 {
                try home.write("old\n", "a.csv")
                let outcome = try home.shell(
                    "strace -f -o /dev/null -e trace=\(calls) -e inject=\(call):signal=KILL:when=\(number) \(report)")
                let text = home.text("a.csv")
                #expect(text == "old\n" || text == new, "\(call) \(number): \(text?.prefix(80) ?? "none")")
                if outcome.status == 0 { break }
                kills += 1
            }
        }
        #expect(kills > 10)
        #expect(home.text("a.csv") == new)
        // What the killed left behind goes with the next save that finds it old.
        _ = try home.shell("touch -d '2 hours ago' .fulcrum-*.tmp; \(report)")
        #expect(!home.names.contains { $0.hasSuffix(".tmp") })
    }

    private func killedAtRandom() throws {
        for round in 0..<60 {
            try home.write("old\n", "a.csv")
            _ = try home.shell(
                "$F report --format csv --samples 1000 --output a.csv & sleep 0.0\(round % 10)\(round / 10); kill -9 $!; wait $!"
            )
            let text = home.text("a.csv")
            #expect(text == "old\n" || text?.hasPrefix("section,") == true && text?.hasSuffix("\n") == true)
        }
    }

    @Test func twoAtOnceKeepEachOthersScenarios() throws {
        let names = (1...12).map { "Autumn \($0)" }
        let home = home
        DispatchQueue.concurrentPerform(iterations: 2) { parity in
            let lines = names.enumerated().filter { $0.offset % 2 == parity }
                .map { "year \(2026 + $0.offset)\\nsave \($0.element)\\n" }.joined()
            let outcome = try? home.shell("printf '\(lines)' | $F --linear")
            #expect(outcome?.status == 0)
        }
        let outcome = try home.shell("$F scenarios")
        for name in names { #expect(outcome.output.contains("\t\(name)\n"), "\(name)") }
        #expect(!home.names.contains { $0.hasSuffix(".tmp") || $0.hasSuffix(".damaged") })
    }

    // MARK: Streams

    @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]) func anOutputThatIsAStream(name: String) throws {
        let outcome = try home.shell("$F report --format csv --samples 1000 --output \(name) | cat")
        #expect(
            outcome.status == 0 && outcome.output.hasPrefix("section,id,name,value"), "\(outcome.output.prefix(200))")
    }

    /// Opened anew by its path, a log would be written over from its start.
    @Test func anOutputThatIsAppendedTo() throws {
        let report = "$F report --format csv --samples 1000 --output"
        let outcome = try home.shell("echo precious > log; \(report) /dev/stdout >> log; \(report) /dev/fd/7 7>> log")
        let text = home.text("log") ?? ""
        #expect(outcome.status == 0 && text.hasPrefix("precious\nsection,"))
        #expect(text.components(separatedBy: "section,id,name,value").count == 3)
        #expect(try home.shell("exec 7> gone; rm gone; \(report) /dev/fd/7").status == 0)
        #expect(home.names == ["log"])
        #expect(try home.shell("\(report) /dev/fd/9 9>&-").status == 73)
    }

    @Test(arguments: [
        "--help", "--version", "report --help", "report --samples 1000", "model", "scenarios", "--linear",
        "--generate-completion-script bash",
    ])
    func standardOutputThatIsFullOrClosed(arguments: String) throws {
        #expect(try home.shell("$F \(arguments) > /dev/full").status == 74, "\(arguments)")
        #expect(try home.shell("$F \(arguments) >&-").status == 74, "\(arguments)")
        #expect(try home.shell("yes status | timeout 20 $F \(arguments) | head -c 1 >/dev/null").status == 0)
        #expect(
            try home.shell("set -o pipefail 2>/dev/null; yes status | timeout 20 $F \(arguments) 2>&1 | head -c 1")
                .output
                .count <= 1)
    }

    @Test func linesWithoutEnd() throws {
        let outcome = try home.shell(
            "head -c 50000000 /dev/zero | tr '\\0' 'a' | (ulimit -v 500000; timeout 20 $F --linear)")
        #expect(outcome.status == 0 && outcome.output.contains("too long"), "\(outcome.status)")
        #expect(try home.shell("timeout 5 $F --linear < /").status == 66)
    }

    @Test func namesThatAreNoUTF8() throws {
        for arguments in [#"check "$(printf '\377').yaml""#, #"report --output "$(printf 'o\377')""#] {
            let outcome = try home.shell("$F \(arguments)")
            #expect(outcome.status == 64 && outcome.output.contains("is not UTF-8"), "\(outcome)")
        }
        #expect(home.names.isEmpty)
        let outcome = try home.shell(#"export HOME="$PWD/$(printf 'h\377')"; printf 'year 2030\nquit\n' | $F --linear"#)
        #expect(outcome.status == 0 && home.names.isEmpty, "\(outcome)")
    }

    @Test func whatQuotesNamesCommandsNoTerminal() throws {
        let escape = "\u{1B}]0;pwn\u{7}"
        let outcome = try home.shell(
            "printf 'export /tmp/none/\(escape)z.md\\nsave \u{1B}[31mred\\nlist \(escape)\\n\u{202E}x\\nquit\\n' | $F --linear"
        )
        let raw = outcome.output.unicodeScalars.filter {
            $0.value < 0x20 && $0 != "\n" || (0x202A...0x202E).contains($0.value)
        }
        #expect(raw.isEmpty, "\(outcome.output)")
        // What was saved can be read again.
        #expect(try home.shell("$F scenarios 2>&1 >/dev/null").output.isEmpty)
    }
}
