/// A request that passed all filters, with the group it belongs to: one listener, episode and day.
struct Survivor {
  var keyHigh: UInt64
  var keyLow: UInt64
  /// First byte covered, or the bytes of a placeless request.
  var start: Int64
  /// Where the covered bytes end; -1 for a placeless request.
  var end: Int64
  var identityHigh: UInt64
  var identityLow: UInt64
  var day: Int32
  var path: Int32
  // What only ingest asks for.
  var time: Int64
  var address: UInt64
  var agent: UInt32
  /// The country's two letters; 0 for unknown.
  var country: UInt16 = 0
  var traits: ListenerTraits

  static let placeless: Int64 = -1
  /// No request at all.
  static let none = Survivor(
    keyHigh: 0, keyLow: 0, start: 0, end: 0, identityHigh: 0, identityLow: 0, day: 0, path: 0, time: 0, address: 0,
    agent: 0, traits: [])
}

/// What else is told of a request's listener.
struct ListenerTraits: OptionSet {
  var rawValue: UInt8
  static let isIPv4 = ListenerTraits(rawValue: 1)
  /// Somebody else has counted the row.
  static let isImported = ListenerTraits(rawValue: 2)
  /// The log gives the listener's id in the place of address and agent.
  static let hasOwnID = ListenerTraits(rawValue: 4)
}
