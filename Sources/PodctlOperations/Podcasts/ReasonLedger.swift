import PodctlCore
import PodctlStore

/// Lines by reason over all of a tenant's files: the filtered ones add up, the surviving ones follow from what is
/// stored of their listeners, so that a later file changes them as it must.
public enum ReasonLedger {
  public struct Row: Sendable, Hashable {
    public var reason: String
    public var lines: Int64

    public init(reason: String, lines: Int64) {
      self.reason = reason
      self.lines = lines
    }
  }

  /// The ledger, by reason; reasons without lines are left out.
  public static func of(_ tx: TenantTransaction) throws -> [Row] {
    var rows = try IngestedFileStore(tx).filteredLines().map { Row(reason: $0.reason, lines: $0.lines) }
    let surviving = try DownloadStore(tx).survivingLines()
    rows += [
      Row(reason: LineReason.counted.rawValue, lines: surviving.counted),
      Row(reason: LineReason.duplicate.rawValue, lines: surviving.duplicate),
      Row(reason: LineReason.threshold.rawValue, lines: surviving.threshold),
      Row(reason: LineReason.volume.rawValue, lines: surviving.volume),
    ]
    return rows.filter { $0.lines > 0 }.sorted { $0.reason.utf8.lexicographicallyPrecedes($1.reason.utf8) }
  }
}
