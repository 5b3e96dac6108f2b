import Foundation
import Migrations
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Migration files")
struct MigrationFileTests {
  private func file(_ name: String, _ text: String = "SELECT 1;\n") throws -> MigrationFile {
    try MigrationFile(fileName: name, bytes: Array(text.utf8))
  }

  @Test("are known by number, name and database")
  func names() throws {
    let plain = try file("0007_add_spots.sql")
    #expect(plain.version == 7)
    #expect(plain.name == "add_spots")
    #expect(plain.engine == nil)
    #expect(try file("20261031120000_policies.postgres.sql").engine == .postgres)
    #expect(try file("0007_x.sqlite.sql").engine == .sqlite)
  }

  @Test(
    "of any other name are refused",
    arguments: [
      "7_short.sql", "0007.sql", "0007_.sql", "x0007_a.sql", "0007_a.mysql.sql", "0007_a.b.c.sql", "0007 a.sql",
      "0007_ü.sql", "-001_a.sql",
    ])
  func refused(_ name: String) {
    let error = #expect(throws: PodctlError.self) { try file(name) }
    #expect(error?.code == .migrationNameInvalid)
  }

  @Test("keep their checksum through another system's line ends, mark and file end")
  func normalisation() throws {
    let checksum = try file("0001_a.sql", "SELECT 1;\nSELECT 2;\n").checksum
    for text in ["\u{FEFF}SELECT 1;\r\nSELECT 2;\r\n", "SELECT 1;\rSELECT 2;", "SELECT 1;\nSELECT 2;\n\n\n"] {
      #expect(try file("0001_a.sql", text).checksum == checksum)
    }
    for text in ["SELECT 1;\n\nSELECT 2;\n", "SELECT 1;\nSELECT 2; \n", "select 1;\nSELECT 2;\n"] {
      #expect(try file("0001_a.sql", text).checksum != checksum)
    }
    // SHA-256 of the nine bytes "SELECT 1;" and a line feed, by sha256sum.
    #expect(
      try file("0001_a.sql", "SELECT 1;").checksum
        == "v1:b4e0497804e46e0a0b0b8c31975b062152d551bac49c3c2e80932567b4085dcd")
  }

  @Test("that are no UTF-8 are refused")
  func notText() {
    let error = #expect(throws: PodctlError.self) { try MigrationFile(fileName: "0001_a.sql", bytes: [0xC3, 0x28]) }
    #expect(error?.code == .notText)
  }

  @Test("of one version: the database's own variant, else the plain one, else none")
  func variants() throws {
    let files = try ["0002_b.sql", "0001_a.postgres.sql", "0001_a.sql", "0003_c.postgres.sql"].map { try file($0) }
    #expect(
      try MigrationFile.chosen(files, for: .postgres).map(\.fileName) == [
        "0001_a.postgres.sql", "0002_b.sql", "0003_c.postgres.sql",
      ])
    #expect(try MigrationFile.chosen(files, for: .sqlite).map(\.fileName) == ["0001_a.sql", "0002_b.sql"])
  }

  @Test("that share a version are refused", arguments: [["0001_a.sql", "0001_b.sql"], ["0001_a.sql", "00001_a.sql"]])
  func duplicates(_ names: [String]) throws {
    let files = try names.map { try file($0) }
    let error = #expect(throws: PodctlError.self) { try MigrationFile.chosen(files, for: .sqlite) }
    #expect(error?.code == .migrationDuplicate)
  }

  @Test("in the folder are those in the binary")
  func embedded() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Migrations").path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".sql") }.sorted()
    #expect(EmbeddedMigrations.files.map(\.name) == names)
    for file in EmbeddedMigrations.files {
      #expect(FileManager.default.contents(atPath: folder + "/" + file.name).map(Array.init) == file.text)
    }
  }
}
