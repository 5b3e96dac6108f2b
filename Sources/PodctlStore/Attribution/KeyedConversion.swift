import PodctlCore

/// A conversion with the key by which the same row is known again.
public struct KeyedConversion: Sendable, Hashable {
  public var conversion: Conversion
  /// The order id, or the row's hash where there is none; see `key(order:)` and `key(rowHash:)`.
  public var key: String
  /// What must not differ under one key: the value.
  public var fingerprint: String

  public init(conversion: Conversion, key: String, fingerprint: String) {
    self.conversion = conversion
    self.key = key
    self.fingerprint = fingerprint
  }

  /// Order ids and hashes carry a mark each, so that an order id that looks like a hash is no other row's.
  public static func key(order: String) -> String { "order:" + order }
  public static func key(rowHash hexadecimal: String) -> String { "row:" + hexadecimal }
}
