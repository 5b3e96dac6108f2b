import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@Suite("bad input, through podctl itself", .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct BadInputTests {
  /// One bad input: what is typed, and how it must end.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var words: [String]
    var code: ErrorCode
    var status: Int32
    var hint: String?

    init(_ name: String, _ line: String, _ code: ErrorCode, _ status: Int32, hint: String? = nil) {
      testDescription = name
      words = line.split(separator: " ").map(String.init)
      self.code = code
      self.status = status
      self.hint = hint
    }
  }

  static let cases: [Case] = [
    Case("truncated gzip, ingest", "podcast ingest --tenant one good.log cut.log.gz", .gzipDamaged, 65),
    Case("truncated gzip, measure", "podcast measure --episodes episodes.csv cut.log.gz", .gzipDamaged, 65),
    Case("binary file, ingest", "podcast ingest --tenant one binary.log", .logUnreadable, 65),
    Case("binary file, measure", "podcast measure --episodes episodes.csv binary.log", .logUnreadable, 65),
    Case("no #Fields, ingest", "podcast ingest --tenant one bare.log", .logUnreadable, 65),
    Case("no #Fields, measure", "podcast measure --episodes episodes.csv bare.log", .logUnreadable, 65),
    Case("wrong header", "attribution import --tenant one --sponsor s header.csv", .headerInvalid, 65),
    Case("unknown zone", "tenant create x --name x --zone Europe/Berln", .unknownTimeZone, 64, hint: "Europe/Berlin"),
    Case(
      "end before start", "campaign flight add c g --tenant one --starts 2026-11-30 --ends 2026-11-01 --cpm 20",
      .flightDatesInvalid, 65),
    Case(
      "negative rate", "campaign flight add c g --tenant one --starts 2026-11-01 --ends 2026-11-30 --cpm=-5",
      .rateInvalid, 65),
    Case(
      "promo code twice",
      "campaign flight add c g --tenant one --starts 2026-11-20 --ends 2026-12-30 --cpm 5 --promo-code TIDE",
      .promoCodeTaken, 65),
    Case("unknown tenant", "podcast list --tenant onne", .tenantNotFound, 66, hint: "\"one\""),
  ]

  /// A tenant with a show, a sponsor and one flight; and the bad files.
  private func world(_ kind: TestDatabase.Kind) throws -> ProcessWorld {
    let world = try SmallShow.world(kind)
    try world.did(["campaign", "sponsor", "add", "s", "--name", "S", "--tenant", "one"])
    try world.did(["campaign", "create", "c", "--sponsor", "s", "--name", "C", "--tenant", "one"])
    try world.did(
      ["campaign", "flight", "add", "c", "f", "--tenant", "one", "--starts", "2026-11-01", "--ends", "2026-11-30"]
        + ["--cpm", "5", "--promo-code", "TIDE"])
    let folder = world.folder
    try folder.write("", to: "empty.log")
    try folder.write(SmallShow.log(lines: 20, part: 0), to: "good.log")
    try folder.write([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 10], to: "binary.log")
    try folder.write("2026-06-10\t10:00:00\t9600000\n", to: "bare.log")
    // A whole header of gzip and the beginning of a stored block that promises more bytes than follow.
    try folder.write(
      [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0, 0xff, 0x0f, 0, 0xf0] + Array("#Version: 1.0\n".utf8), to: "cut.log.gz")
    try folder.write("path,episode,bytes\n/tide/1.mp3,tide-1,9600000\n", to: "episodes.csv")
    try folder.write("when,what\n2026-10-01,x\n", to: "header.csv")
    return world
  }

  /// What the database holds, as its lists print it.
  private func holdings(_ world: ProcessWorld) throws -> [String] {
    try [["tenant", "list"], ["campaign", "flight", "list", "--tenant", "one"]].map {
      try world.did($0 + ["--json"]).output
    }
  }

  @Test("ends with its code and status, one line of JSON, and changes nothing", arguments: TestDatabase.kinds)
  func refused(_ kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let before = try holdings(world)
    for bad in Self.cases {
      let name = bad.testDescription
      let ending = try world.run(bad.words + ["--json"])
      #expect(ending.status == bad.status, "\(name): \(ending.errors)")
      // What came of a good log is told all the same.
      #expect(ending.output.isEmpty != bad.words.contains("good.log"), "\(name): \(ending.output)")
      let failure = try #require(Failure(ending.errors), "\(name): \(ending.errors)")
      #expect(failure.code == bad.code.rawValue && failure.exit == bad.status, "\(name): \(failure)")
      if let hint = bad.hint { #expect(failure.hint?.contains(hint) == true, "\(name): \(failure)") }
    }
    #expect(try holdings(world) == before)
    // Of a good and a bad log the good one was taken, whole; nothing came of the bad ones.
    #expect(try world.column("state", ["podcast", "ingest", "--tenant", "one", "good.log"]) == ["known"])
    #expect(try world.daily().count == 9)
  }

  @Test("an empty log is a warning and counts nothing", arguments: TestDatabase.kinds)
  func empty(_ kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    for words in [["podcast", "ingest", "--tenant", "one"], ["podcast", "measure", "--episodes", "episodes.csv"]] {
      let ending = try world.did(words + ["empty.log"])
      #expect(ending.errors.contains("empty.log is empty"))
    }
    #expect(try world.daily() == [])
  }

  @Test("an earlier file's warning leaves an error in JSON alone on standard error", arguments: TestDatabase.kinds)
  func warningBeforeError(_ kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let words = ["podcast", "ingest", "--tenant", "one", "empty.log", "nowhere.log"]
    let ending = try world.run(words + ["--json"])
    #expect(ending.status == 66)
    #expect(try #require(Failure(ending.errors), "\(ending.errors)").code == "file_not_found")
  }

  @Test("nothing is written for an archived tenant, and it can still be looked at", arguments: TestDatabase.kinds)
  func archived(_ kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.did(["tenant", "archive", "one", "--yes"])
    let before = try holdings(world)
    for words in [
      ["podcast", "ingest", "good.log"], ["campaign", "sponsor", "add", "late", "--name", "Late"],
      ["attribution", "run", "--sponsor", "s"], ["bill", "draft", "--period", "2026-10"],
    ] {
      let ending = try world.run(words + ["--tenant", "one", "--json"])
      #expect(ending.status == 65, "\(words): \(ending.errors)")
      #expect(Failure(ending.errors)?.code == "tenant_archived", "\(words): \(ending.errors)")
    }
    #expect(try holdings(world) == before)
    try world.did(["campaign", "sponsor", "list", "--tenant", "one"])
  }

  @Test("a row of broken UTF-8 is rejected with its line, and the good one is kept", arguments: TestDatabase.kinds)
  func brokenText(_ kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let bytes = Array("occurred_at,order_id\n2026-10-01T00:00:00Z,".utf8) + [0xff, 0xfa, 10]
    try world.folder.write(bytes + Array("2026-10-02T00:00:00Z,A-2\n".utf8), to: "orders.csv")
    let ending = try world.run(["attribution", "import", "--tenant", "one", "--sponsor", "s", "orders.csv", "--json"])
    #expect(ending.status == 65 && ending.output.contains(#""inserted":1"#), "\(ending.output)")
    let failure = try #require(Failure(ending.errors), "\(ending.errors)")
    #expect(failure.code == "rows_rejected" && failure.message.contains("line 2: not UTF-8"))
    #expect(try String(contentsOfFile: world.folder.file("orders.csv.rejects.csv"), encoding: .utf8).contains("UTF-8"))
  }

  @Test(
    "a database that is not there",
    arguments: [
      ("sqlite:/nonexistent/x.db", ErrorCode.databaseNotFound),
      ("postgres:///x?host=/nonexistent", .databaseUnreachable),
    ])
  func missing(_ url: String, _ code: ErrorCode) throws {
    let ending = try ProcessWorld(urlText: url).run(["tenant", "list", "--json"])
    #expect(ending.status == 69 && ending.output.isEmpty)
    #expect(Failure(ending.errors)?.code == code.rawValue, "\(ending.errors)")
  }

  @Test("a secret that others may read is refused with 77, and nothing is counted", arguments: TestDatabase.kinds)
  func openSecret(_ kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let secret = world.folder.file("data/podctl/secrets/one.key")
    #expect(chmod(secret, 0o644) == 0)
    let ending = try world.run(["podcast", "ingest", "--tenant", "one", "good.log", "--json"])
    #expect(ending.status == 77 && Failure(ending.errors)?.code == "secret_too_open", "\(ending.errors)")
    #expect(try world.daily() == [])
  }

  @Test("a full disk under the output is 74, and a SQLite file that may only be read 77")
  func unwritable() throws {
    let world = try world(.sqlite)
    let file = String(world.urlText.dropFirst("sqlite:".count))
    let path = try #require(PodctlProcess.path)
    func shell(_ command: String) throws -> (status: Int32, errors: String) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = ["-c", command]
      process.environment = world.environment.merging(["PATH": "/usr/bin:/bin"]) { $1 }
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationStatus, text)
    }
    let full = try shell("'\(path)' tenant list --json >/dev/full")
    #expect(full.status == 74 && Failure(full.errors)?.code == "disk_full", "\(full.errors)")

    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    let readOnly = try shell(
      """
      copy=$(mktemp -d) && trap 'rm -rf "$copy"' EXIT && cp '\(file)' "$copy/x.db" && chmod 444 "$copy/x.db" || exit 9
      chmod 555 "$copy"; other=; [ "$(id -u)" -ne 0 ] || other="setpriv --reuid 65534 --clear-groups"
      $other '\(path)' tenant create x --name x --json --database "sqlite:$copy/x.db" >/dev/null
      """)
    #expect(readOnly.status == 77 && Failure(readOnly.errors)?.code == "database_read_only", "\(readOnly.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
  }
}
