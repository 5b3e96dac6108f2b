import PodctlCore
import PodctlMeasurement
import PodctlStore

/// What other lists would make of logs that were counted; it changes nothing.
public struct FilterDiff: Sendable {
  /// One show's downloads with the lists that its logs were counted with, and with the others.
  public struct Row: Sendable, Equatable {
    /// Nil for the total.
    public var podcast: Slug?
    public var gap: CountGap
  }

  /// A file that could not be read again.
  public struct Skipped: Sendable, Equatable {
    public var path: String
    public var reason: String
  }

  public private(set) var rows: [Row] = []
  public private(set) var entries: [ListDifference] = []
  public private(set) var skipped: [Skipped] = []
  /// Files that were read again, and by how many versions of the lists they had been counted.
  public private(set) var files = 0
  public private(set) var versions = 0

  /// Reads the tenant's recorded logs with lines of `since` or later, with the lists that each was counted with and with
  /// `lists`. Files of different versions are compared version by version. Throws `nothing_measured` and what counting
  /// throws.
  public init(
    of tenant: Tenant, since: Day, lists: CountingLists, in database: Database, threads: Int
  ) throws {
    let catalogue = try RecordedCatalogue(of: tenant, in: database)
    let start = tenant.zone.start(of: since)
    let recorded = try database.read(for: tenant.id) { tx in try IngestedFileStore(tx).all() }
      .filter { $0.lastAt.map { $0 >= start } ?? false }
    let known = try KnownLists(lists, in: database)
    var old: [Slug: Int64] = [:]
    var new: [Slug: Int64] = [:]
    var changes: [String: Int64] = [:]
    // Each log is read as it was when it was taken.
    var formats: [LogSource: FormatChoice] = [:]
    func counter(_ lists: FilterLists) -> DownloadCounter {
      var counter = DownloadCounter(
        catalogue.episodes, lists: lists, rules: tenant.counting, zone: tenant.zone, threads: threads)
      counter.formatsOfSome = formats
      return counter
    }
    for version in Set(recorded.map(\.listVersion)).sorted() {
      let ofVersion = recorded.filter { $0.listVersion == version }
      guard let before = try known.lists(version) else {
        skipped += ofVersion.map {
          Skipped(path: $0.path, reason: "the lists \(version) that it was counted with are not stored")
        }
        continue
      }
      let sources = ofVersion.compactMap { source($0, &formats) }
      guard !sources.isEmpty else { continue }
      files += sources.count
      versions += 1
      let was = counter(before)
      let becomes = counter(lists.lists)
      catalogue.add(try was.count(sources).rows.filter { $0.day >= since }, to: &old)
      catalogue.add(try becomes.count(sources).rows.filter { $0.day >= since }, to: &new)
      for change in try ListDifference.of(was, becomes, sources, since: since) {
        changes[change.entry, default: 0] += change.lines
      }
    }
    let shows = Set(old.keys).union(new.keys).sorted { $0.text < $1.text }
    rows = shows.map { Row(podcast: $0, gap: CountGap(ours: new[$0] ?? 0, theirs: old[$0] ?? 0)) }
    rows.append(
      Row(podcast: nil, gap: CountGap(ours: new.values.reduce(0, +), theirs: old.values.reduce(0, +))))
    entries = changes.map { ListDifference(entry: $0, lines: $1) }.filter { $0.lines != 0 }.sorted {
      abs($0.lines) == abs($1.lines)
        ? $0.entry.utf8.lexicographicallyPrecedes($1.entry.utf8) : abs($0.lines) > abs($1.lines)
    }
  }

  public var total: CountGap { rows.last?.gap ?? CountGap(ours: 0, theirs: 0) }

  /// A recorded file, if it is still what it was.
  private mutating func source(_ file: IngestedFile, _ formats: inout [LogSource: FormatChoice]) -> LogSource? {
    do throws(PodctlError) {
      let log = try LogFile(path: file.path)
      let isUnchanged = log.bytes == file.bytes && log.modified == file.modified && log.inode == file.inode
      var isTheSame = isUnchanged
      if !isTheSame { isTheSame = try log.sha256() == file.sha256 }
      guard isTheSame else {
        skipped.append(Skipped(path: file.path, reason: "it is no longer the file that was ingested"))
        return nil
      }
      formats[.file(file.path)] = try file.saidFormat.choice(for: file.path)
      return .file(file.path)
    } catch {
      skipped.append(Skipped(path: file.path, reason: error.message))
      return nil
    }
  }
}

/// Lists by the version that files name.
private struct KnownLists {
  private var current: CountingLists
  private let database: Database
  private let sets: [FilterSet]

  init(_ current: CountingLists, in database: Database) throws {
    self.current = current
    self.database = database
    sets = try database.read { tx in try FilterSetStore(tx).all() }
  }

  /// The lists of a version, with the tenant's safe list or without; nil when they are not at hand.
  func lists(_ version: String) throws -> FilterLists? {
    if current.lists.version == version { return current.lists }
    let safe = CountingLists.file(of: current.safe)
    for files in [[]] + [safe] {
      let lists = try FilterLists.reading(files: files)
      if lists.version == version { return lists }
    }
    for set in sets {
      let files = try StoredFilters.files(of: set, in: database)
      for extra in safe.isEmpty ? [[]] : [[], safe] {
        let lists = try FilterLists.reading(files: files + extra)
        if lists.version == version { return lists }
      }
    }
    return nil
  }
}

/// A tenant's episodes as they are counted, each known by its show.
private struct RecordedCatalogue {
  let episodes: EpisodeCatalogue
  private let podcasts: [String: Slug]

  init(of tenant: Tenant, in database: Database) throws {
    let (known, paths, shows) = try database.read(for: tenant.id) { tx in
      (try EpisodeStore(tx).list(of: nil), try EpisodeStore(tx).paths(of: nil), try PodcastStore(tx).all())
    }
    guard !paths.isEmpty else {
      throw PodctlError(
        .nothingMeasured, "tenant \(tenant.slug) has no episode whose downloads could be counted",
        hint: "add its podcasts first", commands: ["podctl podcast add --tenant \(tenant.slug) --feed URL"])
    }
    let slugs = Dictionary(uniqueKeysWithValues: shows.map { ($0.id, $0.slug) })
    let numbers = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1.id, $0) })
    // Named by their ids: two shows may have episodes of one GUID.
    episodes = try EpisodeCatalogue(
      episodes: known.map(\.id.description),
      paths: paths.compactMap { path in
        numbers[path.episode].map { number in
          MeasuredPath(
            path: path.path, episode: number, bytes: path.bytes, seconds: known[number].durationSeconds,
            kbps: known[number].kbps, headerBytes: known[number].headerBytes)
        }
      })
    podcasts = Dictionary(
      uniqueKeysWithValues: known.compactMap { episode in
        slugs[episode.podcast].map { (episode.id.description, $0) }
      })
  }

  /// Adds up rows by show.
  func add(_ rows: [DownloadCount.Row], to totals: inout [Slug: Int64]) {
    for row in rows {
      if let podcast = podcasts[row.episode] { totals[podcast, default: 0] += row.downloads }
    }
  }
}
