import PodctlCore
import Testing

@testable import PodctlStore

@Suite("A branch's files beside those of its base")
struct MigrationBranchTests {
  private func files(_ texts: [(String, String)]) throws -> [MigrationFile] {
    try texts.map { try MigrationFile(fileName: $0.0, bytes: Array($0.1.utf8)) }
  }

  private func branch(_ head: [(String, String)], editableFrom: Int64? = nil) throws -> MigrationBranch {
    try MigrationBranch(base: files(Self.base), head: files(head), editableFrom: editableFrom)
  }

  private static let base = [
    ("0001_a.sql", "CREATE TABLE a (x text);\n"), ("0003_c.sql", "CREATE TABLE c (x text);\nSELECT 1;\n"),
    ("R_views.sql", "CREATE VIEW v AS SELECT 1;\n"),
  ]

  @Test("what is new or repeatable may come; other line ends are no change")
  func fine() throws {
    let branch = try branch([
      ("0004_d.sql", "SELECT 4;"), ("0003_c.sql", "CREATE TABLE c (x text);\r\nSELECT 1;"), Self.base[0],
      ("R_views.sql", "CREATE VIEW v AS SELECT 2;"), ("R_more.sql", "SELECT 1;"),
    ])
    #expect(branch.touched.map(\.fileName) == ["0004_d.sql", "R_more.sql", "R_views.sql"])
    #expect(branch.faults.isEmpty && branch.dropped.isEmpty)
  }

  @Test("a file of the base that is another now is named with the statement that differs")
  func changed() throws {
    let branch = try branch([Self.base[0], ("0003_c.sql", "CREATE TABLE c (x text);\nSELECT 2;\n"), Self.base[2]])
    let fault = try #require(branch.faults.first)
    #expect(branch.faults.count == 1 && fault.code == .migrationChanged && fault.exit == .invalidInput)
    #expect(fault.message == "0003_c.sql was changed, and the base has it already: statement 2 (line 2) is another")
    #expect(fault.hint?.contains("- SELECT 1\n+ SELECT 2") == true)
    #expect(fault.context.map(\.value) == ["0003_c.sql", "2"])
  }

  @Test("a changed comment is a fault as well, and is said to be no more")
  func cosmetic() throws {
    let branch = try branch([
      Self.base[0], ("0003_c.sql", "create table c (x text); -- why\nSELECT 1;\n"), Self.base[2],
    ])
    #expect(branch.faults.map(\.code) == [.migrationChanged])
    #expect(branch.faults[0].message.hasSuffix("only comments, blanks or the case of words differ"))
  }

  @Test("a file that is gone or renamed is missed; a repeatable one may go")
  func missing() throws {
    let branch = try branch([("0001_other.sql", Self.base[0].1)])
    #expect(branch.faults.map(\.code) == [.migrationMissing, .migrationMissing])
    #expect(branch.faults[0].message == "the base has 0001_a.sql, and it is called 0001_other.sql now")
    #expect(branch.faults[1].message == "the base has 0003_c.sql, and it is gone")
    #expect(branch.dropped.map(\.fileName) == ["R_views.sql"])
  }

  @Test("a new file before the base's last comes too late")
  func late() throws {
    let branch = try branch(Self.base + [("0002_b.sql", "SELECT 1;")])
    #expect(branch.faults.map(\.code) == [.migrationOutOfOrder])
    #expect(branch.faults[0].message.hasPrefix("0002_b.sql is new, and the base has 0003_c.sql"))
  }

  @Test("two files with one number are refused")
  func doubled() throws {
    let error = #expect(throws: PodctlError.self) { try branch(Self.base + [("0003_other.sql", "SELECT 1;")]) }
    #expect(error?.code == .migrationDuplicate)
  }

  @Test("a variant that is put in later makes another step for its kind of database, and is a fault there")
  func variant() throws {
    let branch = try branch(Self.base + [("0003_c.citus.sql", "SELECT 3;")])
    #expect(
      branch.faults.map(\.message) == [
        "on citus 0003_c.citus.sql takes the place of 0003_c.sql, which the base has already"
      ])
  }

  @Test("what has run nowhere yet may be changed, removed and overtaken")
  func editable() throws {
    let head = [Self.base[0], ("0002_b.sql", "SELECT 1;"), ("0003_c.sql", "SELECT 7;")]
    #expect(try branch(head, editableFrom: 3).faults.isEmpty)
    #expect(try branch(head, editableFrom: 4).faults.map(\.code) == [.migrationChanged, .migrationOutOfOrder])
    #expect(try branch([("0001_a.sql", "SELECT 7;")], editableFrom: 2).faults.map(\.code) == [.migrationChanged])
  }
}
