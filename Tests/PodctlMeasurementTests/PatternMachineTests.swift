import PodctlCore
import SeededNumbers
import Testing

@testable import PodctlMeasurement

@Suite("Machines of patterns")
struct PatternMachineTests {
  /// A pattern of all that patterns are made of, over few letters, so that texts meet it often.
  private func pattern(_ random: inout SplitMix, depth: Int = 0) -> String {
    let atoms = ["a", "b", "-", " ", ".", "\\w", "\\s", "[ab]", "[^a]", "\\b", "\\B", "é", "^", "$", "\\d"]
    return (0...random.below(4)).map { _ -> String in
      if depth < 3, random.chance(25) {
        let group = "(" + pattern(&random, depth: depth + 1) + "|" + pattern(&random, depth: depth + 1) + ")"
        return group + random.pick(["", "", "*", "+", "?", "{2}", "{1,3}"])
      }
      let atom = random.pick(atoms)
      if atom == "^" || atom == "$" || atom.hasPrefix("\\b") || atom.hasPrefix("\\B") { return atom }
      return atom + random.pick(["", "", "", "*", "+", "?", "{0,2}"])
    }.joined()
  }

  /// Bytes as they come: letters of the patterns, characters cut in half, controls.
  private func text(_ random: inout SplitMix) -> [UInt8] {
    (0..<random.below(14)).map { _ in random.pick(Array("aabb--  1_é\n".utf8) + [0, 0xff, 0x80]) }
  }

  @Test("a machine says of any text what its program says step by step")
  func random() throws {
    for seed in UInt64(1)...1500 {
      var random = SplitMix(seed: seed)
      let pattern = pattern(&random)
      let program = try PatternProgram(try PatternParser.parse(pattern))
      var machine = PatternMachine(program)
      var slow = SlowPatternRunner()
      for _ in 0..<40 {
        let text = text(&random)
        text.withUnsafeBufferPointer {
          #expect(machine.matches($0) == slow.matches(program, $0), "\(pattern) on \(text), seed \(seed)")
        }
      }
    }
  }

  @Test("a machine whose states are too many begins anew and stays right and small")
  func bounded() throws {
    // Which of the last twelve letters were a: 4,096 states.
    let program = try PatternProgram(try PatternParser.parse("a[ab]{11}c"))
    var machine = PatternMachine(program)
    var slow = SlowPatternRunner()
    var random = SplitMix(seed: 12)
    for _ in 0..<60 {
      let text = (0..<600).map { _ in random.pick(Array("aabbbb".utf8)) } + random.pick([[], Array("c".utf8)])
      text.withUnsafeBufferPointer { #expect(machine.matches($0) == slow.matches(program, $0)) }
      #expect(machine.stateCount <= 512)
    }
  }

  @Test(
    "every published pattern says of mutated bytes what its program says step by step",
    .enabled(if: SharedData.isPresent, "../shared/data is absent"))
  func published() throws {
    let seed: UInt64 = 922
    var random = SplitMix(seed: seed)
    var slow = SlowPatternRunner()
    for entry in try FilterLists.reading([SharedData.path("opawg")]).agents.entries {
      let program = try PatternProgram(try PatternParser.parse(entry.pattern))
      var machine = PatternMachine(program)
      for _ in 0..<6 {
        var text = Array(entry.pattern.utf8).filter { !Array("^$()[]?+*\\{}".utf8).contains($0) }
        for _ in 0..<random.below(3) where !text.isEmpty {
          text[random.below(text.count)] = UInt8(random.below(256))
        }
        if random.chance(50) { text.insert(contentsOf: "x/1.2 ".utf8, at: 0) }
        text.withUnsafeBufferPointer {
          #expect(machine.matches($0) == slow.matches(program, $0), "\(entry.pattern) on \(text), seed \(seed)")
        }
      }
    }
  }
}
