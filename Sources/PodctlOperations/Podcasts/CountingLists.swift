import PodctlCore
import PodctlDigest
import PodctlMeasurement
import PodctlStore

/// The lists that a tenant's logs are counted with: folders named by hand, else the stored set, else podctl's own; and
/// the tenant's safe list.
public struct CountingLists {
  public enum Origin: Sendable, Hashable {
    case folders([String])
    case stored(FilterSet)
    case builtIn
  }

  /// Lists and the safe list that are not looked after for so long are an alarm.
  public static let daysFresh = 180

  public let origin: Origin
  public private(set) var lists: FilterLists
  public private(set) var safe: [SafeNetwork]
  private let files: [FilterListFile]
  private let now: Instant

  /// Reads them. Throws `list_invalid`, `file_not_found` or `file_unreadable`.
  public init(of tenant: Tenant?, folders: [String], in database: Database, now: Instant) throws {
    self.now = now
    if !folders.isEmpty {
      files = try FilterLists.files(in: folders)
      // The reading from folders says best what is wrong with one that holds nothing.
      if files.isEmpty { _ = try FilterLists.reading(folders) }
      origin = .folders(folders)
    } else if let set = try database.read({ tx in try FilterSetStore(tx).current() }) {
      files = try StoredFilters.files(of: set, in: database)
      origin = .stored(set)
    } else {
      files = []
      origin = .builtIn
    }
    safe =
      try tenant.map { tenant in
        try database.read(for: tenant.id) { tx in try SafeNetworkStore(tx).all() }
      } ?? []
    lists = try FilterLists.reading(files: files + CountingLists.file(of: safe))
  }

  private init(_ common: CountingLists, safe: [SafeNetwork]) throws {
    self = common
    self.safe = safe
    lists = try common.lists.adding(safe: CountingLists.file(of: safe))
  }

  /// The same lists with a tenant's safe list; they were made without one.
  public func of(_ tenant: Tenant, in database: Database) throws -> CountingLists {
    precondition(safe.isEmpty, "a tenant has its own safe list and no other's")
    return try CountingLists(
      self, safe: database.read(for: tenant.id) { tx in try SafeNetworkStore(tx).all() })
  }

  /// A tenant's safe list as a file; none for an empty list. When a network was looked at is not in it, so that looking
  /// again changes no version.
  static func file(of safe: [SafeNetwork]) -> [FilterListFile] {
    guard !safe.isEmpty else { return [] }
    let text = safe.map { $0.network + "\n" }.joined()
    return [FilterListFile(.safe, name: "safe-list", bytes: Array(text.utf8))]
  }

  /// The stored set, where it counts.
  public var set: FilterSet? {
    if case .stored(let set) = origin { set } else { nil }
  }

  /// Where the lists come from, in words.
  public var originText: String {
    switch origin {
    case .folders(let folders): "from \(folders.joined(separator: ", "))"
    case .stored(let set): "stored since \(Zone.utc.day(of: set.importedAt))"
    case .builtIn: "podctl's own; no list is stored"
    }
  }

  /// The entries of one list. Throws `list_not_found` with a suggestion.
  public func entries(of name: String) throws(PodctlError) -> [ListEntries.Entry] {
    if let file = files.first(where: { $0.name == name }) { return try ListEntries(file).entries }
    let suggestion = Suggestion.nearest(to: name, among: files.map(\.name))
    throw PodctlError(
      .listNotFound, "there is no list \(name) among those that counts go by",
      hint: suggestion.map { "did you mean \"\($0)\"?" } ?? "see which lists there are",
      commands: ["podctl podcast filters show"], context: [.init("list", name)])
  }

  /// Stored lists whose sources were not read for too long.
  public var oldLists: [(name: String, days: Int64)] {
    guard case .stored(let set) = origin else { return [] }
    return set.lists.map { ($0.name, (now.seconds - $0.readAt.seconds) / 86_400) }
      .filter { $0.1 > CountingLists.daysFresh }
  }

  /// Networks that should have been looked at again; they apply all the same.
  public var staleNetworks: [SafeNetwork] { safe.filter { $0.isStale(at: now) } }

  /// The alarms of a count.
  public func warnings(for tenant: Tenant?) -> [String] {
    var warnings: [String] = []
    if let oldest = oldLists.max(by: { $0.days < $1.days }) {
      warnings.append(
        "\(oldLists.count) stored filter \(oldLists.count == 1 ? "list was" : "lists were") last read more than"
          + " \(CountingLists.daysFresh) days ago (\(oldest.name): \(oldest.days) days): podctl podcast filters update")
    }
    return warnings + (tenant.map(safeWarnings) ?? [])
  }

  /// The alarms of a tenant's safe list.
  public func safeWarnings(for tenant: Tenant) -> [String] {
    guard let first = staleNetworks.first else { return [] }
    return [
      "\(staleNetworks.count) safe \(staleNetworks.count == 1 ? "network was" : "networks were") not looked at for"
        + " \(SafeNetwork.daysValid) days (\(first.network)) and still \(staleNetworks.count == 1 ? "counts" : "count")"
        + " as people: podctl podcast filters safe renew --tenant \(tenant.slug) \(first.network)"
    ]
  }

  /// Keeps lists that came from folders, so that later questions can be answered with what was counted with.
  public func remember(in database: Database) throws {
    guard case .folders(let folders) = origin else { return }
    let version = try FilterLists.reading(files: files).version
    try database.write { tx in
      let sets = FilterSetStore(tx)
      guard try sets.find(version) == nil else { return }
      let stored = try files.map { file in
        StoredList(
          name: file.name, sha256: SHA256.hex(file.bytes), entries: try ListEntries(file).entries.count,
          source: folders.joined(separator: " "), readAt: now)
      }
      for (list, file) in zip(stored, files) { try sets.keep(list, content: try ListArchive.packed(file.bytes)) }
      try sets.save(
        FilterSet(
          version: version, importedAt: now, source: folders.joined(separator: " "), isCurrent: false, lists: stored))
    }
  }
}
