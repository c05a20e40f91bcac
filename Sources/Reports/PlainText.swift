import BalanceModel
import CellGrid

/// A document as plain text: linear, no drawing, lines of at most 78 columns except addresses, which must stay whole.
enum PlainText {
    static let width = 78

    static func render(_ document: Document) -> String {
        var blocks = [[wrapped(document.title), wrapped(document.subtitle)].flatMap { $0 }]
        for section in document.sections {
            let body = section.blocks.map(lines)
            guard let first = body.first else { continue }
            // The heading stands right on its first block: by ear they belong together.
            blocks.append(wrapped(section.heading) + first)
            blocks += body.dropFirst()
        }
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private static func lines(_ block: Document.Block) -> [String] {
        switch block {
        case .paragraph(let text): return wrapped(text)
        case .list(let items): return items.flatMap { item("- ", $0) }
        case .table(let table):
            return table.rows.enumerated().flatMap { i, row in
                item(table.isNumbered ? "\(i + 1). " : "- ", row.sentence)
            }
        case .command(let words): return command(words)
        case .references(let references):
            return references.flatMap { reference in
                item("- ", reference.text) + (reference.address.map { ["  " + clean($0)] } ?? [])
            }
        }
    }

    private static func wrapped(_ text: String, to width: Int = Self.width) -> [String] {
        clean(text).wrapped(to: width).filter { !$0.isEmpty }
    }

    private static func item(_ mark: String, _ text: String) -> [String] {
        let indent = String(repeating: " ", count: mark.count)
        return wrapped(text, to: width - mark.count).enumerated().map { ($0 == 0 ? mark : indent) + $1 }
    }

    /// Broken between words with a backslash, so that a shell still takes the copied lines for one command.
    private static func command(_ words: [String]) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in together(words) {
            let longer = line.isEmpty ? word : line + " " + word
            if DisplayWidth.of(longer) > width - 2, !line.isEmpty {
                lines.append(line + " \\")
                line = "    " + word
            } else {
                line = longer
            }
        }
        return lines + [line]
    }

    /// An option stays with its value.
    private static func together(_ words: [String]) -> [String] {
        var groups: [String] = []
        for (i, word) in words.enumerated() {
            if i > 0, words[i - 1].hasPrefix("--"), !word.hasPrefix("-") {
                groups[groups.count - 1] += " " + word
            } else {
                groups.append(word)
            }
        }
        return groups
    }

    /// One line, without anything that commands a terminal.
    static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: result.append(" ")
            default: result.append(Printable.isCommand(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }
}
