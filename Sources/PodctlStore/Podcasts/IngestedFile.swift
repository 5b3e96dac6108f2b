import PodctlCore

/// A log file that was taken, whole, and what it was counted with.
public struct IngestedFile: Sendable, Hashable {
  public var id: Identifier<IngestedFile>
  public var path: String
  public var bytes: Int64
  /// Nanoseconds since the epoch.
  public var modified: Int64
  public var inode: Int64
  public var sha256: String
  public var format: String
  public var lines: Int64
  public var firstAt: Instant?
  public var lastAt: Instant?
  /// The rules' name and version, for example `iab-2.3/calendar`.
  public var rules: String
  public var listVersion: String
  public var zone: String
  public var ingestedAt: Instant
  /// A hash of the episodes, paths and thresholds that could matter to the file; nil for files of before it was kept.
  public var catalogue: String?
  /// Imported for a file whose rows are downloads that others counted.
  public var provenance: Provenance
  /// How it was read; what its lines tell where nothing was said.
  public var saidFormat = SaidFormat()
  /// Tenants share the log: only lines of this one's paths were taken.
  public var isShared = false

  public init(
    id: Identifier<IngestedFile>, path: String, bytes: Int64, modified: Int64, inode: Int64, sha256: String,
    format: String, lines: Int64, firstAt: Instant?, lastAt: Instant?, rules: String, listVersion: String,
    zone: String, ingestedAt: Instant, catalogue: String? = nil, provenance: Provenance = .counted
  ) {
    self.id = id
    self.path = path
    self.bytes = bytes
    self.modified = modified
    self.inode = inode
    self.sha256 = sha256
    self.format = format
    self.lines = lines
    self.firstAt = firstAt
    self.lastAt = lastAt
    self.rules = rules
    self.listVersion = listVersion
    self.zone = zone
    self.ingestedAt = ingestedAt
    self.catalogue = catalogue
    self.provenance = provenance
  }
}
