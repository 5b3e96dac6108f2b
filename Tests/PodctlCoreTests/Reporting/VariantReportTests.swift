import PodctlCore
import PodctlTestSupport
import Testing

@Suite("reports for others than sponsors") struct VariantReportTests {
  private static func bill(_ status: Invoice.Status, _ minor: Int64, currency: Currency) -> FinanceReport.Bill {
    FinanceReport.Bill(campaign: slug("autumn-brew"), status: status, total: Money(minor: minor, currency))
  }

  private static func slug(_ text: String) -> Slug {
    guard let slug = try? Slug(text) else { preconditionFailure("\(text) is no slug") }
    return slug
  }

  private static func tenant(_ report: SponsorReport) throws -> Tenant {
    var tenant = try TenantFixture.tenant("harbour", ids: CountingIdentifiers())
    tenant.name = report.tenantName
    return tenant
  }

  @Test("delivered, drafted, billed and paid are told apart; void ones count for nothing, and nothing is lost")
  func finance() throws {
    let report = try SampleReports.weekly()
    let delivered = try #require(report.summary.spendMinor.value)
    let bills: [(Invoice.Status, Int64)] = [
      (.draft, 100), (.approved, 200), (.open, 300), (.paid, 400), (.uncollectible, 50), (.void, 9999),
    ]
    let finance = FinanceReport(
      of: try Self.tenant(report), month: report.period, reports: [report],
      bills: bills.map { Self.bill($0.0, $0.1, currency: report.currency) })
    let line = try #require(finance.lines.first)
    #expect(line.delivered == delivered && line.drafted == 100 && line.billed == 950 && line.paid == 400)
    #expect(line.writtenOff == 50 && line.open == 500 && line.unbilled == delivered - 1050)
    #expect(finance.differing.count == 1)
    let even = FinanceReport(
      of: try Self.tenant(report), month: report.period, reports: [report],
      bills: [Self.bill(.paid, delivered, currency: report.currency)])
    #expect(even.differing.isEmpty && even.lines.first?.open == 0)
  }

  @Test("money of another currency is not added to a campaign's")
  func currencies() throws {
    let report = try SampleReports.weekly()
    let finance = FinanceReport(
      of: try Self.tenant(report), month: report.period, reports: [report],
      bills: [Self.bill(.open, 700, currency: try Currency("EUR"))])
    #expect(finance.lines.first?.billed == 0)
  }

  @Test("a portfolio's line adds up campaigns of one sponsor, and a part that is not known makes the sum unknown")
  func portfolio() throws {
    let report = try SampleReports.weekly()
    var second = report
    second.campaignSlug = Self.slug("winter-brew")
    func line(_ reports: [SponsorReport]) throws -> PortfolioReport.Line? {
      let digest = TenantDigest(tenant: try Self.tenant(report), period: report.period, reports: reports)
      let lines = PortfolioReport(digest).lines
      #expect(lines.count == 1)
      return lines.first
    }
    let both = try line([report, second])
    #expect(both?.campaigns == 2)
    #expect(both?.spendMinor == report.summary.spendMinor.value.map { $0 * 2 })
    #expect(both?.roasHundredths == report.summary.roasHundredths.value)
    second.summary.spendMinor = .unknown
    #expect(try line([report, second])?.spendMinor == nil)
  }

  @Test("a host is told of the own show's ads alone")
  func host() throws {
    let report = try SampleReports.weekly()
    let ids = CountingIdentifiers()
    func host(_ title: String) throws -> HostReport {
      var podcast = try TenantFixture.podcast("show", ids: ids)
      podcast.title = title
      return HostReport(
        of: podcast, tenant: try Self.tenant(report), period: report.period, downloads: ReportFigure(10),
        reports: [report])
    }
    let own = try host("Tide Tables")
    #expect(!own.airings.isEmpty && own.airings.allSatisfy { $0.airing.podcast == "Tide Tables" })
    let dates = own.airings.map(\.airing.airsOn)
    #expect(dates == dates.sorted())
    #expect(try host("Night Ferry").airings.isEmpty)
  }
}
