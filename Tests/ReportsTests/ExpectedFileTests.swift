import BalanceModel
import Testing

@testable import Reports

/// Every format in both languages against files that were read before they were kept.
@Suite struct ExpectedFileTests {
    @Test(arguments: ReportFormat.allCases, Language.allCases)
    func fullReport(_ format: ReportFormat, _ language: Language) {
        expectFile(report(Ports.full(language), as: format), "full-\(language.rawValue).\(format.fileExtension)")
    }

    @Test(arguments: [ReportFormat.text, .markdown], Language.allCases)
    func plainReport(_ format: ReportFormat, _ language: Language) {
        expectFile(report(Ports.plain(language), as: format), "plain-\(language.rawValue).\(format.fileExtension)")
    }

    @Test(arguments: ReportFormat.comparison, Language.allCases)
    func comparison(_ format: ReportFormat, _ language: Language) {
        let text = report(Ports.comparison(language), as: format)
        expectFile(text ?? "", "compare-\(language.rawValue).\(format.fileExtension)")
    }
}
