/// Which statements a transaction forbids.
extension ScriptStatement {
  /// What in the statement cannot run inside a transaction, as it is called in a message; nil for one that can.
  public func reasonToRunAlone(_ dialect: Dialect) -> String? {
    dialect == .sqlite ? sqliteReason : postgresReason
  }

  private var sqliteReason: String? {
    switch word(at: 0) {
    case "VACUUM": return "VACUUM"
    case "ATTACH", "DETACH": return word(at: 0)
    case "PRAGMA":
      guard let name = name(at: 1), ["journal_mode", "foreign_keys"].contains(name), isMark("=", at: 2) else {
        return nil
      }
      return "PRAGMA \(name)"
    default: return nil
    }
  }

  private var postgresReason: String? {
    switch (word(at: 0), word(at: 1)) {
    case ("CREATE", "INDEX"), ("DROP", "INDEX"): return word(at: 2) == "CONCURRENTLY" ? said(3) : nil
    case ("CREATE", "UNIQUE"): return says("INDEX", "CONCURRENTLY", at: 2) ? said(4) : nil
    case ("CREATE", "DATABASE"), ("DROP", "DATABASE"), ("CREATE", "TABLESPACE"), ("DROP", "TABLESPACE"),
      ("ALTER", "SYSTEM"):
      return said(2)
    case ("CREATE", "MATERIALIZED"): return isContinuousAggregateWithData ? "a continuous aggregate WITH DATA" : nil
    case ("CREATE", "SUBSCRIPTION"), ("DROP", "SUBSCRIPTION"): return said(2)
    case ("REINDEX", _): return reindexReason
    case ("VACUUM", _): return "VACUUM"
    case ("ALTER", "DATABASE"): return wordsAnywhere("SET", "TABLESPACE") ? "ALTER DATABASE … SET TABLESPACE" : nil
    case ("ALTER", "TABLE"): return detachesConcurrently ? "DETACH PARTITION CONCURRENTLY" : nil
    case ("CLUSTER", nil): return tokens.count == 1 ? "CLUSTER" : nil
    case ("CALL", _): return callsRefresh ? "refresh_continuous_aggregate" : nil
    case ("DISCARD", "ALL"): return "DISCARD ALL"
    default: return nil
    }
  }

  private func said(_ count: Int) -> String {
    tokens.prefix(count).map(word).joined(separator: " ")
  }

  private var reindexReason: String? {
    if tokens.contains(where: { $0.kind == .word && word($0) == "CONCURRENTLY" }) { return "REINDEX CONCURRENTLY" }
    let target = tokens.dropFirst().first { $0.kind == .word && ["DATABASE", "SYSTEM", "SCHEMA"].contains(word($0)) }
    return target.map { "REINDEX \(word($0))" }
  }

  private var detachesConcurrently: Bool {
    tokens.indices.contains { says("DETACH", "PARTITION", at: $0) }
      && tokens.contains { $0.kind == .word && word($0) == "CONCURRENTLY" }
  }

  /// `CREATE MATERIALIZED VIEW … WITH (timescaledb.continuous)` fills itself unless it ends in WITH NO DATA.
  private var isContinuousAggregateWithData: Bool {
    let isContinuous = tokens.indices.contains { index in
      word(at: index) == "TIMESCALEDB" && isMark(".", at: index + 1) && word(at: index + 2) == "CONTINUOUS"
    }
    return isContinuous && !tokens.indices.contains { says("WITH", "NO", "DATA", at: $0) }
  }

  private var callsRefresh: Bool {
    tokens.prefix(4).contains { $0.kind == .word && word($0) == "REFRESH_CONTINUOUS_AGGREGATE" }
  }

  func wordsAnywhere(_ first: String, _ second: String) -> Bool {
    tokens.indices.contains { says(first, second, at: $0) }
  }
}
