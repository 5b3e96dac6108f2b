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
    #expect(try file("0007_x.timescaledb.sql").variant == .timescaledb)
    #expect(try file("R_views.sql").kind == .repeatable)
    #expect(try file("schema/views.citus.sql").name == "schema/views")
  }

  @Test(
    "of any other name are refused",
    arguments: [
      "7_short.sql", "0007.sql", "0007_.sql", "0000_zero.sql", "R_.sql", "schema/.sql", "schema/a b.sql", "x0007_a.sql",
      "0007_a.mysql.sql", "0007_a.b.c.sql", "0007 a.sql",
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

  @Test("of one version: an extension's own variant, else PostgreSQL's, else the plain one; repeatable ones last")
  func extensions() throws {
    let files = try [
      "R_views.sql", "0001_a.sql", "0001_a.postgres.sql", "0001_a.timescaledb.sql", "0002_b.postgres.sql",
      "0002_b.citus.sql",
    ].map { try file($0) }
    func names(_ variant: MigrationVariant) throws -> [String] { try variant.chosen(files).map(\.fileName) }
    #expect(try names(.timescaledb) == ["0001_a.timescaledb.sql", "0002_b.postgres.sql", "R_views.sql"])
    #expect(try names(.citus) == ["0001_a.postgres.sql", "0002_b.citus.sql", "R_views.sql"])
    #expect(try names(.sqlite) == ["0001_a.sql", "R_views.sql"])
  }

  @Test("golden vectors of v1, which stay for ever")
  func golden() throws {
    for (text, digest) in [
      ("", "01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b"),
      ("\n\n", "01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b"),
      ("SELECT 1;", "b4e0497804e46e0a0b0b8c31975b062152d551bac49c3c2e80932567b4085dcd"),
      ("a\r\n\r\nb", "770423513bd0765c18e500000baec91976bcd8267a245437b32572665c6ac370"),
    ] {
      #expect(try file("0001_a.sql", text).checksum == "v1:\(digest)")
    }
  }

  @Test("a way of ending lines never changes the checksum, any other change of a byte does")
  func fuzz() throws {
    var state: UInt64 = 0x5EED_0716
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet = Array("abcSELECT 'ü;--/*$\t\n\n")
    for _ in 0..<200 {
      let text = String((0..<(1 + below(80))).map { _ in alphabet[below(alphabet.count)] })
      let checksum = try file("0001_a.sql", text).checksum
      for ending in ["\r\n", "\r"] {
        let other = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending)
        #expect(try file("0001_a.sql", "\u{FEFF}" + other + ending).checksum == checksum, "\(text.debugDescription)")
      }
      var characters = Array(text)
      let place = below(characters.count)
      characters[place] = characters[place] == "x" ? "y" : "x"
      if String(characters) != text { #expect(try file("0001_a.sql", String(characters)).checksum != checksum) }
    }
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
