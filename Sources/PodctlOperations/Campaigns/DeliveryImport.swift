import PodctlCore
import PodctlDigest
import PodctlStore

/// Takes over delivery that somebody else counted: figures by day and flight or episode.
public struct DeliveryImport {
  public static let columns = [
    ImportColumn("day", required: true, aliases: ["date"]),
    ImportColumn("flight"),
    ImportColumn("episode"),
    ImportColumn("count", required: true, aliases: ["impressions", "units"]),
  ]

  public struct Request: Sendable {
    public var file: ImportFile
    /// Who counted: an ad server's name. It supersedes its own figures only.
    public var source: String
    public var map: ColumnMap
    public var dates: DateFormat
    public var decimalMark: DecimalMark?
    /// Whether this source's figures count from now on where another's did.
    public var isPrimary: Bool
    public var rejectsPath: String?

    public init(
      file: ImportFile, source: String, map: ColumnMap = .none, dates: DateFormat = .iso,
      decimalMark: DecimalMark? = nil, isPrimary: Bool = false, rejectsPath: String? = nil
    ) {
      self.file = file
      self.source = source
      self.map = map
      self.dates = dates
      self.decimalMark = decimalMark
      self.isPrimary = isPrimary
      self.rejectsPath = rejectsPath
    }
  }

  /// Imports the good rows and writes the others to the rejects file, in one transaction: where that file cannot be
  /// written nothing is imported. Throws `not_text`, `header_invalid` or what the database refuses.
  public static func run(
    _ request: Request, tenant: Tenant, database: Database, now: Instant, ids: any IdentifierSource
  ) throws -> ImportSummary {
    guard !request.source.trimmedBlanks.isEmpty else {
      throw PodctlError(.usage, "the source has no name", hint: "say who counted: --source NAME")
    }
    let text = try TextDecoding.decode(request.file.bytes, file: request.file.path)
    let table = try CSVTable(text, columns: columns, map: request.map, file: request.file.path)
    guard table.has("flight") || table.has("episode") else {
      throw PodctlError(
        .headerInvalid, "the header of \(request.file.path) has neither \"flight\" nor \"episode\"",
        hint: "a figure belongs to one of them; name the file's column with --map flight=theirs",
        context: [.init("file", request.file.path), .init("missing", "flight")])
    }
    return try database.write(for: tenant.id) { tx in
      try IngestedFileStore(tx).lock()
      var rows = DeliveryRows(request, table, tenant: tenant, tx: tx, now: now)
      try rows.read()
      return try store(rows, request, table, in: tx, now: now, id: ids.next(ImportRecord.self))
    }
  }

  private static func store(
    _ rows: DeliveryRows, _ request: Request, _ table: CSVTable, in tx: TenantTransaction, now: Instant,
    id: Identifier<ImportRecord>
  ) throws -> ImportSummary {
    let store = DeliveryStore(tx)
    if !rows.changed.isEmpty { try store.supersede(rows.changed, source: request.source, importID: id, now: now) }
    let notes = try rows.notes + name(source: request, for: rows.flights, in: tx, now: now)
    var summary = ImportSummary(
      importID: id, inserted: rows.inserted, updated: rows.updated, unchanged: rows.unchanged, rejects: rows.rejects,
      rejectsPath: nil, notes: notes)
    try ImportStore(tx).insert(
      ImportRecord(
        id: id, kind: .delivery, source: request.source, fileName: request.file.name,
        sha256: SHA256.hex(request.file.bytes), inserted: summary.inserted, updated: summary.updated,
        unchanged: summary.unchanged, rejected: summary.rejected, importedAt: now))
    if !rows.rejects.isEmpty {
      let path = request.rejectsPath ?? RejectsFile.defaultPath(for: request.file.path)
      try RejectsFile.write(header: table.header, rows.rejects, to: path)
      summary.rejectsPath = path
    }
    return summary
  }

  /// The first source of a dynamic flight counts; a further one only when it is made the primary one.
  private static func name(
    source request: Request, for flights: [Flight], in tx: TenantTransaction, now: Instant
  ) throws -> [String] {
    var notes: [String] = []
    for flight in flights {
      guard flight.insertion == .dynamic else {
        notes.append("flight \(flight.slug) is baked-in and counted by podctl: the figures are stored beside its count")
        continue
      }
      guard flight.deliverySource != request.source else { continue }
      if let current = flight.deliverySource, !request.isPrimary {
        notes.append(
          "flight \(flight.slug) counts the figures of \"\(current)\": those of \"\(request.source)\" are stored and do "
            + "not count; --primary makes them count")
        continue
      }
      try FlightStore(tx).setDeliverySource(request.source, of: flight.id, now: now)
      if let before = flight.deliverySource {
        notes.append("flight \(flight.slug) now counts the figures of \"\(request.source)\", not of \"\(before)\"")
      }
    }
    return notes
  }
}
