import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("A connection to a server that is slow, contended or gone", .enabled(if: TestDatabase.hasPostgres))
struct ConnectionTests {
  private func code(_ body: () throws -> Void) -> PodctlError? {
    do { try body() } catch { return error as? PodctlError }
    return nil
  }

  @Test("a statement takes no longer than the URL allows, and the next transaction goes on")
  func statementTimeout() throws {
    let test = try TestDatabase(.postgres)
    let limited = try Database.open(
      DatabaseURL(test.urlText + "&statement_timeout=100ms"), now: { FixedTime.now })
    let error = code { try limited.read { tx in _ = try tx.rows("SELECT pg_sleep(20)") } }
    #expect(error?.code == .databaseBusy)
    #expect(try limited.read { tx in try tx.first("SELECT 1 AS one")?["one"] } == 1)
    // It is the transaction's own: whoever has the server's connection next is not held by it.
    #expect(
      try limited.driver.execute("SELECT current_setting('statement_timeout') AS t", []).rows[0]["t"] == "0")
  }

  @Test("a limit that cannot be read is the URL's fault, and no other word of it is lost")
  func written() throws {
    #expect(code { _ = try DatabaseURL("postgres://a@b/c?statement_timeout=soon") }?.code == .databaseURLInvalid)
    let url = try DatabaseURL("postgres://a@/c?host=/tmp/x&statement_timeout=5m&connect_timeout=3")
    #expect(url.description == "postgres://a@/c?host=/tmp/x")
  }

  @Test("of two that wait for each other the one that is given up runs again", .timeLimit(.minutes(15)))
  func deadlock() throws {
    let test = try TestDatabase(.postgres)
    let ids = CountingIdentifiers()
    let tenants = try ["one", "two"].map { try TenantFixture.stored($0, in: test.database, ids: ids).id }
    let url = try test.url
    let met = Meeting(of: 2)
    let outcome = Threads.run(2) { number in
      let database = try Database.open(url, now: { FixedTime.now })
      let order = number == 0 ? tenants : tenants.reversed()
      try database.write { tx in
        try tx.run("UPDATE tenants SET demo_weeks = coalesce(demo_weeks, 0) + 1 WHERE tenant_id = \(order[0])")
        met.wait()
        try tx.run("UPDATE tenants SET demo_weeks = coalesce(demo_weeks, 0) + 1 WHERE tenant_id = \(order[1])")
      }
    }
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    let weeks: [Int] = try test.database.read { tx in
      try tx.rows("SELECT demo_weeks FROM tenants ORDER BY slug").map { try $0["demo_weeks"] }
    }
    #expect(weeks == [2, 2])
  }

  @Test("a body that may not run twice does not, and one that fails time and again fails")
  func once() throws {
    let test = try TestDatabase(.postgres)
    var runs = 0
    for (retrying, wanted) in [(false, 1), (true, 5)] {
      runs = 0
      let error = code {
        try test.database.write(retrying: retrying) { tx in
          runs += 1
          try tx.run("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$")
        }
      }
      #expect(error?.code == .databaseBusy)
      #expect(runs == wanted)
    }
  }

  @Test(
    "a server that goes away in the midst of a statement, of its rows or of a load is unreachable", arguments: 0..<3)
  func gone(_ way: Int) throws {
    let test = try TestDatabase(.postgres)
    let url = try test.url
    let error = code {
      try test.database.write { tx in
        let pid: Int = try #require(try tx.first("SELECT pg_backend_pid() AS pid"))["pid"]
        let killer = Thread {
          usleep(200_000)
          let other = try? Database.open(url, for: .migrating, now: { FixedTime.now })
          _ = try? other?.driver.execute("SELECT pg_terminate_backend($1::int)", [.integer(Int64(pid))])
        }
        killer.start()
        switch way {
        case 0: _ = try tx.rows("SELECT pg_sleep(20)")
        case 1:
          try tx.stream("SELECT repeat('x', 1000) AS x, n FROM generate_series(1, 3000000) n") { _ in usleep(20) }
        default:
          try tx.load(TemporaryTable("incoming", [("n", .integer)])) { writer in
            for number in 0..<2_000_000 {
              try writer.integer(Int64(number))
              try writer.endRow()
              if number % 20_000 == 0 { usleep(20_000) }
            }
          }
        }
      }
    }
    #expect(error?.code == .databaseUnreachable, "\(error as Any)")
    #expect(error?.message.contains("was lost") == true)
  }
}

/// A place where threads wait until all have come; who comes a second time goes on.
private final class Meeting: @unchecked Sendable {
  private let condition = NSCondition()
  private var missing: Int

  init(of count: Int) { missing = count }

  func wait() {
    condition.lock()
    missing -= 1
    condition.broadcast()
    while missing > 0 { condition.wait() }
    condition.unlock()
  }
}
