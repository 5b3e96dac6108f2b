import PodctlCore

/// Reads an order from a table: one row for each spot, or for a flight without spots. What belongs to the campaign, the
/// order or the flight stands on its first row; later rows repeat it or leave it empty.
public enum OrderTable {
  public static let columns = [
    ImportColumn("sponsor", required: true), ImportColumn("sponsor_name"), ImportColumn("campaign", required: true),
    ImportColumn("campaign_name"), ImportColumn("currency"), ImportColumn("order"), ImportColumn("revision"),
    ImportColumn("bill_to"), ImportColumn("po"), ImportColumn("terms_days"), ImportColumn("signed_on"),
    ImportColumn("commission"), ImportColumn("billing"),
    ImportColumn("flight", required: true), ImportColumn("flight_name"), ImportColumn("starts", required: true),
    ImportColumn("ends", required: true), ImportColumn("position"), ImportColumn("insertion"), ImportColumn("goal"),
    ImportColumn("cpm"), ImportColumn("flat"), ImportColumn("cpa"), ImportColumn("per_spot"),
    ImportColumn("tiers"), ImportColumn("minimum"), ImportColumn("maximum"), ImportColumn("shortfall"),
    ImportColumn("cap"), ImportColumn("promo_code"),
    ImportColumn("vanity_url"), ImportColumn("window_days"), ImportColumn("podcast"), ImportColumn("episode"),
    ImportColumn("airs_on"), ImportColumn("aired"),
  ]

  /// Throws `not_text`, `header_invalid`, or `order_file_invalid` naming the line; an order is taken whole or not at
  /// all, so that there are no rejects.
  public static func read(_ file: ImportFile, map: ColumnMap = .none) throws(PodctlError) -> OrderFile {
    let text = try TextDecoding.decode(file.bytes, file: file.path)
    let table = try CSVTable(text, columns: columns, map: map, file: file.path)
    var builder = OrderTableBuilder(table: table)
    for row in table.rows {
      do throws(RowProblem) {
        if let problem = row.problem { throw problem }
        try builder.take(row)
      } catch {
        throw PodctlError(
          .orderFileInvalid, "\(file.path), line \(row.line): \(error.reason)",
          hint: "correct the line; nothing was made",
          context: [.init("file", file.path), .init("line", "\(row.line)")])
      }
    }
    guard let order = builder.order else {
      throw PodctlError(
        .orderFileInvalid, "\(file.path) has no rows", hint: "give one row for each spot",
        context: [.init("file", file.path)])
    }
    return order
  }
}

/// Puts an order together row by row.
private struct OrderTableBuilder {
  private let numbers: NumberReading
  private var seen: [String: String] = [:]
  private(set) var order: OrderFile?

  init(table: CSVTable) {
    numbers = NumberReading(
      learningFrom: table.rows.lazy.flatMap { row in
        ["cpm", "flat", "cpa", "per_spot", "minimum", "maximum"].compactMap { row[$0] }
      })
  }

  mutating func take(_ row: CSVTable.Row) throws(RowProblem) {
    var file: OrderFile
    if let order { file = order } else { file = try head(row) }
    for (column, value) in [("sponsor", file.sponsor.slug), ("campaign", file.campaign.slug)] {
      guard (row[column] ?? value) == value else {
        throw RowProblem("another \(column) than \"\(value)\": a file holds one campaign")
      }
    }
    let index = try orderIndex(row, in: &file)
    try addFlight(row, to: &file.orders[index])
    order = file
  }

  private func head(_ row: CSVTable.Row) throws(RowProblem) -> OrderFile {
    guard let sponsor = row["sponsor"], let campaign = row["campaign"] else {
      throw RowProblem("the first row must name sponsor and campaign")
    }
    return OrderFile(
      sponsor: .init(slug: sponsor, name: row["sponsor_name"]),
      campaign: .init(slug: campaign, name: row["campaign_name"] ?? campaign, currency: row["currency"]), orders: [])
  }

