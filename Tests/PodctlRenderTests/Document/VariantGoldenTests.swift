import PodctlCore
import PodctlRender
import PodctlTestSupport
import Testing

@Suite struct VariantGoldenTests {
  private func tenant() throws -> Tenant {
    var tenant = try TenantFixture.tenant("harbour", ids: CountingIdentifiers())
    tenant.name = "Harbour Podcast Network"
    return tenant
  }

  @Test("a host's report names no money in any format")
  func host() throws {
    let report = try SampleReports.weekly()
    var podcast = try TenantFixture.podcast("tide-tables", ids: CountingIdentifiers())
    podcast.title = "Tide Tables"
    let host = HostReport(
      of: podcast, tenant: try tenant(), period: report.period, downloads: ReportFigure(2400, before: 2000),
      reports: [report])
    let document = host.document(command: "podctl report host tide-tables")
    try GoldenFile.expect(document.terminalText(.piped), equals: "report-host.txt")
    let csv = try Sheet(HostReport.listing, host.airings, shape: .list, format: .csv).rendered(as: .csv, .piped)
    for text in [document.htmlText, document.markdownText, csv] {
      for word in ["USD", "Spend", "spend", "Revenue", "revenue", "CPM", "ROAS", "Conv"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }

  @Test("finance and portfolio are drawn the same")
  func money() throws {
    let report = try SampleReports.weekly()
    let finance = FinanceReport(
      of: try tenant(), month: report.period, reports: [report],
      bills: [.init(campaign: report.campaignSlug, status: .paid, total: Money(minor: 1500, report.currency))])
    try GoldenFile.expect(
      finance.document(command: "podctl report finance").terminalText(.piped), equals: "report-finance.txt")
    let portfolio = PortfolioReport(TenantDigest(tenant: try tenant(), period: report.period, reports: [report]))
    try GoldenFile.expect(
      portfolio.document(command: "podctl report portfolio").terminalText(.piped), equals: "report-portfolio.txt")
  }
}
