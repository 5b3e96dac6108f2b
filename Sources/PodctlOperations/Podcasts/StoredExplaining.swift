import PodctlCore
import PodctlDigest
import PodctlMeasurement
import PodctlStore

/// Explains a line by its log and by what a tenant's database holds.
public struct StoredExplaining {
  private let tenant: Tenant
  private let database: Database
  private let counting: TenantCounting
  private let counter: DownloadCounter

  /// Reads the tenant's episodes; throws `nothing_measured` when there are none.
  public init(
    tenant: Tenant, keys: ListenerKeys, lists: FilterLists, formats: FormatChoice, database: Database, threads: Int
  ) throws {
    self.tenant = tenant
    self.database = database
    counting = try TenantCounting(
      tenant, keys: keys, lists: lists, formats: formats, database: database, threads: threads)
    counter = counting.counter
  }

  /// Throws `line_not_found`, `file_not_found` and what reading a log can throw.
  public func explain(line number: Int, of path: String) throws -> StoredExplanation {
    let log = try LogFile(path: path)
    let file = try record(of: log)
    var counter = counter
    // What is said now goes before what was said when the file was taken.
    if let file, counter.formats == .detected {
      counter.formatsOfSome[.file(path)] = try file.saidFormat.choice(for: path)
    }
    var line = try counter.explain(line: number, of: .file(path), in: [.file(path)])
    var result = StoredExplanation(line: line, file: file, readFiles: [], missingFiles: [], remarks: [])
    remark(on: file, &result)
    guard let time = line.time, let place = line.episodeNumber, line.reason.hasListener else { return result }
    let episode = counting.episodes[place]
    let (there, gone) = try neighbours(of: time, besides: log)
    if !there.isEmpty {
      for other in there {
        counter.formatsOfSome[.file(other.path)] = try other.saidFormat.choice(for: other.path)
      }
      line = try counter.explain(line: number, of: .file(path), in: [.file(path)] + there.map { .file($0.path) })
      result.line = line
    }
    result.readFiles = there.map(\.path)
    result.missingFiles = gone
    try lookUp(&result, episode, at: time)
    conclude(&result)
    return result
  }

  private func record(of log: LogFile) throws -> IngestedFile? {
    let unchanged = try database.read(for: tenant.id) { tx in
      try IngestedFileStore(tx).taken(from: [log.path]).first {
        $0.bytes == log.bytes && $0.modified == log.modified && $0.inode == log.inode
      }
    }
    if let unchanged { return unchanged }
    let content = try log.sha256()
    return try database.read(for: tenant.id) { tx in try IngestedFileStore(tx).find(sha256: content) }
  }

  private func remark(on file: IngestedFile?, _ result: inout StoredExplanation) {
    guard let file else {
      result.remarks.append("this file was not taken: its line is judged as if it were")
      return
    }
    if file.listVersion != counter.lists.version, file.listVersion != counter.lists.sha256 {
      result.remarks.append(
        "the file was counted with lists \(file.listVersion.prefix(12)) and is explained with \(counter.lists.version)")
    }
    if file.rules != tenant.counting.name {
      result.remarks.append("the file was counted by \(file.rules); the tenant counts by \(tenant.counting.name) now")
    }
    if file.zone != tenant.zone.identifier {
      result.remarks.append("the file was counted in \(file.zone); the tenant counts in \(tenant.zone) now")
    }
  }

  /// Recorded files that may hold lines of the same window: those that still lie where they lay, and the others.
  private func neighbours(of time: Instant, besides log: LogFile) throws -> (
    there: [IngestedFile], gone: [String]
  ) {
    let day = tenant.zone.day(of: time)
    // A rolling window reaches a day to either side of the request's own.
    let reach = tenant.counting.window == .calendar ? 0 : 2
    let from = tenant.zone.start(of: day.advanced(by: -reach))
    let to = tenant.zone.start(of: day.advanced(by: reach + 1))
    let files = try database.read(for: tenant.id) { tx in try IngestedFileStore(tx).all() }
    var there: [IngestedFile] = []
    var gone: [String] = []
    for file in files {
      guard let first = file.firstAt, let last = file.lastAt, first < to, last >= from else { continue }
      let now = try? LogFile(path: file.path)
      if let now, now.inode == log.inode, now.bytes == log.bytes, now.modified == log.modified { continue }
      if let now, now.bytes == file.bytes, now.modified == file.modified, now.inode == file.inode {
        there.append(file)
      } else {
        gone.append(file.path)
      }
    }
    return (there.sorted { $0.path < $1.path }, gone.sorted())
  }

  private func lookUp(_ result: inout StoredExplanation, _ episode: Identifier<Episode>, at time: Instant) throws {
    let line = result.line
    let requestDay = tenant.zone.day(of: time)
    let day = line.day ?? requestDay
    let listener = try counting.keys.hashing(on: day).code(for: line.listenerMessage)
    result.listener = listener.hexadecimal
    result.household = try counting.keys.hashing(on: day).code(for: line.householdMessage).hexadecimal
    let file = result.file
    let (stored, counted, late) = try database.read(for: tenant.id) { tx in
      let store = ListenerDayStore(tx)
      let late = try file.map { try store.closedLines(of: $0.id, episode, on: day) } ?? 0
      return (try store.find(listener, episode, on: day), try store.day(day), late)
    }
    result.stored = stored
    result.day = counted
    if !stored.downloads.isEmpty {
      result.state = .download
    } else if let coverage = stored.coverage {
      result.state = .coverage
      if let path = line.path, !coverage.isEmpty {
        let held = try Coverage(state: coverage)
        result.storedBytes = counter.catalogue.covered(held, path: path)
      }
    } else if stored.requestLines != nil {
      result.state = .requests
    } else if counted?.purgedAt != nil {
      result.state = .purged
    } else {
      result.state = counted?.closedAt != nil || late > 0 ? .closed : .nothing
    }
  }

  /// Says where the logs that are left and the database tell different things, and why that may be.
  private func conclude(_ result: inout StoredExplanation) {
    if !result.missingFiles.isEmpty {
      let count = result.missingFiles.count
      result.remarks.append(
        "\(count) recorded \(count == 1 ? "file" : "files") of the time no longer \(count == 1 ? "lies" : "lie") where"
          + " \(count == 1 ? "it" : "they") lay: which line was the counted one may be another than what is left says")
    }
    guard result.file != nil else { return }
    let isDownload = result.line.reason == .counted || result.line.reason == .duplicate
    switch result.state {
    case .download where !isDownload:
      result.remarks.append("the database holds a download that the logs left do not show: the missing lines made it")
      result.line.reason = .duplicate
    case .coverage where isDownload:
      result.remarks.append("the logs left make a download that the database does not hold: ingest what is missing")
    case .purged:
      result.remarks.append(
        "the listeners of \(result.line.day.map { "\($0)" } ?? "that day") were purged; the counts stay")
    case .closed where result.stored?.downloads.isEmpty ?? true:
      result.remarks.append("the day is closed: what had not reached its threshold is kept as lines alone")
    case .nothing:
      result.remarks.append(
        "nothing is stored of this listener: episodes, rules or lists have changed since; ingest the file again")
    default: break
    }
  }
}

extension LineReason {
  /// Whether the line passed the filters and belongs to a listener.
  fileprivate var hasListener: Bool {
    switch self {
    case .counted, .duplicate, .threshold, .volume: true
    default: false
    }
  }
}
