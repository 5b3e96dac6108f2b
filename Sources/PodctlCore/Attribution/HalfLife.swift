/// 2^−(age ÷ half-life) in integers, so that the same touches have the same weights on every machine.
///
/// The age is split into whole half-lives, which are shifts, and a binary fraction of 48 bits, whose set bits each
/// multiply by a root of one half. Roots and products keep 62 fractional bits and are rounded down. Against the true
/// value the result is low by less than 2⁻⁴⁷ of a half-life's start (48 bits of fraction: ln 2 × 2⁻⁴⁸; 48 roots and
/// 48 products: 96 × 2⁻⁶¹), which is far below the 2⁻³² in which weights are kept.
enum HalfLife {
  /// One, in the fixed point of the results.
  static let one: Int64 = 1 << 62

  private static let fractionBits = 48

  /// 2^(−1/2), 2^(−1/4), 2^(−1/8) …: each is the square root of the one before it.
  private static let roots: [UInt64] = {
    var roots: [UInt64] = []
    var value = UInt64(one / 2)
    for _ in 0..<fractionBits {
      value = squareRoot(UInt128(value) << 62)
      roots.append(value)
    }
    return roots
  }()

  /// What is left of `one` after an age; age and half-life are in the same unit, the age not negative.
  static func fraction(after age: Int64, halfLife: Int64) -> Int64 {
    precondition(age >= 0 && halfLife > 0, "an age before the latest touch is not negative")
    let (halvings, rest) = age.quotientAndRemainder(dividingBy: halfLife)
    guard halvings < 62 else { return 0 }
    let fraction = UInt64((UInt128(rest) << UInt128(fractionBits)) / UInt128(halfLife))
    var value = UInt64(one)
    for (index, root) in roots.enumerated() where fraction >> UInt64(fractionBits - 1 - index) & 1 == 1 {
      value = UInt64((UInt128(value) * UInt128(root)) >> 62)
    }
    return Int64(value >> UInt64(halvings))
  }

  /// The largest integer whose square is not above the number, which is below 2¹²⁴.
  private static func squareRoot(_ number: UInt128) -> UInt64 {
    var root: UInt64 = 0
    for bit in stride(from: 62, through: 0, by: -1) {
      let candidate = root | 1 << UInt64(bit)
      if UInt128(candidate) * UInt128(candidate) <= number { root = candidate }
    }
    return root
  }
}
