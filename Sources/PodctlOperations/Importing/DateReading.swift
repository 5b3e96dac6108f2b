import PodctlCore

/// The order of day, month and year in a file; ISO 8601 is understood under all of them.
public enum DateFormat: String, Sendable, CaseIterable {
  case iso = "ISO"
  case dayMonthYear = "DMY"
  case monthDayYear = "MDY"
  case yearMonthDay = "YMD"
}

/// Reads dates and times in ISO 8601 or the one declared order; nothing is guessed from the values.
public struct DateReading: Sendable {
  public let format: DateFormat
  /// The zone of times that carry no offset; nil rejects them.
  public let zone: Zone?

  public init(format: DateFormat = .iso, zone: Zone? = nil) {
    self.format = format
    self.zone = zone
  }

  /// A calendar day; a time with an offset is cut in the zone, one without is dropped. Throws the reason.
  public func day(_ text: String) throws(RowProblem) -> Day {
    if let day = Self.compact(text) { return day }
    let (date, time) = Self.halves(text)
    let day = try civilDay(date, text)
    guard let time else { return day }
    if let instant = Instant("\(day)T\(try Self.clock(time, text).normal)") {
      guard let zone else { throw RowProblem("\"\(text)\" is a moment, and no zone says on which day it falls") }
      return zone.day(of: instant)
    }
    _ = try Self.clock(time, text)
    return day
  }

  /// A moment; one without an offset is read in the zone, and of two that a clock set back makes, the earlier. Throws
  /// the reason.
  public func instant(_ text: String) throws(RowProblem) -> Instant {
    let (date, time) = Self.halves(text)
    let day = try civilDay(date, text)
    guard let time else { throw RowProblem("\"\(text)\" has no time of day") }
    let clock = try Self.clock(time, text)
    if let instant = Instant("\(day)T\(clock.normal)") { return instant }
    guard let naive = Instant("\(day)T\(clock.normal)Z") else { throw RowProblem("\"\(text)\" is not a time") }
    guard let zone else {
      throw RowProblem("\"\(text)\" has no offset from UTC; say with --zone in which zone the file's times are")
    }
    // The offsets of the days before and after are all that a local time can have.
    let candidates = [-86_400, 86_400].map { shift in
      let offset = zone.offset(at: naive.advanced(seconds: Int64(shift)))
      return (instant: naive.advanced(seconds: -offset), offset: offset)
    }
    guard let first = candidates.filter({ zone.offset(at: $0.instant) == $0.offset }).map(\.instant).min() else {
      throw RowProblem("\"\(text)\" does not exist in \(zone): the clock was set forward")
    }
    return first
  }

  /// `20261031`.
  private static func compact(_ text: String) -> Day? {
    guard text.utf8.count == 8, text.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Day("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
  }

  /// Date and time, parted by `T`, blanks, or a comma and a blank.
  private static func halves(_ text: String) -> (date: String, time: String?) {
    guard let cut = text.firstIndex(where: { $0 == "T" || $0 == "t" || $0.isWhitespace }) else { return (text, nil) }
    let date = String(text[..<cut])
    let time = String(text[text.index(after: cut)...]).trimmedBlanks
    return (date.hasSuffix(",") ? String(date.dropLast()) : date, time.isEmpty ? nil : time)
  }

  private func civilDay(_ date: String, _ text: String) throws(RowProblem) -> Day {
    if let day = Day(date) { return day }
    let separators: [Character] = ["/", ".", "-"]
    guard let separator = separators.first(where: { date.contains($0) }) else {
      throw RowProblem("\"\(text)\" is not a date")
    }
    let parts = date.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3,
      parts.allSatisfy({ (1...4).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { throw RowProblem("\"\(text)\" is not a date") }
    let numbers = parts.compactMap { Int($0) }
    let order: (year: Int, month: Int, day: Int)
    switch format {
    case .iso:
      throw RowProblem("\"\(text)\" is not an ISO date; declare the file's order with --date-format")
    case .dayMonthYear: order = (2, 1, 0)
    case .monthDayYear: order = (2, 0, 1)
    case .yearMonthDay: order = (0, 1, 2)
    }
    guard parts[order.year].count == 4, parts[order.month].count <= 2, parts[order.day].count <= 2,
      let day = Day(year: numbers[order.year], month: numbers[order.month], day: numbers[order.day])
    else {
      throw RowProblem("\"\(text)\" is not a date in the order \(format.rawValue) with a year of four digits")
    }
    return day
  }

  /// A time of day as RFC 3339 writes it, with its offset where the text has one.
  private static func clock(_ text: String, _ whole: String) throws(RowProblem) -> (normal: String, hasOffset: Bool) {
    var time = text.uppercased()
    var afternoon: Bool?
    for (word, value) in [("AM", false), ("PM", true)] where time.hasSuffix(word) {
      afternoon = value
      time = String(time.dropLast(2)).trimmedBlanks
    }
    let cut = time.firstIndex { $0 == "Z" || $0 == "+" || $0 == "-" } ?? time.endIndex
    let offset = time[cut...].filter { !$0.isWhitespace }
    let parts = time[..<cut].trimmedBlanks.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 || parts.count == 3, (1...2).contains(parts[0].count), let hour = Int(parts[0]),
      parts[1].count == 2, afternoon == nil || (1...12).contains(hour), afternoon == nil || offset.isEmpty
    else { throw RowProblem("\"\(whole)\" is not a time") }
    let of24 = afternoon.map { hour % 12 + ($0 ? 12 : 0) } ?? hour
    let seconds = parts.count == 3 ? parts[2].replacing(",", with: ".") : "00"
    let normal = "\(of24 < 10 ? "0" : "")\(of24):\(parts[1]):\(seconds)\(offset)"
    guard Instant("1970-01-01T\(normal)\(offset.isEmpty ? "Z" : "")") != nil else {
      throw RowProblem("\"\(whole)\" is not a time")
    }
    return (normal, !offset.isEmpty)
  }
}

extension Substring {
  fileprivate var trimmedBlanks: String { String(self).trimmedBlanks }
}
