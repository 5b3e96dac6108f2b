import Foundation
import PodctlCore
import Testing

@Suite("Identifiers")
struct IdentifierTests {
  typealias ID = Identifier<Tenant>

  @Test("a UUID is read in either case and told in lower case")
  func reads() throws {
    let id = try #require(ID("019A4C7E-5B00-7ABC-8DEF-0123456789AB"))
    #expect("\(id)" == "019a4c7e-5b00-7abc-8def-0123456789ab")
    #expect(ID(bytes: id.bytes) == id)
    #expect(id.bytes.first == 0x01 && id.bytes.last == 0xAB)
  }

  @Test(
    "anything but 36 characters of a UUID is refused",
    arguments: [
      "", "019a4c7e5b007abc8def0123456789ab", "019a4c7e-5b00-7abc-8def-0123456789a",
      "019a4c7e-5b00-7abc-8def-0123456789abc",
      "019a4c7e-5b00-7abc-8def-0123456789ag", "{019a4c7e-5b00-7abc-8def-0123456789ab}",
      "019a4c7e_5b00_7abc_8def_0123456789ab",
      "019a4c7e-5b00-7abc-8def-0123456789a½",
    ])
  func refuses(text: String) {
    #expect(ID(text) == nil)
  }

  @Test("15 or 17 bytes are no UUID", arguments: [0, 15, 17])
  func bytes(count: Int) {
    #expect(ID(bytes: [UInt8](repeating: 7, count: count)) == nil)
  }

  @Test("a new id carries its version, variant and time, whatever the random bits")
  func version() {
    for random in [(UInt64.min, UInt64.min), (.max, .max)] {
      let id = ID(milliseconds: 1_793_606_400_123, random: random)
      #expect(id.high >> 16 == 1_793_606_400_123)
      #expect(id.high >> 12 & 0xF == 7)
      #expect(id.low >> 62 == 0b10)
    }
  }

  @Test("ids sort by time, then by their random bits, as their texts do")
  func sorts() {
    let ids = [
      ID(milliseconds: 1, random: (5, 5)), ID(milliseconds: 2, random: (0, 9)), ID(milliseconds: 2, random: (1, 0)),
      ID(milliseconds: 1 << 47, random: (0, 0)),
    ]
    #expect(ids.sorted() == ids)
    #expect(ids.map(\.description).sorted() == ids.map(\.description))
  }

  @Test("an id is the same after JSON, and another text is no id")
  func codes() throws {
    let id = ID(milliseconds: 1_793_606_400_000, random: (1, 2))
    #expect(try JSONDecoder().decode([ID].self, from: JSONEncoder().encode([id])) == [id])
    #expect(throws: (any Error).self) { try JSONDecoder().decode([ID].self, from: Data(#"["x"]"#.utf8)) }
  }
}

@Suite("Slugs")
struct SlugTests {
  static let takesCases: [String] = ["a", "7", "acme", "fall-2026", "a--b", String(repeating: "x", count: 63)]

  @Test("letters, digits and hyphens make a slug", arguments: takesCases)
  func takes(text: String) throws {
    #expect(try Slug(text).text == text)
  }

  static let proposesCases: [(String, String)] = [
    ("Acme & Sons", "acme-sons"), ("-acme", "acme"), ("acme-", "acme"), ("Café Zoë", "cafe-zoe"),
    ("O'Neill’s Pub", "oneills-pub"), ("  Fall  2026!  ", "fall-2026"), ("ACME", "acme"), ("a_b", "a-b"),
    ("ﬁne", "ne"),
    (String(repeating: "x", count: 64), String(repeating: "x", count: 63)),
  ]

  @Test("anything else is refused with a proposal", arguments: proposesCases)
  func proposes(text: String, proposal: String) throws {
    let error = #expect(throws: PodctlError.self) { try Slug(text) }
    #expect(error?.code == .invalidSlug)
    #expect(error?.hint?.contains("\"\(proposal)\"") == true)
    #expect(Slug.proposed(for: text) == proposal)
    #expect(throws: Never.self) { try Slug(proposal) }
  }

  @Test("where nothing of a name is left, nothing is proposed", arguments: ["", "---", "播客", "!!"])
  func proposesNothing(text: String) {
    #expect(Slug.proposed(for: text) == nil)
    #expect(throws: PodctlError.self) { try Slug(text) }
  }

  @Test("slugs sort by their bytes, as both databases do")
  func sorts() throws {
    let slugs = try ["a", "a-b", "a0", "aa", "b", "z9"].map { try Slug($0) }
    #expect(slugs.shuffled().sorted() == slugs)
  }
}
