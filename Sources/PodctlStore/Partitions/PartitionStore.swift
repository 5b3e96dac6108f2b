import PodctlCore

/// The telemetry tables that are cut into months: those of the schema that are partitioned by the range of their day. On
/// SQLite and, since its chunks are its own affair, on TimescaleDB there are none.
///
/// What is of no month lies in a default partition, so that taking a log in never waits for anyone to make a month. The
/// partitions are the owner's alone; their rows are reached through the table.
public struct PartitionStore {
  let tx: Transaction

  public init(_ tx: Transaction) { self.tx = tx }

  /// What there is to do: months up to so many after today's, months that lie in the default partition, and those that
  /// hold nothing and take no late lines any more. Forgetting listeners is `podcast purge`'s decision; this only tidies up
  /// after it.
  public func plan(today: Day, ahead: Int) throws -> [PartitionStep] {
    guard let query = tx.dialect.partitionedTables else { return [] }
    let closed = today.advanced(by: -(try daysOfLateLines()))
    return try tx.rows(query).flatMap { row -> [PartitionStep] in
      try steps(for: row["name"], today: today, ahead: ahead, closed: closed)
    }
  }

  /// For how many days behind a month's end some tenant's line may still come; a rolling window and a zone's day are
  /// allowed for. A day first ingested later than that makes its month again, by way of the default partition.
  private func daysOfLateLines() throws -> Int {
    let longest: Int64? = try tx.first("SELECT max(closes_after_days) AS days FROM tenants")?["days"]
    return Int(longest ?? 0) + 3
  }

  private func steps(for table: String, today: Day, ahead: Int, closed: Day) throws -> [PartitionStep] {
    let present = try months(of: table)
    var wanted = Set(try monthsInDefault(of: table))
    var month = today.firstOfMonth
    for _ in 0...ahead {
      wanted.insert(TelemetryPartition(table, monthOf: month))
      month = CalendarUnit.month.next(after: month)
    }
    let created = wanted.subtracting(present).map { PartitionStep(action: .create, partition: $0) }
    let dropped = try present.filter { try $0.end <= closed && !wanted.contains($0) && isEmpty($0) }
      .map { PartitionStep(action: .drop, partition: $0) }
    return (created + dropped).sorted { $0.partition.month < $1.partition.month }
  }

  private func months(of table: String) throws -> [TelemetryPartition] {
    try tx.rows(tx.dialect.partitions(of: table)).map { TelemetryPartition(table, monthOf: try $0["day"]) }
  }

  private func monthsInDefault(of table: String) throws -> [TelemetryPartition] {
    try tx.rows("SELECT DISTINCT date_trunc('month', day)::date AS day FROM \(sql: name(table + "_default"))")
      .map { TelemetryPartition(table, monthOf: try $0["day"]) }
  }

  private func isEmpty(_ partition: TelemetryPartition) throws -> Bool {
    try tx.first("SELECT 1 AS one FROM \(sql: name(partition.name)) LIMIT 1") == nil
  }

  /// Does one step and gives it with what it moved; nil where there was nothing to do any more. The default partition is
  /// held against writers first: a row that came in meanwhile would be of no partition.
  public func apply(_ step: PartitionStep) throws -> PartitionStep? {
    let exists = try months(of: step.partition.table).contains(step.partition)
    switch step.action {
    case .create: return exists ? nil : try create(step)
    case .drop:
      guard exists else { return nil }
      try tx.run("LOCK TABLE \(sql: name(step.partition.name)) IN ACCESS EXCLUSIVE MODE")
      guard try isEmpty(step.partition) else { return nil }
      try tx.run("DROP TABLE \(sql: name(step.partition.name))")
      return step
    }
  }

  private func create(_ step: PartitionStep) throws -> PartitionStep {
    let partition = step.partition
    let (table, new, rest) = (name(partition.table), name(partition.name), name(partition.table + "_default"))
    try tx.run("LOCK TABLE \(sql: rest) IN SHARE ROW EXCLUSIVE MODE")
    try tx.run("CREATE TABLE \(sql: new) (LIKE \(sql: table) INCLUDING DEFAULTS INCLUDING CONSTRAINTS)")
    let columns = name(try tx.rows(tx.dialect.columns(of: partition.table)).map { try $0["name"] })
    let moved = try tx.run(
      """
      WITH moved AS (
        DELETE FROM \(sql: rest) WHERE day >= \(partition.month) AND day < \(partition.end) RETURNING \(sql: columns)
      )
      INSERT INTO \(sql: new) (\(sql: columns)) SELECT \(sql: columns) FROM moved
      """)
    try tx.run("ALTER TABLE \(sql: new) ENABLE ROW LEVEL SECURITY")
    let range = Statement(segments: [.text("FROM ('\(partition.month)') TO ('\(partition.end)')")])
    try tx.run("ALTER TABLE \(sql: table) ATTACH PARTITION \(sql: new) FOR VALUES \(sql: range)")
    var done = step
    done.moved = moved
    return done
  }

  private func name(_ names: String...) -> Statement { name(names) }

  private func name(_ names: [String]) -> Statement {
    Statement(segments: [.text(names.map(ProbedTable.quoted).joined(separator: ", "))])
  }
}

extension Dialect {
  /// Names, as `name`, the tables that are partitioned by the range of their day; nil where there are none.
  var partitionedTables: Statement? {
    guard self == .postgres else { return nil }
    return """
      SELECT c.relname::text AS name FROM pg_catalog.pg_partitioned_table p
      JOIN pg_catalog.pg_class c ON c.oid = p.partrelid
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.partattrs[0] AND a.attname = 'day'
      WHERE p.partstrat = 'r' AND p.partnatts = 1 AND c.relnamespace = 'podctl'::regnamespace ORDER BY c.relname
      """
  }

  /// The first days, as `day`, of a table's months.
  func partitions(of table: String) -> Statement {
    """
    SELECT substring(pg_get_expr(c.relpartbound, c.oid) FROM 'FROM \\(''([0-9-]+)''\\)')::date AS day
    FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
    JOIN pg_catalog.pg_class t ON t.oid = i.inhparent
    WHERE t.relname = \(table) AND t.relnamespace = 'podctl'::regnamespace
      AND pg_get_expr(c.relpartbound, c.oid) LIKE 'FOR VALUES FROM%' ORDER BY 1
    """
  }

  /// A condition on downloads `d` that holds for all rows of the days, by which the server looks into their months alone.
  /// SQLite, which has no months, would take it for a hint to read those days from end to end.
  func inMonths(of days: ClosedRange<Day>) -> Statement {
    switch self {
    case .sqlite: "TRUE"
    case .postgres: "d.day >= \(days.lowerBound) AND d.day <= \(days.upperBound)"
    }
  }

  func columns(of table: String) -> Statement {
    """
    SELECT a.attname::text AS name FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    WHERE c.relname = \(table) AND c.relnamespace = 'podctl'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attnum
    """
  }
}
