import PodctlCore

/// All entries of the agent lists, ready to be asked; the first entry that fits decides.
final class AgentPatterns: Sendable {
  let entries: [AgentEntry]
  /// The days on which some entry begins to apply, in order: between two of them an agent is always judged the same.
  let epochs: [Int32]
  /// The first day of each entry; `.min` for all days.
  private let firstDays: [Int32]
  private let programs: [PatternProgram]
  private let index: LiteralIndex
  /// Entries that can fit without any particular string, as bits.
  private let always: [UInt64]

  /// Throws `list_invalid` naming the entry whose pattern cannot be read.
  init(_ entries: [AgentEntry]) throws(PodctlError) {
    let ordered = AgentListKind.allCases.flatMap { kind in entries.filter { $0.list == kind } }
    guard ordered.count < Int(UInt16.max) else {
      throw PodctlError(.listInvalid, "the agent lists have more than \(UInt16.max - 1) entries")
    }
    var programs: [PatternProgram] = []
    var strings: [(text: [UInt8], owner: Int)] = []
    var always = [UInt64](repeating: 0, count: ordered.count / 64 + 1)
    for (number, entry) in ordered.enumerated() {
      do throws(PatternParser.Fault) {
        let node = try PatternParser.parse(entry.pattern)
        programs.append(try PatternProgram(node))
        if let literals = RequiredLiterals.of(node) {
          strings += literals.map { ($0, number) }
        } else {
          always[number >> 6] |= 1 << UInt64(number & 63)
        }
      } catch {
        throw PodctlError(
          .listInvalid, "the pattern of \"\(entry.name)\" in the list of \(entry.list.rawValue) cannot be read",
          hint: error.message, context: [.init("pattern", entry.pattern)])
      }
    }
    self.entries = ordered
    firstDays = ordered.map { $0.from.map { Int32(truncatingIfNeeded: $0.number) } ?? .min }
    epochs = Set(firstDays).subtracting([.min]).sorted()
    self.programs = programs
    self.always = always
    index = LiteralIndex(strings)
  }

  /// The number of the epoch of a day: 0 before the first of them.
  func epoch(of day: Int32) -> Int { epochs.count { $0 <= day } }

  /// The first entry that fits an agent on a day; nil when none does. Without a day all entries apply.
  func first(for agent: ByteSpan, _ runner: inout PatternRunner, on day: Int32 = .max) -> Int? {
    var bits = always
    index.mark(agent, in: &bits)
    for word in bits.indices {
      var rest = bits[word]
      while rest != 0 {
        let number = word * 64 + rest.trailingZeroBitCount
        rest &= rest - 1
        if firstDays[number] <= day, runner.matches(number, of: programs, owner: ObjectIdentifier(self), agent) {
          return number
        }
      }
    }
    return nil
  }
}
