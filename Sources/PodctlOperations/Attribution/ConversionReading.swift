import PodctlCore
import PodctlDigest
import PodctlStore

/// Makes a conversion of one row, or says why it cannot be one.
struct ConversionReading {
  let sponsor: Identifier<Sponsor>
  /// The tenant's counting zone, which cuts the day.
  let zone: Zone
  let dates: DateReading
  let numbers: NumberReading
  /// The currency of rows that name none.
  let currency: Currency
  let keys: ListenerKeys

  private static let longestText = 200

  /// The conversion, with an id still to be given, its key and its fingerprint. Throws the reason.
  func read(_ row: ConversionFile.Row) throws(RowProblem) -> KeyedConversion {
    if let problem = row.problem { throw problem }
    guard let when = row.column("occurred_at") else { throw RowProblem("occurred_at is empty") }
    let instant = try dates.instant(when)
    let day = zone.day(of: instant)
    let address = row.column("ip")
    let conversion = Conversion(
      id: Identifier(high: 0, low: 0), sponsor: sponsor, day: day, occurredAt: instant,
      event: try event(row.column("event")), orderID: try text(row, "order_id"), value: try value(row),
      promoCode: try text(row, "promo_code"), household: try hashed(address, on: day),
      householdBefore: address.flatMap { keys.householdBefore($0, on: day) },
      utmSource: try text(row, "utm_source"), utmCampaign: try text(row, "utm_campaign"),
      isNewCustomer: try flag(row.column("new_customer")))
    let key =
      conversion.orderID.map { KeyedConversion.key(order: $0) }
      ?? KeyedConversion.key(rowHash: Self.hash(conversion, agent: row.column("user_agent")))
    return KeyedConversion(
      conversion: conversion, key: key,
      fingerprint: conversion.value.map { "\($0.decimal) \($0.currency)" } ?? "no value")
  }

  private func text(_ row: ConversionFile.Row, _ column: String) throws(RowProblem) -> String? {
    guard let text = row.column(column) else { return nil }
    guard text.count <= Self.longestText else {
      throw RowProblem("\(column) is longer than \(Self.longestText) characters")
    }
    return text
  }

  private func event(_ text: String?) throws(RowProblem) -> String {
    guard let text else { return "purchase" }
    let word = text.lowercased()
    guard word.utf8.count <= 40, word.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) })
    else { throw RowProblem("\"\(text)\" is not the name of an event, such as purchase or signup") }
    return word
  }

  private func value(_ row: ConversionFile.Row) throws(RowProblem) -> Money? {
    guard let text = row.column("value") else { return nil }
    let amount = try numbers.money(text, try currency(row.column("currency")))
    guard amount.minor >= 0 else { throw RowProblem("\"\(text)\" is negative; a refund is not a conversion") }
    return amount
  }

  private func currency(_ text: String?) throws(RowProblem) -> Currency {
    guard let text else { return currency }
    guard let currency = try? Currency(text.uppercased()) else {
      throw RowProblem("\"\(text)\" is not a currency; write a code such as USD")
    }
    return currency
  }

  private func hashed(_ address: String?, on day: Day) throws(RowProblem) -> [UInt8]? {
    guard let address else { return nil }
    let hash: [UInt8]?
    do throws(PodctlError) {
      hash = try keys.household(address, on: day)
    } catch {
      throw RowProblem(error.message)
    }
    guard let hash else { throw RowProblem("ip is not an IPv4 or IPv6 address") }
    return hash
  }

  private func flag(_ text: String?) throws(RowProblem) -> Bool? {
    switch text?.lowercased() {
    case nil: return nil
    case "true", "yes", "1", "y", "t": return true
    case "false", "no", "0", "n", "f": return false
    default: throw RowProblem("new_customer is neither true nor false")
    }
  }

  /// What a row without an order id says, so that the same row is known again however the file writes it.
  private static func hash(_ conversion: Conversion, agent: String?) -> String {
    let parts = [
      String(conversion.occurredAt.microseconds), conversion.event, conversion.value?.description,
      conversion.promoCode, conversion.household?.hexadecimal, agent, conversion.utmSource, conversion.utmCampaign,
      conversion.isNewCustomer.map { $0 ? "true" : "false" },
    ]
    return SHA256.hex(parts.map { $0 ?? "\u{0}" }.joined(separator: "\u{1F}").utf8)
  }
}
