import PodctlCore
import PodctlRender
import PodctlTestSupport
import Testing

@Suite("reports in a tenant's own look") struct BrandTests {
  private static func document() throws -> Document {
    let parts = SampleReports.page(try SampleReports.weekly(), revision: 1)
    return SponsorReportPage(report: parts.report, revision: parts.revision, command: parts.command).document
  }

  @Test("colours are read, mixed and weighed by their contrast")
  func colors() throws {
    #expect(Brand.Color("#0b5560")?.description == "#0b5560")
    #expect(Brand.Color("0b5560") == nil && Brand.Color("#0b556") == nil && Brand.Color("#+b5560") == nil)
    let black = try Brand.color(typed: "#000000")
    #expect(abs(black.contrastOnWhite - 21) < 0.001 && black.soft.description == "#cccccc")
    #expect(throws: PodctlError.self) { try Brand.color(typed: "#ffd84d") }
    // The faintest grey that passes, and the next one.
    #expect(throws: Never.self) { try Brand.color(typed: "#767676") }
    #expect(throws: PodctlError.self) { try Brand.color(typed: "#777777") }
  }

  @Test("a page has colour, logo and last line; without a look it is as it was, to the byte")
  func page() throws {
    let plain = try Self.document()
    #expect(plain.branded(Brand()).htmlText == plain.htmlText && plain.branded(Brand()).email() == plain.email())
    let logo = try Brand.Logo(file: Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8))
    let branded = plain.branded(
      Brand(accent: try Brand.color(typed: "#7a1f3d"), logo: logo, footer: "Harbour <b>Network</b>"))
    let page = branded.htmlText
    #expect(page.contains("@media print { :root { --accent: #7a1f3d;"))
    #expect(page.contains("--accent: #7a1f3d") && page.contains("src=\"data:image/svg+xml;base64,PHN2"))
    #expect(page.contains("img-src data:") && page.contains("Harbour &lt;b&gt;Network&lt;/b&gt;"))
    let head = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta http-equiv=\"Content-Security-Policy\""
    #expect(plain.htmlText.hasPrefix(head) && page.hasPrefix(head))
    #expect(!plain.htmlText.contains("img-src") && !page.contains("http://") && !page.contains("https://"))
    let mail = branded.email()
    #expect(mail.html.contains("#7a1f3d") && !mail.html.contains("#0b5560") && !mail.html.contains("<img"))
    #expect(mail.plain.contains("Harbour <b>Network</b>"))
  }

  @Test("a logo is PNG or SVG by its bytes, and not larger than a page can bear")
  func logos() throws {
    #expect(try Brand.Logo(file: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]).type == "image/png")
    #expect(throws: PodctlError.self) { try Brand.Logo(file: Array("<html><script>".utf8)) }
    #expect(throws: PodctlError.self) { try Brand.Logo(file: [UInt8](repeating: 0x89, count: 100_001)) }
  }
}
