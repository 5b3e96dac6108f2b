import PodctlCore

/// A tenant's journal. Entries are added and never changed.
public struct JournalStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Adds an entry; false where the event is in the books already, or moves nothing.
  public func add(_ entry: JournalEntry) throws -> Bool {
    guard !entry.transfers.isEmpty else { return false }
    let added = try tx.run(
      """
      INSERT INTO journal_entries (tenant_id, entry_id, name, kind, invoice_id, is_live, day, description, recorded_at)
      VALUES (\(tx.tenant), \(entry.id), \(entry.name), \(entry.kind), \(entry.invoice), \(entry.isLive), \(entry.day),
        \(entry.description), \(entry.recordedAt))
      ON CONFLICT (tenant_id, name) DO NOTHING
      """)
    guard added == 1 else { return false }
    for (index, transfer) in entry.transfers.enumerated() {
      try tx.run(
        """
        INSERT INTO journal_transfers (tenant_id, entry_id, transfer_number, debit_account, credit_account, currency,
          amount_minor)
        VALUES (\(tx.tenant), \(entry.id), \(index + 1), \(transfer.debit), \(transfer.credit),
          \(transfer.amount.currency), \(transfer.amount.minor))
        """)
    }
    return true
  }

  /// The entries of one invoice in the order in which they were written.
  public func entries(of invoice: Identifier<Invoice>) throws -> [JournalEntry] {
    try entries("e.invoice_id = \(invoice)")
  }

  /// The entries of some days by day and time of writing, in one mode or both.
  public func entries(from first: Day?, through last: Day?, isLive: Bool? = nil) throws -> [JournalEntry] {
    var condition: Statement = "1 = 1"
    if let first { condition = "\(sql: condition) AND e.day >= \(first)" }
    if let last { condition = "\(sql: condition) AND e.day <= \(last)" }
    if let isLive { condition = "\(sql: condition) AND e.is_live = \(isLive)" }
    return try entries(condition)
  }

  private func entries(_ condition: Statement) throws -> [JournalEntry] {
    let rows = try tx.rows(
      """
      SELECT e.entry_id AS entry_id, e.name AS name, e.kind AS kind, e.invoice_id AS invoice_id, e.is_live AS is_live,
        e.day AS day, e.description AS description, e.recorded_at AS recorded_at, t.debit_account AS debit_account,
        t.credit_account AS credit_account, t.currency AS currency, t.amount_minor AS amount_minor
      FROM journal_entries e
      JOIN journal_transfers t ON t.tenant_id = e.tenant_id AND t.entry_id = e.entry_id
      WHERE e.tenant_id = \(tx.tenant) AND t.tenant_id = \(tx.tenant) AND \(sql: condition)
      ORDER BY e.day, e.recorded_at, e.entry_id, t.transfer_number
      """)
    var entries: [JournalEntry] = []
    for row in rows {
      let id: Identifier<JournalEntry> = try row["entry_id"]
      if entries.last?.id != id {
        entries.append(
          JournalEntry(
            id: id, name: try row["name"], kind: try row["kind"], invoice: try row["invoice_id"],
            isLive: try row["is_live"], day: try row["day"], description: try row["description"],
            recordedAt: try row["recorded_at"], transfers: []))
      }
      let amount = Money(minor: try row["amount_minor"], try row["currency"])
      guard let transfer = JournalTransfer(debit: try row["debit_account"], credit: try row["credit_account"], amount)
      else { throw PodctlError(.internalFault, "the journal's entry \(id) moves nothing") }
      entries[entries.count - 1].transfers.append(transfer)
    }
    return entries
  }
}

extension JournalEntry.Kind: SQLBindable, SQLReadable {}

extension JournalAccount: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .text(path) }
  public static func read(_ value: SQLValue) -> JournalAccount? { String.read(value).map(JournalAccount.init(path:)) }
}
