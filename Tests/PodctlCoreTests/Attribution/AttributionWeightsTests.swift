import Foundation
import PodctlCore
import SeededNumbers
import Testing

@Suite("attribution weights")
struct AttributionWeightsTests {
  static let whole = AttributionWeights.whole

  /// Touches a given number of days apart, the earliest first.
  static func instants(_ days: [Double]) -> [Instant] {
    days.map { Instant(microseconds: 1_790_000_000_000_000 + Int64($0 * 86_400_000_000)) }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var model: AttributionModel
    var days: [Double]
    var expected: [Int64]
    var testDescription: String { "\(model.rawValue) of \(days.count)" }
  }

  // 2³² = 4,294,967,296; a third is 1,431,655,765⅓, a fifth 858,993,459⅕.
  static let cases = [
    Case(model: .firstTouch, days: [0], expected: [4_294_967_296]),
    Case(model: .firstTouch, days: [0, 1], expected: [4_294_967_296, 0]),
    Case(model: .firstTouch, days: [0, 1, 2], expected: [4_294_967_296, 0, 0]),
    Case(model: .firstTouch, days: [0, 1, 2, 3, 4], expected: [4_294_967_296, 0, 0, 0, 0]),
    Case(model: .lastTouch, days: [0], expected: [4_294_967_296]),
    Case(model: .lastTouch, days: [0, 1], expected: [0, 4_294_967_296]),
    Case(model: .lastTouch, days: [0, 1, 2], expected: [0, 0, 4_294_967_296]),
    Case(model: .lastTouch, days: [0, 1, 2, 3, 4], expected: [0, 0, 0, 0, 4_294_967_296]),
    Case(model: .linear, days: [0], expected: [4_294_967_296]),
    Case(model: .linear, days: [0, 1], expected: [2_147_483_648, 2_147_483_648]),
    Case(model: .linear, days: [0, 1, 2], expected: [1_431_655_766, 1_431_655_765, 1_431_655_765]),
    Case(
      model: .linear, days: [0, 1, 2, 3, 4],
      expected: [858_993_460, 858_993_459, 858_993_459, 858_993_459, 858_993_459]),
    Case(model: .positionBased, days: [0], expected: [4_294_967_296]),
    Case(model: .positionBased, days: [0, 1], expected: [2_147_483_648, 2_147_483_648]),
    // 40/20/40: 1,717,986,918⅖, 858,993,459⅕, 1,717,986,918⅖; the one left over goes to the earlier of the equals.
    Case(model: .positionBased, days: [0, 1, 2], expected: [1_717_986_919, 858_993_459, 1_717_986_918]),
    // The middle three share a fifth: 286,331,153 and 1/15 each.
    Case(
      model: .positionBased, days: [0, 1, 2, 3, 4],
      expected: [1_717_986_919, 286_331_153, 286_331_153, 286_331_153, 1_717_986_918]),
    Case(model: .timeDecay, days: [0], expected: [4_294_967_296]),
    // A week apart: one third to two thirds.
    Case(model: .timeDecay, days: [0, 7], expected: [1_431_655_765, 2_863_311_531]),
    Case(model: .timeDecay, days: [3, 3], expected: [2_147_483_648, 2_147_483_648]),
    // Sevenths: 1, 2 and 4.
    Case(model: .timeDecay, days: [0, 7, 14], expected: [613_566_757, 1_227_133_513, 2_454_267_026]),
    // 31sts: 1, 2, 4, 8 and 16.
    Case(
      model: .timeDecay, days: [0, 7, 14, 21, 28],
      expected: [138_547_332, 277_094_664, 554_189_329, 1_108_378_657, 2_216_757_314]),
  ]

  @Test("each model shares one conversion as its rule says", arguments: cases)
  func shares(_ test: Case) {
    let weights = AttributionWeights.of(test.model, touchesAt: Self.instants(test.days))
    #expect(weights == test.expected)
    #expect(weights.reduce(0, +) == Self.whole)
  }

  @Test("no touches have no weights", arguments: AttributionModel.allCases)
  func nothing(_ model: AttributionModel) { #expect(AttributionWeights.of(model, touchesAt: []).isEmpty) }

  @Test("a touch fifty-two half-lives older than the latest weighs nothing and breaks nothing")
  func ancient() {
    #expect(AttributionWeights.of(.timeDecay, touchesAt: Self.instants([0, 365])) == [0, Self.whole])
    #expect(AttributionWeights.of(.timeDecay, touchesAt: Self.instants([0, 7000])) == [0, Self.whole])
  }

  @Test("weights sum to 2³² for any touches, and time decay agrees with floating point to a millionth")
  func property() {
    let seed: UInt64 = 0x5EED_A771
    var random = SplitMix(seed: seed)
    for round in 0..<400 {
      let count = Int(random.next() % 60) + 1
      let ages = (0..<count).map { _ in Int64(random.next() % 2_592_000_000_000) }.sorted(by: >)
      let conversion: Int64 = 1_790_000_000_000_000
      let instants = ages.map { Instant(microseconds: conversion - $0) }
      for model in AttributionModel.allCases {
        let weights = AttributionWeights.of(model, touchesAt: instants)
        #expect(weights.reduce(0, +) == Self.whole, "seed \(seed), round \(round), \(model)")
        #expect(weights.allSatisfy { $0 >= 0 }, "seed \(seed), round \(round), \(model)")
      }
      let decays = ages.map { pow(2, -Double($0) / 604_800_000_000) }
      let sum = decays.reduce(0, +)
      for (weight, decay) in zip(AttributionWeights.of(.timeDecay, touchesAt: instants), decays) {
        let share = Double(weight) / 4_294_967_296
        #expect(abs(share - decay / sum) < 1e-6, "seed \(seed), round \(round)")
        // The documented bound is tighter: one part of 2³² for rounding, and next to nothing for the decay.
        #expect(abs(share - decay / sum) < 1.01 / 4_294_967_296, "seed \(seed), round \(round)")
      }
    }
  }
}
