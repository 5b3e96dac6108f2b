import PodctlCore
import PodctlTestSupport
import Testing

@testable import PodctlCommands

@Suite("seeded ids")
struct IdentifierTests {
  private func ids(_ words: [String], seed: String = "s", salt: Int = 0) -> [String] {
    let source = SeededIdentifiers(seed: seed, words: words, now: { FixedTime.now })
    source.salt(salt)
    return (0..<3).map { _ in "\(source.next(Tenant.self))" }
  }

  @Test("the same command gives the same ids on either database")
  func sameOnBoth() {
    let words = ["tenant", "create", "acme"]
    #expect(ids(words + ["--database", "sqlite:a"]) == ids(["--database=postgres://h/b"] + words))
    #expect(Set(ids(words)).count == 3)
  }

  @Test("another command, seed or time of running gives other ids")
  func differs() {
    let base = Set(ids(["a", "b"]))
    for other in [ids(["ab"]), ids(["a", "b"], seed: "t"), ids(["a", "b"], salt: 1)] {
      #expect(base.isDisjoint(with: other))
    }
  }

  @Test("they are UUIDs of version 7 that carry the clock's time")
  func version() throws {
    let id = try #require(Identifier<Tenant>(ids(["x"])[0]))
    #expect(id.high >> 12 & 0xF == 7 && id.low >> 62 == 2)
    #expect(Int64(id.high >> 16) == FixedTime.now.milliseconds)
  }
}
