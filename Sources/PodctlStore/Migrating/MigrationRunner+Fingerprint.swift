import PodctlCore

/// What the schema was when the last migration had ended, as a hash: a change by other hands shows without making a
/// second database.
extension MigrationRunner {
  /// The step that was applied last, with the hash that was kept then; nil where nothing is applied. A run keeps it once,
  /// at its last file, since the whole catalog is read for it.
  public func lastFingerprint() throws -> (label: String, fingerprint: String?)? {
    try database.read { tx in
      guard try ledger.facts(in: tx).form == .current, let row = try ledger.lastChange(in: tx) else { return nil }
      let version: Int64 = try row["version"]
      let name: String = try row["name"]
      let event: String = try row["event"]
      let isKept = event == MigrationLedger.Event.applied.rawValue || event == MigrationLedger.Event.baseline.rawValue
      let label = version == 0 ? name : "\(Migration.padded(version))_\(name)"
      return (label, isKept ? try row["fingerprint_after"] : nil)
    }
  }

  /// Roles that were granted their rights by `migrate up --app-role`, so that these are no drift.
  public func grantedRoles() throws -> [String] {
    try database.read { tx in
      guard try ledger.facts(in: tx).form == .current else { return [] }
      return try ledger.grantedRoles(in: tx)
    }
  }

  func fingerprint(in tx: Transaction) throws -> String {
    try ledger.fingerprint(in: tx)
  }
}

extension MigrationLedger {
  /// The last event that changed a schema, with its step's row.
  fileprivate func lastChange(in tx: Transaction) throws -> Row? {
    try tx.first(
      """
      SELECT e.event, e.version, e.name, m.fingerprint_after
      FROM \(sql: events(tx.dialect)) e
      LEFT JOIN \(sql: table(tx.dialect)) m ON m.version = e.version AND m.name = e.name
      WHERE e.version IS NOT NULL AND e.event <> \(Event.repaired)
      ORDER BY e.seq DESC LIMIT 1
      """)
  }

  func fingerprint(in tx: Transaction) throws -> String {
    SchemaCatalog.fingerprint(of: try SchemaCatalog(tx, without: tables).snapshot())
  }

  /// Whether the schema is as the hash kept last says.
  func matchesRecordedFingerprint(in tx: Transaction) throws -> Bool {
    let kept: String? = try lastChange(in: tx)?["fingerprint_after"] ?? nil
    guard let kept else { return false }
    return try fingerprint(in: tx) == kept
  }

  /// Puts it on record that a role was granted its rights, under the lock; where the schema was as it should be before
  /// that, the hash is made anew, for what podctl itself grants is no drift.
  func noteGrant(to role: String, wasAsKept: Bool, in tx: Transaction) throws {
    if wasAsKept, let row = try lastChange(in: tx) {
      let version: Int64 = try row["version"]
      let name: String = try row["name"]
      try tx.run(
        """
        UPDATE \(sql: table(tx.dialect)) SET fingerprint_after = \(try fingerprint(in: tx))
        WHERE version = \(version) AND name = \(name)
        """)
    }
    let now: Instant = try tx.first("SELECT clock_timestamp() AS now")?["now"] ?? Instant(seconds: 0)
    try note(.granted, nil, detail: role, in: tx, at: now, by: .unknown)
  }

  func grantedRoles(in tx: Transaction) throws -> [String] {
    try tx.rows("SELECT DISTINCT detail FROM \(sql: events(tx.dialect)) WHERE event = \(Event.granted) ORDER BY detail")
      .map { try $0["detail"] }
  }
}
