import PodctlCore
import PodctlDigest
import PodctlGateways
import PodctlMeasurement
import PodctlStore

/// Takes lists of filters into the database, where they are the current set of every tenant.
public struct FilterImport {
  public enum State: String, Sendable {
    case inserted, updated, unchanged
    /// Its source could not be read; the list stays as it was.
    case failed
  }

  /// From which day entries apply that the stored version of a list has not.
  public enum Dating: Sendable, Hashable {
    /// From all days.
    case always
    case from(Day)
    /// From all days, the known ones too: dates that earlier imports gave are dropped.
    case undated
  }

  /// What became of one list.
  public struct Entry: Sendable {
    public var name: String
    public var state: State
    public var entries: Int
    /// Entries that the stored version had not, and those that only it had.
    public var added: Int
    public var removed: Int
    /// Entries that apply from some day on only.
    public var dated: Int
    public var sha256: String
    public var source: String
    public var failure: PodctlError?
  }

  public struct Outcome: Sendable {
    public var entries: [Entry]
    /// The current set's version; nil when there is none.
    public var version: String?
    public var hasChanged: Bool
  }

  private let database: Database
  private let now: Instant
  private let workingDirectory: String
  private let transport: () throws(PodctlError) -> any HTTPTransport

  public init(
    _ database: Database, now: Instant, workingDirectory: String,
    transport: @escaping () throws(PodctlError) -> any HTTPTransport
  ) {
    self.database = database
    self.now = now
    self.workingDirectory = workingDirectory
    self.transport = transport
  }

  /// Reads lists from folders, files and addresses into the current set; `replacing` drops those that are not among
  /// them. All of them or none. Throws `list_invalid` and what reading them can throw.
  public func take(
    _ places: [String], as name: String? = nil, dating: Dating = .always, replacing: Bool = false
  ) throws -> Outcome {
    var read: [ReadList] = []
    for place in places {
      let place = ListPlace(place, workingDirectory: workingDirectory)
      read += try place.lists(as: name, transport: transport) ?? []
    }
    for (index, list) in read.enumerated() where read[..<index].contains(where: { $0.file.name == list.file.name }) {
      throw PodctlError(
        .listInvalid, "the list \(list.file.name) is given twice", hint: "give each list once",
        context: [.init("list", list.file.name)])
    }
    return try database.write { tx in try store(read, tx, dating, replacing: replacing, from: places) }
  }

  /// Reads every list of the current set from its source again. A source that cannot be read keeps no other from being
  /// read; its list stays as it was.
  public func update(dating: Dating = .always) throws -> Outcome {
    guard let current = try database.read({ tx in try FilterSetStore(tx).current() }) else {
      return Outcome(entries: [], version: nil, hasChanged: false)
    }
    var read: [ReadList] = []
    var unchanged = Set<String>()
    var failures: [String: PodctlError] = [:]
    for list in current.lists {
      do throws(PodctlError) {
        let place = ListPlace(list.source, workingDirectory: workingDirectory)
        if let lists = try place.lists(as: list.name, etag: list.etag, transport: transport) {
          read += lists
        } else {
          unchanged.insert(list.name)
        }
      } catch {
        failures[list.name] = error
      }
    }
    let lists = read
    let confirmed = unchanged
    var outcome = try database.write { tx in
      try store(lists, tx, dating, replacing: false, from: [current.source], confirmed: confirmed)
    }
    outcome.entries += current.lists.filter { unchanged.contains($0.name) }.map { entry($0, .unchanged, nil) }
    outcome.entries += current.lists.compactMap { list in failures[list.name].map { entry(list, .failed, $0) } }
    let order = current.lists.map(\.name)
    outcome.entries.sort { order.firstIndex(of: $0.name) ?? .max < order.firstIndex(of: $1.name) ?? .max }
    return outcome
  }

  private func entry(_ list: StoredList, _ state: State, _ failure: PodctlError?) -> Entry {
    Entry(
      name: list.name, state: state, entries: list.entries, added: 0, removed: 0, dated: 0, sha256: list.sha256,
      source: list.source, failure: failure)
  }

  private func store(
    _ read: [ReadList], _ tx: Transaction, _ dating: Dating, replacing: Bool, from places: [String],
    confirmed: Set<String> = []
  ) throws -> Outcome {
    let sets = FilterSetStore(tx)
    let current = try sets.current()
    var lists = replacing ? [] : current?.lists ?? []
    for index in lists.indices where confirmed.contains(lists[index].name) { lists[index].readAt = now }
    var files: [String: FilterListFile] = [:]
    var entries: [Entry] = []
    for list in read {
      let known = current?.lists.first { $0.name == list.file.name }
      let knownEntries = try known.map { try ListEntries(try StoredFilters.file($0, sets)) }
      let fresh = try ListEntries(list.file)
      let dated = dating.date(fresh, knownEntries)
      var file = list.file
      if dated != fresh { file.bytes = try dated.written() }
      let sha256 = SHA256.hex(file.bytes)
      let stored = StoredList(
        name: file.name, sha256: sha256, entries: dated.entries.count, source: list.source, etag: list.etag,
        readAt: now)
      let state: State = known == nil ? .inserted : known?.sha256 == sha256 ? .unchanged : .updated
      if state != .unchanged { try sets.keep(stored, content: try ListArchive.packed(file.bytes)) }
      entries.append(
        Entry(
          name: file.name, state: state, entries: dated.entries.count, added: dated.count(without: knownEntries),
          removed: knownEntries?.count(without: dated) ?? 0, dated: dated.entries.count { $0.from != nil },
          sha256: sha256, source: list.source))
      files[file.name] = file
      if let place = lists.firstIndex(where: { $0.name == file.name }) {
        lists[place] = stored
      } else {
        lists.append(stored)
      }
    }
    // Read as they will be read: a pattern that no engine takes must not become the current set.
    let ordered = try lists.map { try files[$0.name] ?? StoredFilters.file($0, sets) }
    let version = try FilterLists.reading(files: ordered).version
    lists.sort { place($0.name) < place($1.name) }
    guard !lists.isEmpty else { return Outcome(entries: entries, version: current?.version, hasChanged: false) }
    let importedAt = current?.version == version ? current?.importedAt ?? now : now
    try sets.save(
      FilterSet(
        version: version, importedAt: importedAt, source: places.joined(separator: " "), isCurrent: true, lists: lists))
    return Outcome(entries: entries, version: version, hasChanged: version != current?.version)
  }

  private func place(_ name: String) -> Int { FilterListFile.knownNames.firstIndex { $0.name == name } ?? .max }
}

extension FilterImport.Dating {
  /// The entries of a list that was read, with the days from which they apply.
  func date(_ fresh: ListEntries, _ known: ListEntries?) -> ListEntries {
    switch self {
    case .always: fresh.carrying(known, newFrom: nil)
    case .from(let day): fresh.carrying(known, newFrom: day)
    case .undated: fresh
    }
  }
}
