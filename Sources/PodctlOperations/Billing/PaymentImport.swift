import PodctlCore
import PodctlDigest
import PodctlStore

/// Takes payments over that came by cheque or transfer.
public struct PaymentImport {
  public static let columns = [
    ImportColumn("invoice", required: true, aliases: ["invoice_number", "number"]),
    ImportColumn("method", required: true, aliases: ["type"]),
    ImportColumn("reference", required: true, aliases: ["cheque_number", "check_number", "trace", "trace_number"]),
    ImportColumn("amount", required: true),
    ImportColumn("received_on", required: true, aliases: ["date", "day"]),
    ImportColumn("currency"),
  ]

  /// How the file is to be read.
  public struct Options: Sendable {
    public var map: [String]
    public var dates: DateFormat
    public var decimalMark: DecimalMark?
    /// Nil for the default beside the file.
    public var rejectsPath: String?

    public init(
      map: [String] = [], dates: DateFormat = .iso, decimalMark: DecimalMark? = nil, rejectsPath: String? = nil
    ) {
      self.map = map
      self.dates = dates
      self.decimalMark = decimalMark
      self.rejectsPath = rejectsPath
    }
  }

  private let tenant: Tenant
  private let dates: DateReading
  private let numbers: NumberReading
  private let books: InvoiceBooks
  private let tx: TenantTransaction
  private var summary: ImportSummary

  /// Takes the good rows with their journal entries in one transaction, and writes the others to the rejects file before
  /// it commits. A payment is known again by its method, reference and invoice: importing a file again adds nothing,
  /// and the same one over another amount or day is rejected. Throws `not_text` and `header_invalid` (65).
  public static func run(
    _ file: ImportFile, tenant: Tenant, options: Options, database: Database, ids: any IdentifierSource, now: Instant
  ) throws -> ImportSummary {
    let map = try ColumnMap(options: options.map, columns: columns)
    let table = try CSVTable(
      TextDecoding.decode(file.bytes, file: file.path), columns: columns, map: map, file: file.path)
    let numbers =
      options.decimalMark.map(NumberReading.init(decimalMark:))
      ?? NumberReading(learningFrom: table.rows.compactMap { $0["amount"] })
    return try database.write(for: tenant.id) { tx in
      var work = PaymentImport(
        tenant: tenant, dates: DateReading(format: options.dates, zone: tenant.zone), numbers: numbers,
        books: InvoiceBooks(tenant, in: tx, ids: ids, now: now), tx: tx,
        summary: ImportSummary(
          importID: ids.next(ImportRecord.self), inserted: 0, updated: 0, unchanged: 0, rejects: [], rejectsPath: nil))
      for row in table.rows {
        do {
          try work.take(row)
        } catch let problem as RowProblem {
          work.summary.rejects.append(RejectedRow(line: row.line, reason: problem.reason, fields: row.fields))
        }
      }
      if !work.summary.rejects.isEmpty {
        let path = options.rejectsPath ?? RejectsFile.defaultPath(for: file.path)
        try RejectsFile.write(header: table.header, work.summary.rejects, to: path)
        work.summary.rejectsPath = path
      }
      return work.summary
    }
  }

  /// Throws `RowProblem` for a row that cannot be taken.
  private mutating func take(_ row: CSVTable.Row) throws {
    if let problem = row.problem { throw problem }
    let number = try field("invoice", of: row)
    guard let invoice = try InvoiceStore(tx).find(number) else { throw RowProblem("there is no invoice \(number)") }
    guard var standing = try InvoiceStanding.of(invoice, in: tx), standing.issue.remoteID != nil else {
      throw RowProblem("invoice \(number) is \(invoice.status.rawValue) and not with its payer yet")
    }
    let payment = try payment(row, standing)
    if let known = try PaymentStore(tx).find(payment.name) {
      guard known.amount == payment.amount, known.receivedOn == payment.receivedOn else {
        throw RowProblem(
          "\(payment.method.rawValue) \(payment.reference) is known, over \(known.amount) on \(known.receivedOn)")
      }
      summary.unchanged += 1
      return
    }
    guard standing.issue.status == .open || standing.issue.status == .uncollectible else {
      throw RowProblem("invoice \(number) is \(standing.issue.status.rawValue)")
    }
    let left = standing.balance.creditable
    guard payment.amount.minor <= left else {
      throw RowProblem(
        "\(payment.amount) is more than the \(Money(minor: left, payment.amount.currency)) left of \(number)")
    }
    guard try books.receive(payment, &standing) else { return }
    summary.inserted += 1
    if standing.issue.status == .paid { summary.notes.append("invoice \(number) is paid") }
  }

  private func payment(_ row: CSVTable.Row, _ standing: InvoiceStanding) throws -> InvoicePayment {
    let word = try field("method", of: row).lowercased()
    // Both ways to write it are at home in this trade.
    guard let method = InvoicePayment.Method(rawValue: word == "check" ? "cheque" : word), method != .stripe else {
      throw RowProblem("\"\(word)\" is not cheque, ach or wire")
    }
    let reference = try field("reference", of: row)
    let currency = standing.invoice.content.currency
    if let code = row["currency"], code.uppercased() != currency.code {
      throw RowProblem("invoice \(standing.number) is in \(currency), not in \(code)")
    }
    let amount = try numbers.money(field("amount", of: row), currency)
    guard amount.minor > 0 else { throw RowProblem("\(amount) is not over zero") }
    let day = try dates.day(field("received_on", of: row))
    guard day <= tenant.zone.day(of: books.now) else { throw RowProblem("\(day) is still to come") }
    return InvoicePayment(
      id: books.ids.next(InvoicePayment.self), invoice: standing.invoice.id,
      name: "\(method.rawValue)/\(standing.number)/\(reference)", method: method, reference: reference,
      amount: amount, receivedOn: day, recordedAt: books.now)
  }

  private func field(_ name: String, of row: CSVTable.Row) throws(RowProblem) -> String {
    guard let field = row[name] else { throw RowProblem("\(name) is empty") }
    return field
  }
}
