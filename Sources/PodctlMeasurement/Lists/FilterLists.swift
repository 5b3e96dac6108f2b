import PodctlCore
import PodctlDigest

/// The lists that filters ask: agents, and networks of data centres; with a version that stands for their contents.
public final class FilterLists: Sendable {
  public struct Source: Sendable, Equatable {
    /// The file's name, or `built-in`.
    public var name: String
    public var entries: Int
    /// SHA-256 of the contents in hexadecimal.
    public var sha256: String
  }

  let agents: AgentPatterns
  let datacenters: AddressList
  /// Names devices by agents; without a list of devices it knows none.
  let devices: AgentPatterns
  /// What the lists were read from, in the order of their names in the rules.
  public let sources: [Source]
  /// SHA-256 over all sources' names and hashes, in hexadecimal.
  public let sha256: String

  init(agents: [AgentEntry], datacenters: AddressList, sources: [Source]) throws(PodctlError) {
    self.agents = try AgentPatterns(agents.filter { $0.list != .devices })
    devices = try AgentPatterns(agents.filter { $0.list == .devices })
    self.datacenters = datacenters
    self.sources = sources
    sha256 = SHA256.hex(sources.map { "\($0.name) \($0.sha256)\n" }.joined().utf8)
  }

  /// The version as it is printed: the first twelve digits of the hash.
  public var version: String { String(sha256.prefix(12)) }

  /// Each source by name and hash, for the line under a count.
  public var description: String {
    sources.map { "\($0.name) \($0.sha256.prefix(8))" }.joined(separator: ", ")
  }

  /// The day on which the built-in list was last looked through.
  public static let builtInReviewed = Day(BuiltInAgents.reviewed)

  /// The built-in list, in its own wording.
  public static func builtIn() throws(PodctlError) -> FilterLists {
    try FilterLists(agents: BuiltInAgents.entries, datacenters: AddressList(), sources: [BuiltInAgents.source])
  }
}
