/// Invoice numbers that follow from tenant, month and insertion order, so that drafting again gives the same ones.
public enum InvoiceNumber {
  /// `ACME-2026-10-IO-1042`; later revisions end in `-R2`, `-R3`. Where another order's number reads the same
  /// (`IO 7` and `io/7`), the later one ends in `-2`.
  public static func of(
    tenant: Slug, month: Day, order number: String, revision: Int, taken: Set<String>
  ) -> String {
    let order = Slug.proposed(for: number) ?? "io"
    let base = "\(tenant)-\(month.description.prefix(7))-\(order)".uppercased()
    let suffix = revision > 1 ? "-R\(revision)" : ""
    var candidate = base + suffix
    var attempt = 2
    while taken.contains(candidate) {
      candidate = "\(base)-\(attempt)\(suffix)"
      attempt += 1
    }
    return candidate
  }
}
