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
    var trie = Trie(strings, length)
    while trie.count >= Int(UInt16.max), length > 2 {
      length /= 2
      trie = Trie(strings, length)
    }
    classes = trie.classes
    classCount = trie.width
    (moves, outputs, owners) = trie.automaton()
  }

  /// The strings as a tree, in one array: a start of podctl has no time for thousands of small dictionaries.
  private struct Trie {
    private(set) var classes = [UInt8](repeating: 0, count: 256)
    private(set) var width = 1
    /// The child by state and class; 0 for none, since nothing leads back to the root.
    private var children: [Int32] = []
    private var owners: [[UInt16]] = []
    var count: Int { owners.count }

    init(_ strings: [(text: [UInt8], owner: Int)], _ length: Int) {
      for string in strings {
        for byte in string.text.prefix(length) where classes[Int(byte)] == 0 {
          classes[Int(byte)] = UInt8(truncatingIfNeeded: width)
          width += 1
        }
      }
      addState()
      for string in strings { insert(string.text.prefix(length), owner: UInt16(string.owner)) }
    }

    private mutating func addState() {
      children.append(contentsOf: repeatElement(0, count: width))
      owners.append([])
    }

    private mutating func insert(_ text: ArraySlice<UInt8>, owner: UInt16) {
      var state = 0
      for byte in text {
        let slot = state * width + Int(classes[Int(byte)])
        if children[slot] == 0 {
          children[slot] = Int32(count)
          addState()
        }
        state = Int(children[slot])
      }
      owners[state].append(owner)
    }

    func automaton() -> ([UInt16], [(first: UInt32, count: UInt32)], [UInt16]) {
      var moves = [UInt16](repeating: 0, count: count * width)
      var failure = [Int](repeating: 0, count: count)
      var all = owners
      var queue = [0]
      var head = 0
      while head < queue.count {
        let state = queue[head]
        head += 1
        if state != 0 { all[state] += all[failure[state]] }
        for symbol in 1..<max(1, width) {
          let slot = state * width + symbol
          let fallback = state == 0 ? 0 : Int(moves[failure[state] * width + symbol])
          let child = Int(children[slot])
          guard child != 0 else {
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
      for numbers in all {
        outputs.append((UInt32(flat.count), UInt32(numbers.count)))
        flat += numbers
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
