import PodctlCore

/// The lists of agents, in the order in which they are asked.
public enum AgentListKind: String, Sendable, CaseIterable {
  case bots, apps, libraries, browsers
  /// Names the listener's device; filters do not ask it.
  case devices
}

/// One entry of an agent list.
public struct AgentEntry: Sendable, Equatable {
  public var list: AgentListKind
  public var name: String
  public var pattern: String
  /// An entry of the bots, or a library that bots use.
  public var isBot: Bool
  /// The first day to which it applies; nil for all days.
  public var from: Day?

  public init(list: AgentListKind, name: String, pattern: String, isBot: Bool, from: Day? = nil) {
    self.list = list
    self.name = name
    self.pattern = pattern
    self.isBot = isBot
    self.from = from
  }
}
