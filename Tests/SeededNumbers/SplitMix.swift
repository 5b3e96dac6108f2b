/// SplitMix64: the same numbers for a seed on every machine, so that a failing property test can be run again.
public struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  /// An integer of `0 ..< bound`.
  public mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  /// True in `percent` of a hundred cases.
  public mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  public mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }
  /// Any byte but zero.
  public mutating func byte() -> UInt8 { UInt8(1 + below(255)) }
}
