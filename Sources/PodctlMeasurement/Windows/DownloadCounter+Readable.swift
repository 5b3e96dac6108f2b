import PodctlCore

extension DownloadCounter {
  /// A count of the logs that could be read, and why the others could not.
  public struct Readable: Sendable {
    public var count: DownloadCount
    /// In the order of the logs.
    public var leftOut: [PodctlError]
  }

  /// Counts as `count` does, without the logs that cannot be read. What was read of a log before it broke off counts for
  /// nothing: the others are then read once more. Throws the first log's fault where none can be read, and where standard
  /// input would have to be read a second time.
  public func countReadable(_ sources: [LogSource]) throws(PodctlError) -> Readable {
    var faults: [Int: PodctlError] = [:]
    var rest = Array(sources.indices)
    while true {
      let (tables, read) = try attempt(rest.map { sources[$0] })
      for (place, fault) in read.faults { faults[rest[place]] = fault }
      let readable = rest.indices.filter { read.faults[$0] == nil }
      let first = faults.min { $0.key < $1.key }?.value
      if let first, readable.isEmpty || !read.faults.isEmpty && sources.contains(.standardInput) { throw first }
      if read.faults.isEmpty {
        return try settled(rest.map { sources[$0] }, at: rest, read.findings, tables, &faults)
      }
      rest = readable.map { rest[$0] }
    }
  }

  private func attempt(
    _ sources: [LogSource]
  ) throws(PodctlError) -> (tables: CountTable, read: LogReading.Attempt) {
    let (read, table) = try reading.attempt(sources) {
      CountTable(self, kept: keepsListeners ? AgentArena() : nil)
    } taker: { table in
      CountingTaker(self, table)
    }
    return (table, read)
  }

  /// A log of which no line could be read has put nothing into the tables, and is left out of them as it is.
  private func settled(
    _ sources: [LogSource], at places: [Int], _ findings: [TaskFinding], _ tables: CountTable,
    _ faults: inout [Int: PodctlError]
  ) throws(PodctlError) -> Readable {
    var (warnings, filtered): ([String], LineLedger) = ([], LineLedger())
    var logs: [DownloadCount.LogSummary] = []
    for (place, (source, finding)) in zip(places, zip(sources, findings)) {
      do throws(PodctlError) {
        warnings += try finding.check(source, redirects: rules.profile == .prefix)
      } catch {
        guard error.isOfOneLog else { throw error }
        faults[place] = error
        continue
      }
      filtered.add(finding.ledger)
      logs.append(DownloadCount.LogSummary(source, finding))
    }
    let leftOut = faults.sorted { $0.key < $1.key }.map(\.value)
    if let first = leftOut.first, logs.isEmpty { throw first }
    tables.survivors.settle(threads: threads)
    return Readable(
      count: DownloadCount(self, logs, filtered: filtered, tables, warnings: warnings), leftOut: leftOut)
  }
}
