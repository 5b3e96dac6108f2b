import PodctlCore
import PodctlStore

/// How many listeners there were, by time or by what their agents say.
public struct AudienceSurvey {
  public struct PeriodRow: Sendable, Hashable {
    public var span: CalendarSpan
    public var counted: AudienceFigure
    /// Listeners whom others counted, by their own keys.
    public var imported: Int64
  }

  public struct ValueRow: Sendable, Hashable {
    public var value: String?
    public var counted: AudienceFigure
    public var imported: Int64
  }

  private let tx: TenantTransaction
  private let podcast: Identifier<Podcast>?
  private let days: ClosedRange<Day>
  private let spans: [SecretSpan]
  private let purged: Set<Day>
  private let exactLimit: Int64
  /// All days that have downloads at all.
  private let known: ClosedRange<Day>

  /// `exactLimit` is lower in tests alone.
  public init(
    _ tx: TenantTransaction, of podcast: Identifier<Podcast>?, tenant: Tenant, days: ClosedRange<Day>,
    exactLimit: Int64 = AudienceFigure.exactLimit
  ) throws {
    self.tx = tx
    self.podcast = podcast
    self.days = days
    self.exactLimit = exactLimit
    known = try DownloadFigureStore(tx).days(of: podcast) ?? days
    spans = SecretSpan.ordered(try SecretStore(tx).spans(), of: tenant)
    purged = try ListenerCountStore(tx).purgedDays(within: days)
  }

  /// A row for each day, week or month that the days touch.
  public func rows(by unit: CalendarUnit) throws -> [PeriodRow] {
    let downloads = try DownloadFigureStore(tx).byDay(DownloadScope(podcast: podcast, days: days))
    let kept = Dictionary(
      uniqueKeysWithValues: try ListenerCountStore(tx)
        .counts(unit, nil, of: podcast, within: unit.start(of: days.lowerBound)...days.upperBound)
        .map { ($0.start, $0.listeners) })
    let isSmall = downloads.values.allSatisfy { $0.counted <= exactLimit }
    let byDay =
      unit == .day && isSmall ? try AudienceStore(tx).byDay(DownloadScope(podcast: podcast, days: days)) : nil
    return try unit.spans(in: days).map { span in
      if purged.contains(where: span.days.contains) {
        let listeners = isWhole(span) ? kept[span.start] : nil
        return PeriodRow(
          span: span, counted: AudienceFigure(listeners, listeners == nil ? .unknown : .kept), imported: 0)
      }
      let rows = span.days.reduce(0) { $0 + (downloads[$1]?.counted ?? 0) }
      if let byDay {
        let day = byDay[span.start] ?? DownloadFigure()
        return PeriodRow(span: span, counted: AudienceFigure(day.counted, .exact), imported: day.imported)
      }
      return try row(span, atMost: rows)
    }
  }

  /// Whether no day with downloads is missing of the unit.
  private func isWhole(_ span: CalendarSpan) -> Bool {
    let last = span.unit.next(after: span.start).advanced(by: -1)
    return max(span.start, known.lowerBound) >= span.days.lowerBound
      && min(last, known.upperBound) <= span.days.upperBound
  }

  private func row(_ span: CalendarSpan, atMost rows: Int64) throws -> PeriodRow {
    let scope = DownloadScope(podcast: podcast, days: span.days)
    if rows > exactLimit, let estimate = try estimate(scope) {
      return PeriodRow(span: span, counted: estimate, imported: 0)
    }
    let figure = try AudienceStore(tx).listeners(scope)
    return PeriodRow(
      span: span, counted: AudienceFigure(figure.counted, precision(span.days)), imported: figure.imported)
  }

  /// The estimate of a scope; nil where it says that there are few enough keys to compare them all.
  private func estimate(_ scope: DownloadScope) throws -> AudienceFigure? {
    var sketch = ListenerSketch()
    try AudienceStore(tx).streamKeys(scope) { sketch.add($0) }
    let estimate = sketch.estimate
    let surely = Double(estimate) * (1 - 4 * ListenerSketch.standardError)
    return surely > Double(exactLimit) ? AudienceFigure(estimate, .estimate) : nil
  }

  /// Rows by app, device or country over all of the days, most listeners first. Where some of the days are purged, only
  /// the days after them are left, which is the caller's to say.
  public func rows(by dimension: DownloadDimension) throws -> [ValueRow] {
    let figures = try AudienceStore(tx).by(dimension, DownloadScope(podcast: podcast, days: days))
    return figures.map { value, figure in
      ValueRow(value: value, counted: AudienceFigure(figure.counted, precision(days)), imported: figure.imported)
    }.sorted { left, right in
      let (one, other) = (left.counted.listeners ?? 0, right.counted.listeners ?? 0)
      if one != other { return one > other }
      return (left.value ?? "\u{10FFFF}") < (right.value ?? "\u{10FFFF}")
    }
  }

  /// All listeners of the days, each once.
  public func whole() throws -> AudienceFigure {
    let downloads = try DownloadFigureStore(tx).byDay(DownloadScope(podcast: podcast, days: days))
    guard purged.isEmpty else { return AudienceFigure(nil, .unknown) }
    let span = CalendarSpan(unit: .day, start: days.lowerBound, days: days)
    return try row(span, atMost: downloads.values.reduce(0) { $0 + $1.counted }).counted
  }

  /// Days on which another secret begins: who listened on both sides of one is two keys.
  public var changesOfSecret: [Day] { spans.changes(within: days) }
  public var hasPurgedDays: Bool { !purged.isEmpty }

  private func precision(_ days: ClosedRange<Day>) -> AudienceFigure.Precision {
    spans.changes(within: days).isEmpty ? .exact : .upperBound
  }
}
