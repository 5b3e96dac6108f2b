import Foundation

/// An estimate of how many distinct listeners there are, in 64 KiB whatever their number: a HyperLogLog (Flajolet and
/// others, 2007) read by Ertl's estimator (arXiv 1702.01284), which needs no correction for small or large numbers.
/// Listeners' keys are keyed hashes and therefore uniform already, so that their first 64 bits are taken as they are.
public struct ListenerSketch: Sendable, Equatable {
  /// Bits of the key that choose a register.
  static let precision = 16
  private static let count = 1 << precision

  private var registers = [UInt8](repeating: 0, count: count)

  public init() {}

  /// One standard error of the estimate as a share of it: 1.04 ÷ √65,536.
  public static let standardError = 1.04 / Double(count).squareRoot()

  /// Takes a listener's key of at least eight bytes; the same key again changes nothing.
  public mutating func add(_ key: [UInt8]) {
    var hash: UInt64 = 0
    for byte in key.prefix(8) { hash = hash << 8 | UInt64(byte) }
    add(hash: hash)
  }

  mutating func add(hash: UInt64) {
    let register = Int(hash >> UInt64(64 - Self.precision))
    let rest = hash << UInt64(Self.precision)
    let rank = UInt8(min(rest.leadingZeroBitCount, 64 - Self.precision) + 1)
    if rank > registers[register] { registers[register] = rank }
  }

  /// The listeners of both; adding one twice changes nothing.
  public mutating func merge(_ other: ListenerSketch) {
    for index in registers.indices { registers[index] = max(registers[index], other.registers[index]) }
  }

  /// The number of distinct listeners, within two standard errors in 95 of 100 cases.
  public var estimate: Int64 {
    let size = Double(Self.count)
    let longest = 64 - Self.precision
    var ranks = [Double](repeating: 0, count: longest + 2)
    for register in registers { ranks[Int(register)] += 1 }
    guard ranks[0] < size else { return 0 }
    var sum = size * Self.tau(1 - ranks[longest + 1] / size)
    for rank in stride(from: longest, through: 1, by: -1) { sum = 0.5 * (sum + ranks[rank]) }
    sum += size * Self.sigma(ranks[0] / size)
    return Int64((size * size / (2 * log(2.0)) / sum).rounded())
  }

  /// Registers that no key has touched.
  private static func sigma(_ share: Double) -> Double {
    var power = share
    var weight = 1.0
    var sum = share
    var last = -1.0
    while sum != last {
      power *= power
      last = sum
      sum += power * weight
      weight += weight
    }
    return sum
  }

  /// Registers that are full.
  private static func tau(_ share: Double) -> Double {
    if share == 0 || share == 1 { return 0 }
    var root = share
    var weight = 1.0
    var sum = 1 - share
    var last = -1.0
    while sum != last {
      root = root.squareRoot()
      last = sum
      weight *= 0.5
      sum -= (1 - root) * (1 - root) * weight
    }
    return sum / 3
  }
}
