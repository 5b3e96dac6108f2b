import PodctlCore

/// The record of runs, which answers "did Monday's report go out?".
public struct RunStore {
  private let tx: Transaction

  public init(_ tx: Transaction) { self.tx = tx }

  /// Writes down that a run began.
  public func start(_ run: Run) throws {
    try tx.run(
      """
      INSERT INTO runs (run_id, tenant, command, started_at)
      VALUES (\(run.id), \(run.tenant), \(run.command), \(run.startedAt))
      """)
  }

  /// Writes down how a run ended; false when there is no such run.
  @discardableResult
  public func finish(
    _ id: Identifier<Run>, at instant: Instant, exitStatus: Int, errorCode: String?, summary: String?
  ) throws -> Bool {
    try tx.run(
      """
      UPDATE runs SET finished_at = \(instant), exit_status = \(exitStatus), error_code = \(errorCode),
        summary = \(summary)
      WHERE run_id = \(id)
      """) == 1
  }

  /// How many runs are on record.
  public func count() throws -> Int { try tx.first("SELECT COUNT(*) AS runs FROM runs")?["runs"] ?? 0 }

  /// When a tenant's run of a command last ended well; nil where none has. `words` are the command's first ones.
  public func lastSuccess(of words: String, tenant: Slug) throws -> Instant? {
    try tx.first(
      """
      SELECT max(finished_at) AS last FROM runs
      WHERE tenant = \(tenant) AND exit_status = 0 AND command LIKE \(words + "%")
      """)?["last"]
  }

  /// The newest runs first; `failedOnly` keeps those that ended badly or never ended.
  /// `begunBefore` keeps those that began before a moment and never ended.
  public func newest(
    _ limit: Int, failedOnly: Bool = false, begunBefore: Instant? = nil, tenant: Slug? = nil
  ) throws -> [Run] {
    let overdue: Statement = begunBefore.map { "AND finished_at IS NULL AND started_at < \($0)" } ?? ""
    let failed: Statement = failedOnly ? "AND (exit_status IS NULL OR exit_status <> 0)" : ""
    let ofTenant: Statement = tenant.map { "AND tenant = \($0)" } ?? ""
    return try tx.rows(
      """
      SELECT run_id, tenant, command, started_at, finished_at, exit_status, error_code, summary
      FROM runs WHERE 1 = 1 \(sql: failed) \(sql: overdue) \(sql: ofTenant)
      ORDER BY started_at DESC, run_id LIMIT \(limit)
      """
    ).map(RunStore.run)
  }

  private static func run(_ row: Row) throws -> Run {
    Run(
      id: try row["run_id"], tenant: try row["tenant"], command: try row["command"],
      startedAt: try row["started_at"], finishedAt: try row["finished_at"], exitStatus: try row["exit_status"],
      errorCode: try row["error_code"], summary: try row["summary"])
  }
}
