import PodctlCore
import Testing

@Suite("Invoice numbers")
struct InvoiceNumberTests {
  static let namesCases: [(String, Int, Set<String>, String)] = [
    ("IO-1042", 1, [], "ACME-2026-10-IO-1042"), ("io 7/b", 1, [], "ACME-2026-10-IO-7-B"),
    ("IO-1042", 2, [], "ACME-2026-10-IO-1042-R2"), ("订单", 1, [], "ACME-2026-10-IO"),
    ("IO-7", 1, ["ACME-2026-10-IO-7"], "ACME-2026-10-IO-7-2"),
    ("IO-7", 1, ["ACME-2026-10-IO-7", "ACME-2026-10-IO-7-2"], "ACME-2026-10-IO-7-3"),
    ("IO-7", 3, ["ACME-2026-10-IO-7"], "ACME-2026-10-IO-7-R3"),
  ]

  @Test("a number follows from tenant, month and order", arguments: namesCases)
  func names(order: String, revision: Int, taken: Set<String>, number: String) throws {
    let month = try #require(Day("2026-10-01"))
    #expect(
      InvoiceNumber.of(tenant: try Slug("acme"), month: month, order: order, revision: revision, taken: taken)
        == number)
  }
}
