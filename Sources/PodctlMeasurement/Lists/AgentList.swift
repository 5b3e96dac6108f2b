/// The lists of agents, in the order in which they are asked.
public enum AgentListKind: String, Sendable, CaseIterable {
  case bots, apps, libraries, browsers
  /// Names the listener's device; filters do not ask it.
  case devices

  /// Those that filters ask.
  static let filtering: [AgentListKind] = [.bots, .apps, .libraries, .browsers]
}

/// One entry of an agent list.
public struct AgentEntry: Sendable, Equatable {
  public var list: AgentListKind
  public var name: String
  public var pattern: String
  /// An entry of the bots, or a library that bots use.
  public var isBot: Bool

  public init(list: AgentListKind, name: String, pattern: String, isBot: Bool) {
    self.list = list
    self.name = name
    self.pattern = pattern
    self.isBot = isBot
  }
}
