import PodctlCore

extension MigrationLedger {
  /// What the events tell.
  enum Event: String, SQLBindable {
    case created, takenOver = "taken over", applied, started, resumed, baseline, repaired, reverted, granted
  }

  /// Makes the ledger, and its schema on PostgreSQL, or brings the first form to the current one; only under the lock,
  /// for `IF NOT EXISTS` is not safe against another session that does the same.
  func prepare(_ form: Facts.Form, in tx: Transaction, at instant: Instant, by agent: MigrationAgent) throws {
    guard form != .current else { return }
    let old = table(tx.dialect, "_first")
    if form == .none, let schema { try tx.dialect.createSchema(schema, in: tx) }
    if form == .first {
      try tx.run(
        "ALTER TABLE \(sql: table(tx.dialect)) RENAME TO \(sql: Statement(segments: [.text("\(name)_first")]))")
      // The constraint's name belongs to the new table from here on.
      try tx.dialect.renameConstraint("\(name)_pkey", of: old, to: "\(name)_first_pkey", in: tx)
    }
    try create(in: tx)
    if form == .first {
      let platform = MigrationVariant(plain: tx.dialect)
      try tx.run(
        """
        INSERT INTO \(sql: table(tx.dialect))
          (kind, version, name, platform, checksum, status, applied_at, duration_ms, lease_token)
        SELECT 'versioned', version, name, \(platform.rawValue), checksum, 'applied', applied_at, duration_ms, 0
        FROM \(sql: old)
        """)
      try tx.run("DROP TABLE \(sql: old)")
    }
    try note(form == .none ? .created : .takenOver, nil, in: tx, at: instant, by: agent)
  }

  private func create(in tx: Transaction) throws {
    try tx.run(
      """
      CREATE TABLE \(sql: table(tx.dialect)) (
        kind text NOT NULL,
        version bigint NOT NULL,
        name text NOT NULL,
        variant text,
        platform text NOT NULL,
        checksum text NOT NULL,
        status text NOT NULL,
        applied_at timestamptz NOT NULL,
        duration_ms bigint NOT NULL,
        statements_total bigint,
        statements_begun bigint,
        statements_done bigint,
        text_zlib bytea,
        fingerprint_after text,
        lease_token bigint NOT NULL,
        lease_until timestamptz,
        runner text,
        app_version text,
        role text,
        PRIMARY KEY (kind, version, name)
      )
      """)
    try tx.run(
      """
      CREATE TABLE \(sql: events(tx.dialect)) (
        seq bigint NOT NULL PRIMARY KEY,
        at timestamptz NOT NULL,
        event text NOT NULL,
        version bigint,
        name text,
        checksum text,
        detail text,
        runner text,
        app_version text,
        role text
      )
      """)
  }

  /// Writes a step's row in the place of one that it may have.
  func put(_ entry: LedgerEntry, text: [UInt8]?, in tx: Transaction, by agent: MigrationAgent) throws {
    if entry.kind == .repeatable || entry.status == .running { try remove(entry, in: tx) }
    try tx.run(
      """
      INSERT INTO \(sql: table(tx.dialect))
        (kind, version, name, variant, platform, checksum, status, applied_at, duration_ms, statements_total,
         statements_begun, statements_done, text_zlib, fingerprint_after, lease_token, runner, app_version, role)
      VALUES (\(entry.kind), \(entry.version), \(entry.name), \(entry.variant), \(entry.platform), \(entry.checksum),
        \(entry.status), \(entry.appliedAt), \(entry.durationMilliseconds), \(entry.statementsTotal),
        \(entry.statementsBegun), \(entry.statementsDone), \(text), \(entry.fingerprint), \(entry.leaseToken),
        \(agent.runner), \(agent.version), \(sql: tx.dialect.currentRole))
      """)
  }

  func remove(_ entry: LedgerEntry, in tx: Transaction) throws {
    try tx.run(
      """
      DELETE FROM \(sql: table(tx.dialect))
      WHERE kind = \(entry.kind) AND version = \(entry.version) AND name = \(entry.name)
      """)
  }

  /// Adds an event and gives its number; the lock keeps two from taking one.
  @discardableResult
  func note(
    _ event: Event, _ entry: LedgerEntry?, detail: String? = nil, in tx: Transaction, at instant: Instant,
    by agent: MigrationAgent
  ) throws -> Int64 {
    let row = try tx.first(
      """
      INSERT INTO \(sql: events(tx.dialect))
        (seq, at, event, version, name, checksum, detail, runner, app_version, role)
      SELECT coalesce(max(seq), 0) + 1, \(instant), \(event), \(entry?.version), \(entry?.name), \(entry?.checksum),
        \(detail), \(agent.runner), \(agent.version), \(sql: tx.dialect.currentRole)
      FROM \(sql: events(tx.dialect))
      RETURNING seq
      """)
    return try row?["seq"] ?? 0
  }
}
