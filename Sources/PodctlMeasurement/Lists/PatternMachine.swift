/// A program turned into a table of states while it runs: a byte costs one look into the table, and only what texts
/// ask for is ever built. A state is the set of steps that the bytes so far lead to, and the kind of the last byte,
/// which edges of words need.
struct PatternMachine {
  /// What stands on one side of a place in a text.
  private enum Neighbour: UInt8 {
    case nothing, word, other
  }

  private struct State: Hashable {
    /// Steps to enter, in order; what they lead to without a byte depends on the byte that follows.
    var steps: [UInt16]
    var before: Neighbour
  }

  private static let unknown: UInt16 = .max
  private static let matched: UInt16 = .max - 1
  private static let failed: UInt16 = .max - 2
  /// Beyond these the table is begun anew: memory stays bounded whatever the texts.
  private static let mostStates = 512

  private let program: PatternProgram
  /// Bytes that the program never tells apart are one class.
  private let classes: [UInt8]
  /// One byte of each class; the class behind the last is the text's end.
  private let samples: [UInt8]
  private let width: Int
  private var states: [State] = []
  private var numbers: [State: UInt16] = [:]
  /// The next state by state and class.
  private var table: [UInt16] = []

  init(_ program: PatternProgram) {
    self.program = program
    (classes, samples) = PatternMachine.classes(of: program)
    width = samples.count + 1
    begin()
  }

  var stateCount: Int { states.count }

  private static func classes(of program: PatternProgram) -> (classes: [UInt8], samples: [UInt8]) {
    var classes = [UInt8](repeating: 0, count: 256)
    var count = 1
    // Each set cuts the classes that it does not hold whole in two.
    for set in program.sets + [.wordBytes] {
      var hasOutside = [Bool](repeating: false, count: 256)
      var inside = [UInt8](repeating: 0, count: 256)
      for byte in 0..<256 where !set.contains(UInt8(byte)) { hasOutside[Int(classes[byte])] = true }
      for byte in 0..<256 where set.contains(UInt8(byte)) {
        let old = Int(classes[byte])
        guard hasOutside[old] else { continue }
        if inside[old] == 0 {
          inside[old] = UInt8(count)
          count += 1
        }
        classes[byte] = inside[old]
      }
    }
    var samples = [UInt8](repeating: 0, count: count)
    for byte in 0..<256 { samples[Int(classes[byte])] = UInt8(byte) }
    return (classes, samples)
  }

  /// The table with its first state alone: the text's beginning.
  private mutating func begin() {
    states = []
    numbers = [:]
    table = []
    _ = number(of: State(steps: [0], before: .nothing))
  }

  private mutating func number(of state: State) -> UInt16 {
    if let known = numbers[state] { return known }
    let number = UInt16(states.count)
    states.append(state)
    numbers[state] = number
    table.append(contentsOf: repeatElement(PatternMachine.unknown, count: width))
    return number
  }

  /// Whether the pattern matches anywhere in the text.
  mutating func matches(_ text: ByteSpan) -> Bool {
    var state = 0
    for byte in text {
      let symbol = Int(classes[Int(byte)])
      var next = table[state &* width &+ symbol]
      if next >= PatternMachine.failed {
        if next == PatternMachine.unknown { next = follow(state, symbol) }
        if next == PatternMachine.matched { return true }
        if next == PatternMachine.failed { return false }
      }
      state = Int(next)
    }
    let end = width - 1
    var last = table[state * width + end]
    if last == PatternMachine.unknown { last = follow(state, end) }
    return last == PatternMachine.matched
  }

  /// Works out where a state goes with a class of bytes, or the end, and notes it.
  private mutating func follow(_ number: Int, _ symbol: Int) -> UInt16 {
    let state = states[number]
    let byte = symbol < samples.count ? samples[symbol] : nil
    let after = byte.map { ByteSet.wordBytes.contains($0) ? Neighbour.word : .other } ?? .nothing
    guard let waiting = settled(state, after) else {
      table[number * width + symbol] = PatternMachine.matched
      return PatternMachine.matched
    }
    var steps: [UInt16] = []
    if let byte {
      for step in waiting {
        if case .bytes(let set) = program.steps[Int(step)], program.sets[set].contains(byte) { steps.append(step + 1) }
      }
      // A match may begin at any byte unless the program says that it begins at the first.
      if !program.isAnchored { steps.append(0) }
    }
    guard !steps.isEmpty else {
      table[number * width + symbol] = PatternMachine.failed
      return PatternMachine.failed
    }
    if states.count >= PatternMachine.mostStates {
      begin()
      return self.number(of: State(steps: steps.sorted(), before: after))
    }
    let next = self.number(of: State(steps: steps.sorted(), before: after))
    table[number * width + symbol] = next
    return next
  }

  /// The steps that wait for a byte, after all that need none; nil when the pattern has matched.
  private func settled(_ state: State, _ after: Neighbour) -> [UInt16]? {
    var entered = [Bool](repeating: false, count: program.steps.count)
    var pending = state.steps
    var waiting: [UInt16] = []
    while let step = pending.popLast() {
      if entered[Int(step)] { continue }
      entered[Int(step)] = true
      switch program.steps[Int(step)] {
      case .bytes: waiting.append(step)
      case .jump(let target): pending.append(UInt16(target))
      case .split(let one, let other): pending += [UInt16(other), UInt16(one)]
      case .start: if state.before == .nothing { pending.append(step + 1) }
      case .end: if after == .nothing { pending.append(step + 1) }
      case .wordEdge(let isEdge):
        if ((state.before == .word) != (after == .word)) == isEdge { pending.append(step + 1) }
      case .found: return nil
      }
    }
    return waiting
  }
}
