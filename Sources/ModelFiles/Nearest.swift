/// Finds the word somebody probably meant.
enum Nearest {
    private static let longest = 40

    /// The candidate at the smallest edit distance, when it is small enough to be a slip; the first of equals.
    static func match(for word: String, in candidates: some Sequence<String>) -> String? {
        let typed = folded(word)
        guard !typed.isEmpty, typed.count <= longest else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in candidates where candidate != word {
            let letters = folded(candidate)
            guard letters.count <= longest else { continue }
            let slips = max(typed.count, letters.count) / 3
            let allowed = min(slips, (best?.distance ?? Int.max) - 1)
            guard abs(letters.count - typed.count) <= allowed else { continue }
            let distance = distance(typed, letters)
            if distance <= allowed { best = (candidate, distance) }
        }
        return best?.word
    }

    /// Case and the choice of separator don't count.
    private static func folded(_ word: String) -> [UInt8] {
        word.utf8.map { $0 == 0x5F || $0 == 0x20 ? 0x2D : $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    }

    /// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
    static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var older = [Int](repeating: 0, count: b.count + 1)
        var old = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(row[j] + 1, old[j + 1] + 1, old[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
                row.append(cost)
            }
            older = old
            old = row
        }
        return old[b.count]
    }
}
