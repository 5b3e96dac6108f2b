import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("the bill commands")
struct BillTests {
  private let environment = ["PODCTL_NOW": "2026-11-02T08:00:00Z", "PODCTL_ID_SEED": "bills"]

  private func world(_ kind: TestDatabase.Kind) throws -> (TestDatabase, BillingWorld) {
    let test = try TestDatabase(kind)
    let world = try BillingWorld(test)
    try world.addFlight(10, "fall", goal: 40_000)
    try world.addFlight(11, "host", .flat, rate: 90_000, to: "2026-10-31")
    try world.addFlight(12, "inserted", insertion: .dynamic)
    try world.setDownloads(10, "2026-10-02", 41_230)
    return (test, world)
  }

  private func run(_ words: [String], on test: TestDatabase) throws -> PodctlProcess.Ending {
    try PodctlProcess.run(
      ["bill"] + words + ["--tenant", "tenant-1", "--database", test.urlText], environment: environment)
  }

  @Test("a preview shows the lines and what is not rated, and stores nothing", arguments: TestDatabase.kinds)
  func preview(kind: TestDatabase.Kind) throws {
    let (test, _) = try world(kind)
    let ending = try run(
      ["preview", "--period", "2026-10", "--format", "csv", "--fields", "number,units,amount"], on: test)
    #expect(ending.status == 0, "\(ending.errors)")
    #expect(
      ending.output == """
        number,units,amount
        TENANT-1-2026-10-AUTUMN,40000,1000.00 USD
        TENANT-1-2026-10-AUTUMN,1,900.00 USD

        """)
    #expect(ending.errors.contains("autumn/inserted: —, not rated: no delivery imported"))
    #expect(ending.errors.contains("total USD 1,900.00"))
    #expect(try run(["list", "--json"], on: test).output.contains(#""data":[]"#))
  }

  @Test("a draft is shown, listed and found again, alike on both databases", arguments: TestDatabase.kinds)
  func draft(kind: TestDatabase.Kind) throws {
    let (test, _) = try world(kind)
    let first = try run(
      ["draft", "--period", "2026-10", "--format", "csv", "--fields", "number,change,total"], on: test)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == "number,change,total\nTENANT-1-2026-10-AUTUMN,new,1900.00 USD\n")
    #expect(first.errors.contains("podctl bill show TENANT-1-2026-10-AUTUMN --tenant tenant-1"))
    let again = try run(["draft", "--period", "2026-10", "--format", "csv", "--fields", "change"], on: test)
    #expect(again.output == "change\nunchanged\n")
    let list = try run(
      ["list", "--period", "2026-10", "--status", "draft", "--format", "csv", "--fields", "number,total"], on: test)
    #expect(list.output == "number,total\nTENANT-1-2026-10-AUTUMN,1900.00 USD\n")
    let shown = try run(["show", "TENANT-1-2026-10-AUTUMN", "--json"], on: test)
    #expect(
      shown.output.contains(
        #""lines":[{"number":"TENANT-1-2026-10-AUTUMN","flight":"fall","description":"fall, mid-roll, baked-in","#))
    #expect(shown.output.contains(#""total":{"minor":190000,"currency":"USD"}"#))
    #expect(shown.output.contains(#""airs_on":"2026-10-01","units":41230"#))
  }

  @Test("an invoice reads as one in a terminal, as Markdown, and as HTML in a file")
  func documents() throws {
    let (test, _) = try world(.sqlite)
    _ = try run(["draft", "--period", "2026-10"], on: test)
    for format in ["table", "markdown"] {
      let ending = try run(["show", "TENANT-1-2026-10-AUTUMN", "--format", format], on: test)
      for word in ["Tenant 1", "net 30 days", "America/New", "USD 1,900.00", "Episode 210", "Draft", "not certified"] {
        #expect(ending.output.contains(word), "\(format): \(word)")
      }
    }
    let folder = try TemporaryFolder()
    let path = folder.file("invoice.html")
    let written = try run(["show", "TENANT-1-2026-10-AUTUMN", "--format", "html", "--output", path], on: test)
    #expect(written.status == 0 && written.output.isEmpty)
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.hasPrefix("<!doctype html>") && page.contains("USD 1,900.00") && !page.contains("<script"))
    let refused = try run(
      ["show", "TENANT-1-2026-10-AUTUMN", "--format", "html", "--output", folder.file("no/such/folder.html")], on: test)
    #expect(refused.status == 73)
  }

  @Test("an unknown invoice, month or campaign is refused with what to do")
  func refuses() throws {
    let (test, _) = try world(.sqlite)
    _ = try run(["draft", "--period", "2026-10"], on: test)
    let number = try run(["show", "TENANT-1-2026-10-AUTUM"], on: test)
    #expect(number.status == 66 && number.errors.contains("did you mean \"TENANT-1-2026-10-AUTUMN\"?"))
    let month = try run(["draft", "--period", "2026-13"], on: test)
    #expect(month.status == 64 && month.errors.contains("write a month such as 2026-10"))
    let campaign = try run(["preview", "--period", "2026-10", "--campaign", "autum"], on: test)
    #expect(campaign.status == 66 && campaign.errors.contains("did you mean"))
  }
}
