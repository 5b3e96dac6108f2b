import PodctlCore
import PodctlStore

/// What an import did with the rows of its file.
public struct ImportSummary: Sendable, Equatable {
  /// By which it can be found again.
  public var importID: Identifier<ImportRecord>
  public var inserted: Int64
  public var updated: Int64
  public var unchanged: Int64
  public var rejects: [RejectedRow]
  /// Where the rejected rows were written; nil when there were none.
  public var rejectsPath: String?
  /// What the operator should know though nothing failed.
  public var notes: [String]

  public var rejected: Int64 { Int64(rejects.count) }

  public init(
    importID: Identifier<ImportRecord>, inserted: Int64, updated: Int64, unchanged: Int64, rejects: [RejectedRow],
    rejectsPath: String?, notes: [String] = []
  ) {
    self.importID = importID
    self.inserted = inserted
    self.updated = updated
    self.unchanged = unchanged
    self.rejects = rejects
    self.rejectsPath = rejectsPath
    self.notes = notes
  }

  /// `rows_rejected` (65) when more rows were rejected than allowed; the good rows are kept either way.
  public func failure(maxRejects: Int) -> PodctlError? {
    guard rejected > maxRejects else { return nil }
    let kept = inserted + updated + unchanged
    let first = rejects[0]
    return PodctlError(
      .rowsRejected,
      "\(rejected) \(rejected == 1 ? "row was" : "rows were") rejected, the first on line \(first.line): "
        + first.reason,
      hint: "\(kept) \(kept == 1 ? "row was" : "rows were") kept; correct \(rejectsPath ?? "the file") and import it, "
        + "or allow rejects with --max-rejects",
      context: [
        .init("import", "\(importID)"), .init("rejected", "\(rejected)"), .init("rejects_file", rejectsPath ?? ""),
      ])
  }
}
