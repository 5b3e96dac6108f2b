/// Finds in one pass over a text which of many strings it holds (Aho and Corasick), and marks their owners.
struct LiteralIndex: Sendable {
  /// Classes of bytes: those in no string are one class, 0.
  private let classes: [UInt8]
  private let classCount: Int
  /// The next state by state and class.
  private let moves: [UInt16]
  /// For each state the first of its owners in `owners`, and how many there are.
  private let outputs: [(first: UInt32, count: UInt32)]
  private let owners: [UInt16]

  /// Strings with their owners' numbers. Long strings are cut: a string's start is as good a sign as the whole.
  init(_ strings: [(text: [UInt8], owner: Int)]) {
    var length = 16
    var trie = Trie()
    while true {
      trie = Trie()
      for string in strings { trie.insert(string.text.prefix(length), owner: string.owner) }
      if trie.count < Int(UInt16.max) || length <= 2 { break }
      length /= 2
    }
    let used = Set(strings.flatMap { $0.text.prefix(length) }).sorted()
    var classes = [UInt8](repeating: 0, count: 256)
    for (index, byte) in used.enumerated() { classes[Int(byte)] = UInt8(truncatingIfNeeded: index + 1) }
    self.classes = classes
    classCount = used.count + 1
    (moves, outputs, owners) = trie.automaton(used, classCount)
  }

  private struct Trie {
    var children: [[UInt8: Int]] = [[:]]
    var owners: [Set<UInt16>] = [[]]
    var count: Int { children.count }

    mutating func insert(_ text: ArraySlice<UInt8>, owner: Int) {
      var state = 0
      for byte in text {
        if let child = children[state][byte] {
          state = child
        } else {
          children.append([:])
          owners.append([])
          children[state][byte] = children.count - 1
          state = children.count - 1
        }
      }
      owners[state].insert(UInt16(owner))
    }

    func automaton(_ used: [UInt8], _ width: Int) -> ([UInt16], [(first: UInt32, count: UInt32)], [UInt16]) {
      var moves = [UInt16](repeating: 0, count: count * width)
      var failure = [Int](repeating: 0, count: count)
      var all = owners
      var queue = [0]
      var head = 0
      while head < queue.count {
        let state = queue[head]
        head += 1
        all[state].formUnion(state == 0 ? [] : all[failure[state]])
        for (index, byte) in used.enumerated() {
          let slot = state * width + index + 1
          let fallback = state == 0 ? 0 : Int(moves[failure[state] * width + index + 1])
          guard let child = children[state][byte] else {
            moves[slot] = UInt16(fallback)
            continue
          }
          moves[slot] = UInt16(child)
          failure[child] = fallback
          queue.append(child)
        }
      }
      var flat: [UInt16] = []
      var outputs: [(first: UInt32, count: UInt32)] = []
      for set in all {
        outputs.append((UInt32(flat.count), UInt32(set.count)))
        flat += set.sorted()
      }
      return (moves, outputs, flat)
    }
  }

  /// Sets the bits of all owners of strings in the text.
  func mark(_ text: ByteSpan, in bits: inout [UInt64]) {
    var state = 0
    for byte in text {
      state = Int(moves[state * classCount + Int(classes[Int(byte)])])
      let output = outputs[state]
      for index in output.first..<(output.first + output.count) {
        let owner = owners[Int(index)]
        bits[Int(owner >> 6)] |= 1 << UInt64(owner & 63)
      }
    }
  }
}
