import PodctlCore
import PodctlRender
import PodctlTestSupport
import Testing

@Suite("formats agree") struct FormatsAgreeTests {
  @Test(
    "the headline figures are the same in page, mail, Markdown, text, CSV and JSON",
    arguments: [100, 71, 187] as [Int64])
  func agree(_ percent: Int64) throws {
    let parts = SampleReports.page(try SampleReports.weekly(downloads: percent))
    let page = SponsorReportPage(report: parts.report, revision: parts.revision, command: parts.command)
    let summary = page.report.summary
    let spend = try #require(summary.spendMinor.value)
    let revenue = try #require(summary.revenueMinor.value)
    let delivered = try #require(page.report.groups.first?.delivered)
    let reach = try #require(summary.reach.value)

    let mail = page.document.email()
    for text in [
      page.document.htmlText, page.document.markdownText, page.document.terminalText(.piped),
      mail.html.replacing(/<[^>]+>/, with: ""), mail.plain,
    ] {
      for figure in [
        FixedPoint.grouped(delivered), FixedPoint.grouped(reach), "USD " + FixedPoint.grouped(spend, digits: 2),
        "USD " + FixedPoint.grouped(revenue, digits: 2),
      ] {
        #expect(text.contains(figure), "\(figure) is missing")
      }
    }
    let csv = try Sheet(ReportLine.listing, page.lines, shape: .list, format: .csv).rendered(as: .csv, .piped)
    #expect(csv.contains("delivery,,,,delivered,\(delivered),,counted\n"))
    #expect(csv.contains("summary,,,,spend,\(FixedPoint.plain(spend, digits: 2)),USD,\n"))
    #expect(csv.contains("summary,,,,revenue,\(FixedPoint.plain(revenue, digits: 2)),USD,\n"))
    let json = try Sheet(page.listing, [page.entries], shape: .single, format: .json).rendered(as: .json, .piped)
    #expect(json.hasPrefix("{\"schema\":\"podctl.report.sponsor/2\",\"data\":{\"tenant\":\"harbour-network\""))
    #expect(json.contains("\"spend\":{\"value\":{\"minor\":\(spend),\"currency\":\"USD\"}"))
    #expect(json.contains("\"provenance\":\"counted\",\"sources\":[],\"delivered\":\(delivered),"))
  }

  @Test("a flight that nobody has counted is —, null or empty in every format, and no verdict speaks of it")
  func uncounted() throws {
    var input = try SampleReports.input()
    let flight = try SampleReports.flight(9, "fern-read", "Fern read", .bakedIn, .cpm, goal: 80_000, code: nil)
    let spot = Spot(
      id: Identifier(high: 9, low: 9), flight: flight.id, episode: Identifier(high: 9, low: 8),
      airsOn: flight.startsOn, status: .aired, airedAt: SampleReports.made, note: nil, createdAt: SampleReports.made)
    let unknown = FlightDelivery.unknown(flight, spots: [spot], through: input.through)
    input.deliveries.append(unknown)
    let (text, markdown, html, mail, csv, json) = try drawn(try SponsorReport(input))
    for document in [text, markdown, html, mail.html, mail.plain].map(Self.asOneLine) {
      #expect(document.contains("Fern read") && document.contains("no log of their show covers any of its days"))
      #expect(document.contains("What one more flight delivered is not known"))
      #expect(document.contains("without 1 flight not known"))
      #expect(!document.contains("89,800") && !document.contains("Under-delivering"))
    }
    #expect(text.contains("On pace"))
    #expect(csv.contains("flight,fern-read,,Fern read,delivered,,,\n"))
    for figure in ["in_period", "pacing", "conversions"] {
      #expect(csv.contains("flight,fern-read,,Fern read,\(figure),,,\n"))
    }
    #expect(
      json.contains(
        #""flight":"fern-read","name":"Fern read","position":"mid-roll","insertion":"baked-in","provenance":null"#))
    #expect(json.contains(#""goal":80000,"delivered":null,"in_period":null,"pacing":null,"projected":null"#))

    input.deliveries = [unknown]
    input.through = input.current.period.start.advanced(by: -1)
    let alone = try drawn(try SponsorReport(input))
    for document in [alone.text, alone.markdown, alone.html, alone.mail.html, alone.mail.plain].map(Self.asOneLine) {
      #expect(document.contains("Not known yet"))
      for word in ["Not begun", "0 of 80,000", "0\u{A0}%", "makegood"] { #expect(!document.contains(word), "\(word)") }
    }
    #expect(alone.csv.contains("delivery,,,,delivered,,,\n") && alone.csv.contains("summary,,,,spend,,USD,\n"))
  }

  private static func asOneLine(_ text: String) -> String { text.replacing(/\s*\n\s*/, with: " ") }

  private func drawn(
    _ report: SponsorReport
  ) throws -> (text: String, markdown: String, html: String, mail: EmailText, csv: String, json: String) {
    let parts = SampleReports.page(report)
    let page = SponsorReportPage(report: parts.report, revision: parts.revision, command: parts.command)
    let document = page.document
    return (
      document.terminalText(.piped), document.markdownText, document.htmlText, document.email(),
      try Sheet(ReportLine.listing, page.lines, shape: .list, format: .csv).rendered(as: .csv, .piped),
      try Sheet(page.listing, [page.entries], shape: .single, format: .json).rendered(as: .json, .piped)
    )
  }

  @Test("the page asks for nothing from outside and runs nothing")
  func selfContained() throws {
    let parts = SampleReports.page(try SampleReports.weekly())
    let html = SponsorReportPage(report: parts.report, revision: parts.revision, command: parts.command).document
      .htmlText
    for word in ["<script", "http://", "https://", "url(", "@import", " src=", "onload"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.contains("Kettle &amp; Crane Coffee"))
    #expect(!html.contains("Kettle & Crane"))
  }

  @Test("a mail needs no style sheet, no picture and nothing from outside, and keeps below Gmail's limit")
  func mail() throws {
    let parts = SampleReports.page(try SampleReports.weekly())
    var document = SponsorReportPage(report: parts.report, revision: parts.revision, command: parts.command).document
    let mail = document.email()
    for word in ["<style", "<img", "<svg", "<script", "class=", "http://", "https://", "url("] {
      #expect(!mail.html.contains(word), "\(word)")
    }
    #expect(mail.subject == document.title)
    let row = (1...9).map { DocumentTable.Cell(String(repeating: "word ", count: 12) + "\($0)") }
    let columns = (1...9).map { DocumentTable.Column("Column \($0)") }
    document.sections.append(
      .init(
        id: "long", title: "Long",
        blocks: [.table(DocumentTable(caption: "", columns: columns, rows: Array(repeating: row, count: 500)))]))
    let long = document.email()
    #expect(long.size < EmailText.sizeLimit)
    #expect(long.html.contains("more rows, all of them in the attached file"))
  }

  @Test("words from outside cannot leave their place in HTML")
  func escaped() {
    let document = Document(
      title: "<b>",
      masthead: .init(kicker: "", heading: "</h1><script>", subheading: "\u{1B}[2J", facts: [], verdict: nil),
      sections: [.init(id: "a", title: "\"'&", blocks: [.paragraph("<img onerror=x>")])], footer: [])
    let html = document.htmlText
    #expect(!html.contains("<script>") && !html.contains("<img") && !html.contains("\u{1B}"))
    #expect(!document.terminalText(.piped).contains("\u{1B}"))
    let mail = document.email()
    #expect(!mail.html.contains("<script>") && !mail.html.contains("<img") && !mail.html.contains("\u{1B}"))
  }
}
