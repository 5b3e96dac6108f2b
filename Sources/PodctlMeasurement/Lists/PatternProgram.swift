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
