/// A briefing before it is set as text or Markdown: the same content in the same order.
struct Document: Sendable {
    var title: String
    /// One line under the title.
    var subtitle: String
    var sections: [Section]

    struct Section: Sendable {
        var heading: String
        var blocks: [Block]
    }

    enum Block: Sendable {
        case paragraph(String)
        case list([String])
        case table(Table)
        /// A command to copy: its words, quoted for a shell.
        case command([String])
        /// Entries, each with the address where it can be read.
        case references([(text: String, address: String?)])
    }

    /// Figures by row. Text has no columns to follow by ear, so each row is also a sentence.
    struct Table: Sendable {
        struct Row: Sendable {
            var cells: [String]
            var sentence: String
        }

        /// Titles; a figure's column is set to the right.
        enum Column: Sendable {
            case words(String)
            case figure(String)
        }

        var columns: [Column]
        var rows: [Row]
        /// Whether the rows count 1, 2, 3; their first cell then is the number.
        var isNumbered = false
    }
}
