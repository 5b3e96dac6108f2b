/// A pattern as a small machine over bytes, run in time linear in the text (Thompson's construction).
struct PatternProgram: Sendable {
  enum Step: Sendable {
    case bytes(Int)
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case wordEdge(Bool)
    case found
  }

  private(set) var steps: [Step] = []
  private(set) var sets: [ByteSet] = []
  /// Every match begins at the text's first byte.
  let isAnchored: Bool
  private static let mostSteps = 20_000

  init(_ node: PatternNode) throws(PatternParser.Fault) {
    isAnchored = PatternProgram.isAnchored(node)
    try emit(node)
    steps.append(.found)
  }

  private static func isAnchored(_ node: PatternNode) -> Bool {
    switch node {
    case .start: true
    case .sequence(let parts): parts.first.map(isAnchored) ?? false
    case .choice(let branches): branches.allSatisfy(isAnchored)
    case .repeated(let inner, let least, _): least > 0 && isAnchored(inner)
    case .empty, .set, .end, .wordEdge: false
    }
  }

  private mutating func emit(_ node: PatternNode) throws(PatternParser.Fault) {
    guard steps.count < PatternProgram.mostSteps else { throw PatternParser.Fault(message: "it is too large") }
    switch node {
    case .empty: break
    case .set(let set):
      if let known = sets.firstIndex(of: set) {
        steps.append(.bytes(known))
      } else {
        sets.append(set)
        steps.append(.bytes(sets.count - 1))
      }
    case .sequence(let parts): for part in parts { try emit(part) }
    case .choice(let branches): try emitChoice(branches)
    case .repeated(let inner, let least, let most): try emitRepeats(inner, least, most)
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .wordEdge(let isEdge): steps.append(.wordEdge(isEdge))
    }
  }

  private mutating func emitChoice(_ branches: [PatternNode]) throws(PatternParser.Fault) {
    var exits: [Int] = []
    for branch in branches.dropLast() {
      let fork = steps.count
      steps.append(.jump(0))
      try emit(branch)
      exits.append(steps.count)
      steps.append(.jump(0))
      steps[fork] = .split(fork + 1, steps.count)
    }
    if let last = branches.last { try emit(last) }
    for exit in exits { steps[exit] = .jump(steps.count) }
  }

  private mutating func emitRepeats(_ inner: PatternNode, _ least: Int, _ most: Int?) throws(PatternParser.Fault) {
    for _ in 0..<least { try emit(inner) }
    guard let most else {
      let fork = steps.count
      steps.append(.jump(0))
      try emit(inner)
      steps.append(.jump(fork))
      steps[fork] = .split(fork + 1, steps.count)
      return
    }
    var forks: [Int] = []
    for _ in least..<most {
      forks.append(steps.count)
      steps.append(.jump(0))
      try emit(inner)
    }
    for fork in forks { steps[fork] = .split(fork + 1, steps.count) }
  }
}

/// Runs programs; its memory is used again from run to run.
struct PatternRunner {
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
