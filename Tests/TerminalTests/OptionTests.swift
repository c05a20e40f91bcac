import Foundation
import Testing

/// Every option with what it can't take: one line that names it, the right exit code, nothing written.
@Suite(.serialized) struct OptionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let status: Int32
        let message: String

        /// The arguments, then what the complaint must contain.
        init(_ words: String..., status: Int32 = 64) {
            arguments = Array(words.dropLast())
            message = words.last ?? ""
            self.status = status
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    private func check(_ cases: [Case]) throws {
        let home = try Home()
        for item in cases {
            let outcome = try home.run(item.arguments)
            #expect(outcome.status == item.status, "\(item): \(outcome.complaints)")
            #expect(outcome.complaints.count == 1, "\(item): \(outcome.complaints)")
            #expect(outcome.complaints.first?.contains(item.message) == true, "\(item): \(outcome.complaints)")
            #expect(outcome.output.isEmpty, "\(item)")
            #expect(home.names.isEmpty, "\(item)")
        }
    }

    @Test func missingValues() throws {
        let options = [
            "model", "scenario", "weight", "dynamic", "indicator", "year", "reading", "confidence", "aggregation",
            "terrain-shift", "samples", "seed", "lang", "format", "output",
        ]
        try check(options.map { Case("report", "--\($0)", "Missing value for '--\($0)") })
        try check([Case("--theme", "Missing value for '--theme")])
    }

    @Test func wrongAndOutOfRangeValues() throws {
        try check([
            Case("report", "--scenario", "none", "--scenario none: unknown"),
            Case("report", "--weight", "compute", "ID=NUMBER"), Case("report", "--weight", "compute=", "0 to 100"),
            Case("report", "--weight", "=5", "--weight"), Case("report", "--weight", "none=5", "none: unknown"),
            Case("report", "--weight", "compute=100.5", "0 to 100"),
            Case("report", "--weight=compute=-1", "0 to 100"), Case("report", "--weight", "compute=nan", "0 to 100"),
            Case("report", "--weight", "compute=1e400", "0 to 100"),
            Case("report", "--weight", "compute=1,5", "0 to 100"),
            Case("report", "--weight", "compute=0x10", "0 to 100"),
            Case("report", "--weight", "COMPUTE=5", "COMPUTE: unknown"),
            Case("report", "--dynamic", "alignment=101", "0 to 100"),
            Case("report", "--dynamic", "none=1", "none: unknown"),
            Case("report", "--indicator", "none=1", "none: unknown"),
            Case("report", "--year", "2024.9", "2025 to 2050"), Case("report", "--year", "2051", "2025 to 2050"),
            Case("report", "--year", "soon", "2025 to 2050"), Case("report", "--reading", "both", "--reading"),
            Case("report", "--confidence", "none", "--confidence"),
            Case("report", "--aggregation", "mean", "--aggregation"),
            Case("report", "--terrain-shift", "yes", "--terrain-shift"),
            Case("report", "--samples", "999", "1000 to 10000000"),
            Case("report", "--samples", "10000001", "1000 to 10000000"),
            Case("report", "--samples", "1e5", "1000 to 10000000"), Case("report", "--seed=-1", "--seed -1"),
            Case("report", "--seed", "9223372036854775808", "0 to 9223372036854775807"),
            Case("report", "--lang", "de", "--lang"), Case("report", "--format", "pdf", "--format"),
            Case("compare", "none", "baseline none: unknown"), Case("compare", "thesis", "--format", "svg", "svg"),
            Case("compare", "Missing"), Case("check", "Missing"), Case("model", "none", "model none: unknown"),
            Case("report", "extra", "Unexpected argument 'extra'"), Case("reprot", "Unexpected argument 'reprot'"),
            Case("report", "--nonsense", "Unknown option '--nonsense'"),
            Case("report", "--theme", "dark", "Unknown option '--theme'"), Case("fulcrum report prints the same"),
        ])
    }

    @Test func allPointsZero() throws {
        let dimensions = ["innovation", "compute", "deployment", "adoption", "governance"]
        let outcome = try Home().run(["report"] + dimensions.flatMap { ["--weight", "\($0)=0"] })
        #expect(
            outcome.status == 64
                && outcome.complaints == ["fulcrum: --weight: all points are 0; at least one dimension needs some"])
    }

    @Test func repeatedValues() throws {
        let values = [
            "--model": "x", "--scenario": "x", "--year": "2026", "--reading": "thesis", "--confidence": "low",
            "--aggregation": "geometric", "--terrain-shift": "on", "--samples": "2000", "--seed": "2", "--lang": "en",
            "--format": "json", "--output": "x",
        ]
        try check(
            values.sorted { $0.key < $1.key }.flatMap { option, value in
                [
                    Case("report", option, value, option, value, "\(option) is given twice"),
                    Case("report", "\(option)=\(value)", option, value, "\(option) is given twice"),
                ]
            })
        try check([
            Case("report", "--weight", "compute=1", "--weight", "compute=2", "--weight compute is given twice"),
            Case("--fresh", "--fresh", "--fresh is given twice"),
        ])
    }

    /// What is quoted back can neither break the line nor command the terminal.
    @Test func oddCharactersAreMadeVisible() throws {
        try check([
            Case("report", "--weight", "a\nb=1", #"--weight a\u{A}b: unknown"#),
            Case("report", "--scenario", "\u{1B}[31mred", #"--scenario \u{1B}[31mred: unknown"#),
            Case("report", "--weight", "é界=1", "--weight é界: unknown"),
            Case("report", "--model", "/no\n/such", #"/no\u{A}/such: no such file"#, status: 66),
            Case("report", "--output", "no\t/such", #"no\u{9}/such: can’t be created"#, status: 73),
            Case("report\u{7}", #"report\u{7}"#), Case("compare", "\u{9B}1m", #"\u{9B}1m: unknown"#),
            Case("report", "--weight", "' ; ls=1", "--weight ' ; ls: unknown"),
        ])
    }

    @Test func filesThatAreNone() throws {
        let home = try Home()
        try home.write("id: [\n", "bad.yaml")
        try home.write("", "folder/inside")
        for command in [["report", "--model"], ["check"]] {
            for (name, status) in [("missing.yaml", 66), ("folder", 66), ("/dev/null", 66), ("bad.yaml", 65)] {
                let outcome = try home.run(command + [name])
                #expect(outcome.status == Int32(status), "\(command) \(name): \(outcome.complaints)")
                #expect(!outcome.complaints.isEmpty && outcome.complaints.allSatisfy { $0.contains(name) })
                #expect(outcome.output.isEmpty)
            }
        }
    }
}

/// Where `--output` writes, and what happens where it can't.
@Suite(.serialized) struct OutputTests {
    private let arguments = ["report", "--format", "csv", "--samples", "1000", "--output"]

    @Test func replacesAFileWhole() throws {
        let home = try Home()
        try home.write("old", "a.csv")
        let outcome = try home.run(arguments + ["a.csv"])
        #expect(outcome.status == 0 && outcome.complaints.isEmpty && outcome.output.isEmpty)
        #expect(home.text("a.csv")?.hasPrefix("section,id,name,value") == true && home.names == ["a.csv"])
    }

    @Test func refusesWhatIsNoPlaceForAFile() throws {
        let home = try Home()
        try home.write("old", "a.csv")
        try home.write("", "folder/inside")
        for (name, status, message) in [
            ("folder", 73, "folder: is a directory"), ("no/such.csv", 73, "there is no such directory"),
            ("a.csv/b.csv", 73, "a part of the path is no directory"),
        ] {
            let outcome = try home.run(arguments + [name])
            #expect(outcome.status == Int32(status) && outcome.complaints.count == 1)
            #expect(outcome.complaints.first?.contains(message) == true, "\(outcome.complaints)")
        }
        #expect(home.text("a.csv") == "old" && home.names == ["a.csv", "folder", "folder/inside"])
    }

    #if os(Linux)
        @Test func saysThatADeviceIsFull() throws {
            let home = try Home()
            let outcome = try home.run(arguments + ["/dev/full"])
            #expect(outcome.status == 74 && outcome.complaints.count == 1)
            #expect(outcome.complaints.first?.contains("no space left") == true)
        }
    #endif

    /// A limit on sizes stands for a disk that fills up half way.
    @Test func whatCannotBeWrittenWholeLeavesTheOldFile() throws {
        let home = try Home()
        try home.write("old", "a.csv")
        let outcome = try home.run(arguments + ["a.csv"], setting: "ulimit -f 1; ")
        #expect(outcome.status == 74, "\(outcome.complaints)")
        #expect(outcome.complaints.count == 1 && outcome.complaints.first?.contains("the file is too large") == true)
        #expect(home.text("a.csv") == "old" && home.names == ["a.csv"])
    }
}
