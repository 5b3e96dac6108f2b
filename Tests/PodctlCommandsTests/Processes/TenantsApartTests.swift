import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@Suite("two tenants with the same paths", .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct TenantsApartTests {
  @Test("neither sees the other's downloads, and the same log counts for each", arguments: TestDatabase.kinds)
  func apart(_ kind: TestDatabase.Kind) throws {
    let world = try SmallShow.world(kind, tenants: ["one", "two"])
    let mine = try world.folder.write(SmallShow.log(lines: 200, part: 0), to: "one.log")
    let theirs = try world.folder.write(SmallShow.log(lines: 90, part: 9), to: "two.log")
    func ingest(_ tenant: String, _ log: String) throws -> String {
      try world.did(["podcast", "ingest", "--tenant", tenant, "--reasons", "--format", "csv", log]).output
    }
    #expect(try ingest("one", mine).contains("counted,180\n"))
    let before = try world.daily("one")
    #expect(before.count == 9)
    #expect(try world.daily("two") == [])
    let ledger = try ingest("two", theirs)
    #expect(ledger.contains("counted,81\n"), "\(ledger)")
    #expect(try world.daily("one") == before)
    // The first tenant's own log is new to the second, listeners and content alike.
    #expect(try ingest("two", mine).contains("counted,261\n"))
    #expect(try world.daily("one") == before)
    #expect(try ingest("one", mine).contains("counted,180\n"))
  }
}