  private mutating func orderIndex(_ row: CSVTable.Row, in file: inout OrderFile) throws(RowProblem) -> Int {
    let number = row["order"] ?? file.orders.last?.number ?? "IO-\(file.campaign.slug)"
    try requireSame(
      row, ["revision", "bill_to", "po", "terms_days", "signed_on", "commission", "billing"], of: "order \(number)")
    if let index = file.orders.firstIndex(where: { $0.number == number }) { return index }
    file.orders.append(
      .init(
        number: number, revision: try integer(row, "revision"), billTo: row["bill_to"], poNumber: row["po"],
        termsDays: try integer(row, "terms_days"), signedOn: row["signed_on"],
        commission: try amount(row, "commission"), billing: row["billing"]))
    return file.orders.count - 1
  }

  private mutating func addFlight(_ row: CSVTable.Row, to order: inout OrderFile.OrderPart) throws(RowProblem) {
    guard let slug = row["flight"] ?? order.flights.last?.slug else { throw RowProblem("no flight") }
    try requireSame(
      row,
      [
        "flight_name", "starts", "ends", "position", "insertion", "goal", "cpm", "flat", "cpa", "per_spot", "tiers",
        "minimum", "maximum", "shortfall", "cap", "promo_code", "vanity_url", "window_days",
      ], of: "flight \(slug)")
    if !order.flights.contains(where: { $0.slug == slug }) {
      guard let starts = row["starts"], let ends = row["ends"] else {
        throw RowProblem("flight \"\(slug)\" has no dates on its first row")
      }
      order.flights.append(
        .init(
          slug: slug, name: row["flight_name"], startsOn: starts, endsOn: ends,
          position: row["position"] ?? Flight.Position.midRoll.rawValue,
          insertion: row["insertion"] ?? Flight.Insertion.bakedIn.rawValue, goal: try count(row, "goal"),
          cpm: try amount(row, "cpm"), flat: try amount(row, "flat"), cpa: try amount(row, "cpa"),
          perSpot: try amount(row, "per_spot"), tiers: tiers(row), minimum: try amount(row, "minimum"),
          maximum: try amount(row, "maximum"), shortfall: row["shortfall"],
          cap: try count(row, "cap"), promoCode: row["promo_code"], vanityURL: row["vanity_url"],
          windowDays: try integer(row, "window_days")))
    }
    guard let index = order.flights.firstIndex(where: { $0.slug == slug }), let episode = row["episode"] else { return }
    guard let airsOn = row["airs_on"] else { throw RowProblem("a spot in \"\(episode)\" without airs_on") }
    order.flights[index].spots.append(
      .init(episode: episode, podcast: row["podcast"], airsOn: airsOn, aired: try flag(row, "aired")))
  }

  /// A value that an earlier row gave may be repeated or left out, not changed.
  private mutating func requireSame(
    _ row: CSVTable.Row, _ columns: [String], of owner: String
  ) throws(RowProblem) {
    let isFirst = seen[owner] == nil
    seen[owner] = owner
    for column in columns {
      guard let value = row[column] else { continue }
      let key = "\(owner)\u{0}\(column)"
      if isFirst {
        seen[key] = value
      } else if seen[key] != value {
        throw RowProblem("\(owner) has another \(column) than on its first row")
      }
    }
  }

  private func integer(_ row: CSVTable.Row, _ column: String) throws(RowProblem) -> Int? {
    try count(row, column).map { Int($0) }
  }

  private func count(_ row: CSVTable.Row, _ column: String) throws(RowProblem) -> Int64? {
    guard let text = row[column] else { return nil }
    // A goal below zero is a rule of flights, whose error says more than "not a number".
    if let negative = Int64(text), negative < 0 { return negative }
    return try numbers.count(text)
  }

  /// The amount as plain decimals; which decimals the currency has is checked with the flight.
  private func amount(_ row: CSVTable.Row, _ column: String) throws(RowProblem) -> String? {
    guard let text = row[column] else { return nil }
    return try numbers.plainDecimal(text)
  }

  /// Tiers with spaces or semicolons between them; each is read with the flight.
  private func tiers(_ row: CSVTable.Row) -> [String] {
    (row["tiers"] ?? "").split { $0 == " " || $0 == ";" }.map(String.init)
  }

  private func flag(_ row: CSVTable.Row, _ column: String) throws(RowProblem) -> Bool {
    switch row[column]?.lowercased() {
    case nil, "false", "no", "0": return false
    case "true", "yes", "1": return true
    case let other?: throw RowProblem("\"\(other)\" in \(column) is neither true nor false")
    }
  }
}
