import PodctlCore
import PodctlDigest
import PodctlStore

/// Takes a sponsor's export of conversions into a tenant's database.
public enum ConversionImporter {
  /// How the file is to be read.
  public struct Options: Sendable {
    public var map: [String]
    public var dateFormat: DateFormat
    /// The zone of times without an offset; nil rejects them.
    public var zone: Zone?
    /// The currency of rows that name none; nil for the tenant's.
    public var currency: Currency?
    public var decimalMark: DecimalMark?
    /// Nil for the default beside the file.
    public var rejectsPath: String?

    public init(
      map: [String] = [], dateFormat: DateFormat = .iso, zone: Zone? = nil, currency: Currency? = nil,
      decimalMark: DecimalMark? = nil, rejectsPath: String? = nil
    ) {
      self.map = map
      self.dateFormat = dateFormat
      self.zone = zone
      self.currency = currency
      self.decimalMark = decimalMark
      self.rejectsPath = rejectsPath
    }
  }

  /// Rows whose keys are looked up together.
  static let pageSize = 500

  /// Takes the good rows in one transaction and writes the others to the rejects file before it commits. A row that is
  /// known already changes nothing; one with a known order id and another value is rejected. `keys` hash a typed
  /// address under the tenant's secret of the conversion's day. Throws `not_text` and `header_invalid` (65), and
  /// what the rejects file throws; too many rejects are for the caller to judge.
  public static func run(
    _ file: ImportFile, sponsor: Sponsor, tenant: Tenant, options: Options, database: Database,
    ids: any IdentifierSource, now: Instant, keys: ListenerKeys
  ) throws -> ImportSummary {
    let map = try ColumnMap(options: options.map, columns: ConversionFile.columns)
    let source = try ConversionFile(file, map: map, decimalMark: options.decimalMark)
    let reading = ConversionReading(
      sponsor: sponsor.id, zone: tenant.zone, dates: DateReading(format: options.dateFormat, zone: options.zone),
      numbers: source.numbers, currency: options.currency ?? tenant.currency, keys: keys)
    return try database.write(for: tenant.id) { tx in
      try IngestedFileStore(tx).lock()
      var work = Work(
        store: ConversionStore(tx), sponsor: sponsor.id, importID: ids.next(ImportRecord.self), ids: ids,
        codes: try AttributionStore(tx).promoCodes(sponsor: sponsor.id))
      for row in source.rows {
        do throws(RowProblem) {
          work.page.append((row, try reading.read(row)))
        } catch {
          work.reject(row, error.reason)
        }
        if work.page.count == pageSize { try work.takePage() }
      }
      try work.takePage()
      work.rejects.sort { $0.line < $1.line }
      let path = options.rejectsPath ?? RejectsFile.defaultPath(for: file.path)
      if !work.rejects.isEmpty { try RejectsFile.write(header: source.header, work.rejects, to: path) }
      try ImportStore(tx).insert(
        ImportRecord(
          id: work.importID, kind: .conversions, source: sponsor.slug.text, fileName: file.name,
          sha256: SHA256.hex(file.bytes), inserted: work.inserted, updated: 0, unchanged: work.unchanged,
          rejected: Int64(work.rejects.count), importedAt: now))
      return ImportSummary(
        importID: work.importID, inserted: work.inserted, updated: 0, unchanged: work.unchanged,
        rejects: work.rejects, rejectsPath: work.rejects.isEmpty ? nil : path, notes: work.notes)
    }
  }

  /// What an import holds while it runs.
  private struct Work {
    let store: ConversionStore
    let sponsor: Identifier<Sponsor>
    let importID: Identifier<ImportRecord>
    let ids: any IdentifierSource
    let codes: PromoCodes
    var page: [(row: ConversionFile.Row, entry: KeyedConversion)] = []
    var rejects: [RejectedRow] = []
    var inserted: Int64 = 0
    var unchanged: Int64 = 0
    var withoutHousehold = 0
    var unknownCodes: [String: Int] = [:]

    mutating func reject(_ row: ConversionFile.Row, _ reason: String) {
      rejects.append(RejectedRow(line: row.line, reason: reason, fields: row.fields))
    }

    /// Compares a page with what is stored and with itself, and adds what is new.
    mutating func takePage() throws {
      defer { page = [] }
      guard !page.isEmpty else { return }
      var known = try store.fingerprints(of: page.map(\.entry.key), sponsor: sponsor)
      var new: [KeyedConversion] = []
      for (row, entry) in page {
        guard let stored = known[entry.key] else {
          known[entry.key] = entry.fingerprint
          var added = entry
          added.conversion.id = ids.next(Conversion.self)
          new.append(added)
          count(added.conversion)
          continue
        }
        if stored == entry.fingerprint {
          unchanged += 1
        } else {
          reject(row, "the order id is known with another value (\(stored); this row has \(entry.fingerprint))")
        }
      }
      try store.insert(new, importID: importID)
    }

    private mutating func count(_ conversion: Conversion) {
      inserted += 1
      if conversion.household == nil { withoutHousehold += 1 }
      if let code = conversion.promoCode, !codes.isKnown(code) {
        unknownCodes[PromoCodes.canonical(code), default: 0] += 1
      }
    }

    var notes: [String] {
      var notes: [String] = []
      if withoutHousehold > 0 {
        notes.append("\(withoutHousehold) without an address: only a promo code can credit them")
      }
      if !unknownCodes.isEmpty {
        let ranked = unknownCodes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let named = ranked.prefix(5).map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
        let rest = ranked.count > 5 ? " and \(ranked.count - 5) more" : ""
        let total = ranked.reduce(0) { $0 + $1.value }
        notes.append("\(total) with a promo code of no flight of this sponsor: \(named)\(rest)")
      }
      return notes
    }
  }
}
