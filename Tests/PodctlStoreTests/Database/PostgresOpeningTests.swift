import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Opening a PostgreSQL database", .enabled(if: TestDatabase.hasPostgres))
struct PostgresOpeningTests {
  private func error(_ url: String) -> PodctlError? {
    do {
      _ = try Database.open(DatabaseURL(url), now: { FixedTime.now })
      return nil
    } catch { return error as? PodctlError }
  }

  @Test("a server that is not there is unreachable, and the password stays unsaid")
  func unreachable() {
    let error = error("postgres://ann:s3cret@127.0.0.1:9/ads")
    #expect(error?.code == .databaseUnreachable)
    #expect(error?.message.contains("ann@127.0.0.1:9/ads") == true)
    #expect(!"\(error as Any)".contains("s3cret"))
  }

  @Test("a database that is not there, and a role that is not let in")
  func refused() throws {
    #expect(error(try TestServer.url(of: "no_such_database"))?.code == .databaseNotFound)
    let stranger = try TestServer.url(of: "postgres").replacingOccurrences(
      of: "podctl_owner@", with: "stranger:s3cret@")
    let error = error(stranger)
    #expect(error?.code == .databaseRefused)
    #expect(!"\(error as Any)".contains("s3cret"))
  }

  @Test("a database without podctl's schema names migrate up, and is not changed")
  func behind() throws {
    let test = try TestDatabase(.postgres, migrated: false)
    let error = error(test.urlText)
    #expect(error?.code == .schemaBehind)
    #expect(error?.commands == ["podctl migrate up"])
    let schemas = try test.database.driver.execute("SELECT nspname FROM pg_namespace WHERE nspname = 'podctl'", [])
    #expect(schemas.rows.isEmpty)
  }

  @Test("a connection that is cut is unreachable, not a fault")
  func cut() throws {
    let test = try TestDatabase(.postgres)
    let other = try test.connect()
    let error = #expect(throws: PodctlError.self) {
      try test.database.write { tx in
        let pid: Int = try #require(try tx.first("SELECT pg_backend_pid() AS pid"))["pid"]
        _ = try other.driver.execute("SELECT pg_terminate_backend($1::int)", [.integer(Int64(pid))])
        try tx.run("UPDATE tenants SET name = 'x'")
      }
    }
    #expect(error?.code == .databaseUnreachable)
  }

  @Test("a read-only database refuses writes with its own word")
  func readOnly() throws {
    let test = try TestDatabase(.postgres)
    let name = try #require(test.urlText.split(separator: "?").first?.split(separator: "/").last)
    try TestServer.command("ALTER DATABASE \(name) SET default_transaction_read_only = on")
    let database = try test.connect(for: .work)
    // podctl asks for a transaction that writes, which a setting cannot forbid; a standby's refusal looks the same.
    let error = #expect(throws: PodctlError.self) {
      try database.write { tx in
        _ = try database.driver.execute("SET TRANSACTION READ ONLY", [])
        try tx.run("UPDATE runs SET summary = NULL")
      }
    }
    #expect(error?.code == .databaseReadOnly)
  }

  @Test("a statement that waits too long for a lock is busy")
  func busy() throws {
    let test = try TestDatabase(.postgres)
    let other = try test.connect()
    try test.database.write { tx in
      try tx.run("LOCK TABLE runs IN ACCESS EXCLUSIVE MODE")
      let error = #expect(throws: PodctlError.self) {
        try other.write { tx in
          try tx.run("SET LOCAL lock_timeout = '50ms'")
          try tx.run("UPDATE runs SET summary = NULL")
        }
      }
      #expect(error?.code == .databaseBusy)
    }
  }

  @Test("sums beyond 64 bits and fractions come as their digits")
  func numeric() throws {
    let test = try TestDatabase(.postgres)
    let texts = [
      "0", "1", "-1", "9999", "10000", "12345678901234567890", "0.5", "-0.00012", "100000000", "1234.5600",
      "20000.0001",
    ]
    for text in texts {
      let row = try test.database.driver.execute("SELECT $1::text::numeric AS n", [.text(text)]).rows[0]
      #expect(try row["n"] == text)
    }
  }
}
