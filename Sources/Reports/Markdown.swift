/// A document as GitHub-flavoured Markdown; what the model says is escaped, so that it reads as it is written.
enum Markdown {
    static func render(_ document: Document) -> String {
        var blocks = ["# " + escaped(document.title), start(document.subtitle)]
        for section in document.sections where !section.blocks.isEmpty {
            blocks.append("## " + escaped(section.heading))
            blocks += section.blocks.map(text)
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func text(_ block: Document.Block) -> String {
        switch block {
        case .paragraph(let text): start(text)
        case .list(let items): items.map { "- " + start($0) }.joined(separator: "\n")
        case .table(let table): self.table(table)
        case .command(let words): code(words.joined(separator: " "))
        case .references(let references):
            references.map { "- " + start($0.text) + ($0.address.map { " " + link($0) } ?? "") }
                .joined(separator: "\n")
        }
    }

    private static func table(_ table: Document.Table) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let titles = table.columns.map { column in
            switch column {
            case .words(let title), .figure(let title): escaped(title)
            }
        }
        let rules = table.columns.map { column in
            if case .figure = column { return "--:" }
            return ":--"
        }
        return ([line(titles), line(rules)] + table.rows.map { line($0.cells.map(escaped)) }).joined(separator: "\n")
    }

    /// A fenced block; the fence is longer than any run of backticks in it.
    private static func code(_ text: String) -> String {
        var longest = 0
        var run = 0
        for character in text {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)sh\n\(text)\n\(fence)"
    }

    /// `<address>` where Markdown takes it for a link, else the bare text.
    private static func link(_ address: String) -> String {
        let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
        let isPlain = address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "<" && $0 != ">" && $0 != "\\" }
        return isWeb && isPlain ? "<\(address)>" : escaped(address)
    }

    /// Every sign that could begin markup inside a line, escaped by a backslash.
    static func escaped(_ text: String) -> String {
        var result = ""
        let scalars = Array(PlainText.clean(text).unicodeScalars)
        for (i, scalar) in scalars.enumerated() {
            // An ampersand before a blank can't begin an entity.
            let isMarkup = "\\`*_[]<>|~".unicodeScalars.contains(scalar)
            if isMarkup || scalar == "&" && i + 1 < scalars.count && scalars[i + 1] != " " { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// As `escaped`, and safe at the start of a block: no heading, list or number there.
    static func start(_ text: String) -> String {
        let text = escaped(text)
        guard let first = text.first else { return "" }
        if "#+-=".contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard !digits.isEmpty, rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return text }
        return digits + "\\" + rest
    }
}
