import PodctlCore

/// One figure or word of a listing, before any format has been chosen.
public indirect enum FieldValue: Sendable, Equatable {
  /// Unknown: `null` in JSON, empty in CSV, "—" for people.
  case null
  /// Known not to be there: `null` in JSON, empty in CSV, this word for people.
  case absent(String)
  case text(String)
  case integer(Int64)
  case boolean(Bool)
  /// A fixed-point number, `units` ÷ 10^`digits`.
  case decimal(units: Int64, digits: Int)
  case money(Money)
  case day(Day)
  case instant(Instant)
  case list([FieldValue])
  case object([Entry])

  public struct Entry: Sendable, Equatable {
    public var name: String
    public var value: FieldValue

    public init(_ name: String, _ value: FieldValue) {
      self.name = name
      self.value = value
    }
  }

  public static func text(_ value: String?) -> FieldValue { value.map { .text($0) } ?? .null }
  public static func integer(_ value: Int?) -> FieldValue { value.map { .integer(Int64($0)) } ?? .null }
  public static func integer(_ value: Int64?) -> FieldValue { value.map { .integer($0) } ?? .null }
  public static func money(_ value: Money?) -> FieldValue { value.map { .money($0) } ?? .null }
  public static func day(_ value: Day?) -> FieldValue { value.map { .day($0) } ?? .null }
  public static func instant(_ value: Instant?) -> FieldValue { value.map { .instant($0) } ?? .null }
}
