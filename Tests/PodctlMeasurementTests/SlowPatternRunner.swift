@testable import PodctlMeasurement

/// Runs a program step by step, all ways at once: what a pattern means, said as plainly as can be, for tests of the
/// machines that are made of programs.
struct SlowPatternRunner {
  private var current: [Int] = []
  private var following: [Int] = []
  private var pending: [Int] = []
  /// The turn in which a step was last entered: each step runs once for each byte.
  private var entered: [Int] = []
  private var turn = 0

  /// Whether the pattern matches anywhere in the text.
  mutating func matches(_ program: PatternProgram, _ text: ByteSpan) -> Bool {
    if entered.count < program.steps.count {
      entered = [Int](repeating: 0, count: program.steps.count)
      turn = 0
    }
    current.removeAll(keepingCapacity: true)
    for position in 0...text.count {
      turn += 1
      following.removeAll(keepingCapacity: true)
      if position > 0 {
        let byte = text[position - 1]
        for step in current {
          if case .bytes(let set) = program.steps[step], program.sets[set].contains(byte),
            enter(step + 1, program, text, position)
          {
            return true
          }
        }
      }
      if position == 0 || !program.isAnchored {
        if enter(0, program, text, position) { return true }
      } else if following.isEmpty {
        return false
      }
      swap(&current, &following)
    }
    return false
  }

  /// Follows all steps that need no byte; true when the pattern has matched.
  private mutating func enter(_ first: Int, _ program: PatternProgram, _ text: ByteSpan, _ position: Int) -> Bool {
    pending.append(first)
    defer { pending.removeAll(keepingCapacity: true) }
    while let step = pending.popLast() {
      guard entered[step] != turn else { continue }
      entered[step] = turn
      switch program.steps[step] {
      case .bytes: following.append(step)
      case .jump(let target): pending.append(target)
      case .split(let one, let other):
        pending.append(other)
        pending.append(one)
      case .start: if position == 0 { pending.append(step + 1) }
      case .end: if position == text.count { pending.append(step + 1) }
      case .wordEdge(let isEdge):
        let before = position > 0 && ByteSet.wordBytes.contains(text[position - 1])
        let after = position < text.count && ByteSet.wordBytes.contains(text[position])
        if (before != after) == isEdge { pending.append(step + 1) }
      case .found: return true
      }
    }
    return false
  }
}
