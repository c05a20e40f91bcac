import BalanceModel

/// The formats of `fulcrum report` (contract §1).
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    case text, markdown, json, csv, svg

    /// Those of `fulcrum compare`.
    public static let comparison: [ReportFormat] = [.text, .markdown, .json, .csv]

    /// The usual end of a file's name, without the dot.
    public var fileExtension: String {
        switch self {
        case .text: "txt"
        case .markdown: "md"
        case .json, .csv, .svg: rawValue
        }
    }
}

/// The whole file in a format, ending in a line feed.
public func report(_ input: ReportInput, as format: ReportFormat) -> String {
    switch format {
    case .text: PlainText.render(Briefing(input).document)
    case .markdown: Markdown.render(Briefing(input).document)
    case .json: JSONReport.value(input).rendered + "\n"
    case .csv: CSV.render(JSONReport.value(input))
    case .svg: Picture(input).rendered
    }
}

/// The whole file of a comparison; `nil` for SVG, which has none.
public func report(_ input: ComparisonInput, as format: ReportFormat) -> String? {
    switch format {
    case .text: PlainText.render(ComparisonBriefing(input).document)
    case .markdown: Markdown.render(ComparisonBriefing(input).document)
    case .json: JSONReport.value(input).rendered + "\n"
    case .csv: CSV.render(JSONReport.value(input))
    case .svg: nil
    }
}
