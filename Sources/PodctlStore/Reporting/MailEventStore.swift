import PodctlCore

extension MailEvent.Kind: SQLBindable, SQLReadable {}

/// What the mail service told of a tenant's mails.
public struct MailEventStore {
  /// An event as it is kept, with the mail that it is of.
  public struct Kept: Sendable, Hashable {
    public var kind: MailEvent.Kind
    /// The mail's name in the outbox.
    public var mail: String
    public var reason: String?
    public var occurredAt: Instant
  }

  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// False where the event is on record already.
  public func add(_ event: MailEvent, of effect: Identifier<Effect>, now: Instant) throws -> Bool {
    try tx.run(
      """
      INSERT INTO mail_events (tenant_id, event_id, effect_id, kind, message_id, reason, occurred_at, received_at)
      VALUES (\(tx.tenant), \(event.id), \(effect), \(event.kind), \(event.message), \(event.reason),
        \(event.occurredAt), \(now))
      ON CONFLICT (tenant_id, event_id) DO NOTHING
      """) == 1
  }

  /// By what name the service has a mail, as its events show; nil where none is on record.
  public func proof(of effect: Identifier<Effect>) throws -> String? {
    try tx.first(
      """
      SELECT message_id, event_id FROM mail_events WHERE tenant_id = \(tx.tenant) AND effect_id = \(effect)
      ORDER BY occurred_at, \(bytewise: "event_id") LIMIT 1
      """
    ).map { try ($0["message_id"] as String?) ?? $0["event_id"] }
  }

  /// The newest events first.
  public func newest(_ limit: Int) throws -> [Kept] {
    try tx.rows(
      """
      SELECT e.kind AS kind, o.name AS name, e.reason AS reason, e.occurred_at AS occurred_at
      FROM mail_events e JOIN outbox o ON o.tenant_id = \(tx.tenant) AND o.effect_id = e.effect_id
      WHERE e.tenant_id = \(tx.tenant)
      ORDER BY e.occurred_at DESC, \(bytewise: "e.event_id") LIMIT \(limit)
      """
    ).map {
      Kept(kind: try $0["kind"], mail: try $0["name"], reason: try $0["reason"], occurredAt: try $0["occurred_at"])
    }
  }
}
