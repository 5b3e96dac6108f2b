import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The record of runs")
struct RunStoreTests {
  @Test("the newest come first, and failed ones can be had alone", arguments: TestDatabase.kinds)
  func newest(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let ids = CountingIdentifiers()
    let acme = try Slug("acme")
    var runs: [Run] = []
    for number in 0..<6 {
      let run = Run(
        id: ids.next(Run.self), tenant: number.isMultiple(of: 2) ? acme : nil, command: "podcast ingest",
        startedAt: FixedTime.now.advanced(seconds: Int64(number / 2)))
      try test.database.write { tx in try RunStore(tx).start(run) }
      runs.append(run)
    }
    try test.database.write { tx in
      let store = RunStore(tx)
      for run in runs.dropLast() {
        let failed = run.id == runs[1].id
        let found = try store.finish(
          run.id, at: run.startedAt.advanced(seconds: 5), exitStatus: failed ? 75 : 0,
          errorCode: failed ? "database_busy" : nil, summary: "12 files")
        #expect(found)
      }
      let unknown = try store.finish(
        ids.next(Run.self), at: FixedTime.now, exitStatus: 0, errorCode: nil, summary: nil)
      #expect(!unknown)
    }
    let all = try test.database.read { tx in try RunStore(tx).newest(10) }
    // Those of one second stand in the order of their ids.
    #expect(all.map(\.id) == [4, 5, 2, 3, 0, 1].map { runs[$0].id })
    #expect(all.last?.errorCode == "database_busy")
    #expect(all.last?.exitStatus == 75)
    #expect(all[0].summary == "12 files")
    #expect(all[1].finishedAt == nil)
    let failed = try test.database.read { tx in try RunStore(tx).newest(10, failedOnly: true) }
    #expect(failed.map(\.id) == [runs[5].id, runs[1].id])
    #expect(failed.filter(\.failed).count == 2)
    let ofTenant = try test.database.read { tx in try RunStore(tx).newest(2, tenant: acme) }
    #expect(ofTenant.map(\.id) == [runs[4].id, runs[2].id])
  }
}
