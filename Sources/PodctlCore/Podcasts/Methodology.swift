/// Everything that a description of methodology says of one tenant: by what it counts, from what, and with what result.
/// The guidelines (PTMG 2.3) ask for such a description twice a year.
public struct Methodology: Sendable, Hashable {
  /// A filter list that is in use.
  public struct List: Sendable, Hashable {
    public var name: String
    public var sha256: String
    public var entries: Int64
    /// Nil for podctl's own lists and for folders.
    public var importedAt: Instant?
    /// The day from which entries without a date apply; nil for all days.
    public var firstDay: Day?

    public init(name: String, sha256: String, entries: Int64, importedAt: Instant? = nil, firstDay: Day? = nil) {
      self.name = name
      self.sha256 = sha256
      self.entries = entries
      self.importedAt = importedAt
      self.firstDay = firstDay
    }
  }

  /// A shared address that counts in spite of lists and limits.
  public struct SafeNetwork: Sendable, Hashable {
    public var network: String
    public var note: String?
    public var addedAt: Instant
    public var validatedAt: Instant

    public init(network: String, note: String?, addedAt: Instant, validatedAt: Instant) {
      self.network = network
      self.note = note
      self.addedAt = addedAt
      self.validatedAt = validatedAt
    }

    /// Days after which it must be looked at again (PTMG 2.3, 1.2).
    public static let validDays = 90

    public func isStale(at now: Instant) -> Bool {
      validatedAt.advanced(seconds: Int64(Self.validDays) * 86_400) < now
    }
  }

  /// Log files of one format, rules and version of the lists.
  public struct Source: Sendable, Hashable {
    public var format: String
    public var rules: String
    public var listVersion: String
    public var files: Int64
    public var lines: Int64
    public var bytes: Int64
    public var firstAt: Instant?
    public var lastAt: Instant?

    public init(
      format: String, rules: String, listVersion: String, files: Int64, lines: Int64, bytes: Int64, firstAt: Instant?,
      lastAt: Instant?
    ) {
      self.format = format
      self.rules = rules
      self.listVersion = listVersion
      self.files = files
      self.lines = lines
      self.bytes = bytes
      self.firstAt = firstAt
      self.lastAt = lastAt
    }
  }

  /// A figure that changed after a report had been made of it.
  public struct Restated: Sendable, Hashable {
    public var day: Day
    public var episode: String
    public var was: Int64
    public var became: Int64
    public var changedAt: Instant
    public var cause: String

    public init(day: Day, episode: String, was: Int64, became: Int64, changedAt: Instant, cause: String) {
      self.day = day
      self.episode = episode
      self.was = was
      self.became = became
      self.changedAt = changedAt
      self.cause = cause
    }
  }

  public var tenant: Tenant
  public var madeAt: Instant
  /// The days that counts, restatements and anomalies are of; nil where nothing was counted.
  public var days: ClosedRange<Day>?
  public var lists: [List] = []
  public var safeNetworks: [SafeNetwork] = []
  /// Lines by reason in the order of the filters, those without any too.
  public var reasons: [LineReason: Int64] = [:]
  /// Downloads that others counted, which are in no reason.
  public var imported: Int64 = 0
  public var sources: [Source] = []
  public var readThrough: Instant?
  public var restatements: [Restated] = []
  public var anomalies: [Anomaly] = []
  public var secrets: [SecretSpan] = []
  /// Days whose listeners' keys were purged, and the last of them.
  public var purgedDays = 0
  public var purgedThrough: Day?

  public init(tenant: Tenant, madeAt: Instant, days: ClosedRange<Day>?) {
    self.tenant = tenant
    self.madeAt = madeAt
    self.days = days
  }

  /// What is said of the counts, by what the files were counted by.
  public var claim: CountingClaim { CountingClaim(named: sources.map(\.rules), else: tenant.counting) }
  public var lines: Int64 { reasons.values.reduce(0, +) }
  public var staleNetworks: [SafeNetwork] { safeNetworks.filter { $0.isStale(at: madeAt) } }
}
