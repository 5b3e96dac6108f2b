import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@testable import PodctlCommands

@Suite("bill approve and the months that it takes") struct BillApproveTests {
  private func world(_ kind: TestDatabase.Kind) throws -> (TestDatabase, BillingWorld) {
    let test = try TestDatabase(kind)
    let world = try BillingWorld(test)
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run("UPDATE sponsors SET contact_email = 'pay@kettle.example' WHERE tenant_id = \(tx.tenant)")
    }
    try world.addFlight(10, "fall", rate: 1000, goal: 40_000)
    try world.setDownloads(10, "2026-10-02", 9_000)
    return (test, world)
  }

  private func run(
    _ words: [String], on test: TestDatabase, at now: String = "2026-11-20T12:00:00Z"
  ) throws -> PodctlProcess.Ending {
    try PodctlProcess.run(
      ["bill"] + words + ["--tenant", "tenant-1", "--database", test.urlText],
      environment: ["PODCTL_NOW": now, "PODCTL_ID_SEED": "approve"])
  }

  @Test("what was found is said with its reason and what helps, and in JSON too", arguments: TestDatabase.kinds)
  func parked(kind: TestDatabase.Kind) throws {
    let (test, world) = try world(kind)
    _ = try run(["draft", "--period", "2026-10"], on: test)
    try world.setDownloads(10, "2026-10-02", 8_000)
    let ending = try run(["approve", "--period", "2026-10", "--json"], on: test)
    #expect(ending.status == 1 && ending.output.contains(#""findings":["stale","incomplete"]"#), "\(ending.output)")
    #expect(
      ending.output.contains(
        #""reasons":["drafted at USD 90.00, today's figures make USD 80.00 of it","the log is not there yet"]"#),
      "\(ending.output)")
    for text in [
      "TENANT-1-2026-10-AUTUMN: the log is not there yet", "podctl bill draft --period 2026-10 --tenant tenant-1",
      "podctl tenant sources list --tenant tenant-1", "bill_parked",
    ] {
      let people = try run(["approve", "--period", "2026-10"], on: test)
      #expect(people.status == 1 && people.errors.contains(text), "\(text): \(people.errors)")
    }
    try world.complete()
    _ = try run(["draft", "--period", "2026-10"], on: test)
    let done = try run(["approve", "--period", "2026-10"], on: test)
    #expect(done.status == 0 && done.errors.contains("1 approved, 0 parked"), "\(done.errors)")
    let again = try run(["approve", "--period", "2026-10"], on: test)
    #expect(again.status == 0 && again.errors.contains("no draft to approve"))
  }

  @Test("help, completion and the errors name exactly what can be waived")
  func waivable() throws {
    let (test, _) = try world(.sqlite)
    let words = BillBounds.Finding.allCases.filter(\.canBeWaived).map(\.rawValue)
    #expect(BillBounds.Finding.allValueStrings == words)
    let help = try PodctlProcess.run(["bill", "approve", "--help"]).output
    let flat = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains("Only unusual, early, stale, incomplete, no-data and spike can be waived"), "\(help)")
    _ = try run(["draft", "--period", "2026-10"], on: test)
    for finding in BillBounds.Finding.allCases {
      let ending = try run(["approve", "--period", "2026-10", "--waive", finding.rawValue], on: test)
      #expect(ending.status == (finding.canBeWaived ? (finding == .incomplete ? 0 : 1) : 64), "\(finding)")
      if finding == .incomplete { break }
    }
    for finding in BillBounds.Finding.allCases where !finding.canBeWaived {
      let ending = try run(["approve", "--period", "2026-10", "--waive", finding.rawValue], on: test)
      #expect(ending.status == 64 && ending.errors.contains("\(finding.rawValue) cannot be waived"), "\(ending.errors)")
    }
  }

  @Test(
    "a month that goes on is drafted with a word, not approved; a later one is refused", arguments: TestDatabase.kinds)
  func months(kind: TestDatabase.Kind) throws {
    let (test, world) = try world(kind)
    try world.complete()
    let now = "2026-10-20T12:00:00Z"
    let preview = try run(["preview", "--period", "2026-10", "--json"], on: test, at: now)
    #expect(preview.status == 0 && preview.output.contains(#""is_over":false"#), "\(preview.output)")
    #expect(preview.errors.contains("2026-10 is not over in America/New_York"))
    let draft = try run(["draft", "--period", "2026-10", "--json"], on: test, at: now)
    #expect(draft.status == 0 && draft.output.contains(#""is_over":false"#), "\(draft.output)")
    #expect(draft.errors.contains("2026-10 is not over in America/New_York; draft it again when it is"))
    for words in [["--period", "2026-10"], ["TENANT-1-2026-10-AUTUMN"]] {
      let ending = try run(["approve"] + words + ["--waive", "early"], on: test, at: now)
      #expect(ending.status == 75 && ending.errors.contains("period_not_over"), "\(ending.errors)")
    }
    for verb in ["draft", "preview", "approve"] {
      let ending = try run([verb, "--period", "2027-03"], on: test, at: now)
      #expect(ending.status == 64 && ending.errors.contains("period_not_begun"), "\(verb): \(ending.errors)")
    }
    let over = try run(["draft", "--period", "2026-10", "--json"], on: test)
    #expect(over.output.contains(#""is_over":true"#) && !over.errors.contains("is not over"))
    #expect(try run(["approve", "--period", "2026-10"], on: test).status == 0)
  }
}
