import PodctlCore
import PodctlRender
import PodctlTestSupport
import Testing

@Suite struct SponsorReportGoldenTests {
  private func page(_ report: SponsorReport, revision: Int = 1) -> SponsorReportPage {
    let parts = SampleReports.page(report, revision: revision)
    return SponsorReportPage(report: parts.report, revision: parts.revision, command: parts.command)
  }

  @Test("a week on pace is drawn the same in every format")
  func week() throws {
    let page = page(try SampleReports.weekly())
    try GoldenFile.expect(page.document.htmlText, equals: "report-week.html")
    try GoldenFile.expect(page.document.markdownText, equals: "report-week.md")
    try GoldenFile.expect(page.document.terminalText(.piped), equals: "report-week.txt")
    try GoldenFile.expect(page.document.email().html, equals: "report-week.email.html")
    try GoldenFile.expect(page.document.email().plain, equals: "report-week.email.txt")
    let json = try Sheet(page.listing, [page.entries], shape: .single, format: .json)
    try GoldenFile.expect(json.rendered(as: .json, .piped), equals: "report-week.json")
    let csv = try Sheet(ReportLine.listing, page.lines, shape: .list, format: .csv)
    try GoldenFile.expect(csv.rendered(as: .csv, .piped), equals: "report-week.csv")
  }

  @Test("a second revision, imported delivery and an open week say so")
  func restated() throws {
    let report = try SampleReports.weekly(downloads: 71, through: "2026-10-23", dynamic: .imported)
    try GoldenFile.expect(page(report, revision: 2).document.htmlText, equals: "report-restated.html")
  }

  @Test("a report without attribution and import shows dashes, not zeros")
  func unknown() throws {
    let report = try SampleReports.weekly(isAttributed: false, dynamic: .silent)
    try GoldenFile.expect(page(report).document.terminalText(.piped), equals: "report-unknown.txt")
  }
}
