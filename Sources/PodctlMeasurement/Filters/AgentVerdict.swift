import PodctlCore

/// What the filters think of an agent.
struct AgentVerdict {
  /// `no-agent`, `watch` or `bot`; nil for an agent that counts.
  var reason: LineReason?
  /// The entry of the lists that fits, by number.
  var entry: Int?
  /// The word by which an agent that the lists do not know is taken for a bot.
  var word: String?

  private static let words: [(String, [UInt8])] = ["bot", "crawler", "spider"].map { ($0, Array($0.utf8)) }

  /// Judges a decoded agent by the entries that apply on a day. Profile odl asks for bots alone.
  static func of(
    _ agent: ByteSpan, _ lists: FilterLists, _ profile: CountingProfile, on day: Int32, _ runner: inout PatternRunner
  ) -> AgentVerdict {
    let isAbsent = agent.isAbsent
    if profile == .odl {
      if isAbsent { return AgentVerdict() }
    } else {
      if isAbsent { return AgentVerdict(reason: .noAgent) }
      if (agent.hasPrefix("atc/") && agent.contains("watchOS")) || agent.contains("(null)/(null) watchOS") {
        return AgentVerdict(reason: .watch)
      }
    }
    if let entry = lists.agents.first(for: agent, &runner, on: day) {
      return AgentVerdict(reason: lists.agents.entries[entry].isBot ? .bot : nil, entry: entry)
    }
    if let word = words.first(where: { holds(agent, $0.1) }) {
      return AgentVerdict(reason: .bot, word: word.0)
    }
    return AgentVerdict()
  }

  /// Whether a text holds a word of lower-case letters, in any case.
  private static func holds(_ text: ByteSpan, _ word: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...(text.count - word.count)).contains { start in
      word.indices.allSatisfy { text[start + $0] | 32 == word[$0] }
    }
  }
}
