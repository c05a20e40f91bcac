import BalanceModel
import Testing

@testable import ModelFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct CompiledNodesTests {
    private func decode(_ bytes: [UInt8]) -> Node? { bytes.withUnsafeBufferPointer { CompiledNodes.decode($0) } }

    /// Whether the compiled form is that of the YAML. With FULCRUM_UPDATE=1 it is written; build again then.
    @Test(arguments: BundledModels.ids)
    func isUpToDate(_ id: String) throws {
        let yaml = try #require(BundledModels.yaml(id))
        let root = try #require(NodeComposer.compose(yaml).root)
        let compiled = CompiledNodes.encode(root)
        if getenv("FULCRUM_UPDATE").map({ String(cString: $0) }) == "1" {
            let tests = #filePath.split(separator: "/").dropLast(3)
            let file = try #require(fopen("/" + tests.joined(separator: "/") + "/Assets/models/\(id).nodes", "w"))
            defer { fclose(file) }
            #expect(fwrite(compiled, 1, compiled.count, file) == compiled.count)
            return
        }
        let model = try #require(
            BundledModels.model(id), "stale: run the tests of ModelFiles with FULCRUM_UPDATE=1, then again without")
        #expect(try model == ModelFile.decode(yaml))
        #expect(BundledModels.nodes(id) == compiled, "stale: run the tests of ModelFiles with FULCRUM_UPDATE=1")
    }

    @Test func keepsTexts() throws {
        let root = try #require(
            NodeComposer.compose("a: [1, '1', é💥]\n\"\": {x: ~}\nlong: \(String(repeating: "x", count: 300))".utf8).root
        )
        #expect(decode(CompiledNodes.encode(root))?.isSame(as: root) == true)
    }

    @Test func refusesDamagedBytes() throws {
        let root = try #require(NodeComposer.compose(Example.yaml.utf8).root)
        let bytes = CompiledNodes.encode(root)
        for count in 0..<bytes.count { #expect(decode(Array(bytes[..<count])) == nil) }
        #expect(decode(bytes + [0]) == nil)
        var deep = Array(bytes[..<8])
        deep += [UInt8](repeating: 1 << 2 | 2, count: 100_000)
        #expect(decode(deep) == nil)
        #expect(decode(Array(bytes[..<8]) + [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]) == nil)
        var random = SplitMix(seed: 1)
        for _ in 0..<5_000 {
            var damaged = bytes
            for _ in 0...random.below(4) {
                damaged[8 + random.below(bytes.count - 8)] = UInt8(truncatingIfNeeded: random.next())
            }
            _ = decode(damaged)
        }
    }
}
