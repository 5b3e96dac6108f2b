import PodctlCore

/// A value on its way to or from a statement.
public enum SQLValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case text(String)
  case bytes([UInt8])
  case boolean(Bool)
  case uuid(high: UInt64, low: UInt64)
  case instant(Instant)
  case day(Day)
}

/// What `\(value)` in a statement may be: it becomes a parameter, never text.
public protocol SQLBindable {
  var sqlValue: SQLValue { get }
}

/// What `row["column"]` may be read as; a column read as the wrong kind is a fault in podctl.
public protocol SQLReadable {
  static func read(_ value: SQLValue) -> Self?
}

extension Int: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .integer(Int64(self)) }
  public static func read(_ value: SQLValue) -> Int? { Int64.read(value).map(Int.init) }
}

extension Int64: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .integer(self) }
  public static func read(_ value: SQLValue) -> Int64? {
    switch value {
    case .integer(let number): number
    case .text(let digits): Int64(digits)  // PostgreSQL's numeric sums arrive as digits
    default: nil
    }
  }
}

extension String: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .text(self) }
  public static func read(_ value: SQLValue) -> String? {
    if case .text(let text) = value { text } else { nil }
  }
}

extension Bool: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .boolean(self) }
  public static func read(_ value: SQLValue) -> Bool? {
    switch value {
    case .boolean(let flag): flag
    case .integer(let number): number != 0
    default: nil
    }
  }
}

extension [UInt8]: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .bytes(self) }
  public static func read(_ value: SQLValue) -> [UInt8]? {
    if case .bytes(let bytes) = value { bytes } else { nil }
  }
}

extension Identifier: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .uuid(high: high, low: low) }
  public static func read(_ value: SQLValue) -> Identifier? {
    switch value {
    case .uuid(let high, let low): Identifier(high: high, low: low)
    case .bytes(let bytes): Identifier(bytes: bytes)
    case .text(let text): Identifier(text)
    default: nil
    }
  }
}

extension Instant: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .instant(self) }
  public static func read(_ value: SQLValue) -> Instant? {
    switch value {
    case .instant(let instant): instant
    case .integer(let microseconds): Instant(microseconds: microseconds)
    default: nil
    }
  }
}

extension Day: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .day(self) }
  public static func read(_ value: SQLValue) -> Day? {
    switch value {
    case .day(let day): day
    case .text(let text): Day(text)
    default: nil
    }
  }
}

extension Slug: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .text(text) }
  public static func read(_ value: SQLValue) -> Slug? { String.read(value).flatMap { try? Slug($0) } }
}

extension Currency: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .text(code) }
  public static func read(_ value: SQLValue) -> Currency? { String.read(value).flatMap { try? Currency($0) } }
}

extension Zone: SQLBindable, SQLReadable {
  public var sqlValue: SQLValue { .text(identifier) }
  public static func read(_ value: SQLValue) -> Zone? { String.read(value).flatMap { try? Zone($0) } }
}

extension SQLBindable where Self: RawRepresentable, RawValue == String {
  public var sqlValue: SQLValue { .text(rawValue) }
}

extension SQLReadable where Self: RawRepresentable, RawValue == String {
  public static func read(_ value: SQLValue) -> Self? { String.read(value).flatMap(Self.init(rawValue:)) }
}

extension Tenant.Kind: SQLBindable, SQLReadable {}
extension Tenant.Status: SQLBindable, SQLReadable {}
extension CountingProfile: SQLBindable, SQLReadable {}
extension MeasurementWindow: SQLBindable, SQLReadable {}
extension User.Role: SQLBindable, SQLReadable {}
extension Provenance: SQLBindable, SQLReadable {}
extension Campaign.Status: SQLBindable, SQLReadable {}
extension Flight.Position: SQLBindable, SQLReadable {}
extension Flight.Insertion: SQLBindable, SQLReadable {}
extension Flight.PriceModel: SQLBindable, SQLReadable {}
extension Spot.Status: SQLBindable, SQLReadable {}

extension Optional: SQLBindable where Wrapped: SQLBindable {
  public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension Optional: SQLReadable where Wrapped: SQLReadable {
  public static func read(_ value: SQLValue) -> Wrapped?? {
    if case .null = value { return .some(nil) }
    return Wrapped.read(value).map { .some($0) }
  }
}
