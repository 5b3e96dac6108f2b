import PodctlCore
import PodctlDigest

/// The lists that filters ask: agents, networks and referrers; with a version that stands for their contents.
public final class FilterLists: Sendable {
  public struct Source: Sendable, Equatable {
    /// The file's name, or `built-in`.
    public var name: String
    public var entries: Int
    /// SHA-256 of the contents in hexadecimal.
    public var sha256: String
    /// The day from which entries without a date of their own apply; nil for all days.
    public var firstDay: Day?

    public init(name: String, entries: Int, sha256: String, firstDay: Day? = nil) {
      self.name = name
      self.entries = entries
      self.sha256 = sha256
      self.firstDay = firstDay
    }
  }

  let agents: AgentPatterns
  /// Names devices by agents; without a list of devices it knows none.
  let devices: AgentPatterns
  let networks: NetworkLists
  let referrers: ReferrerList
  /// Whether an entry applies to some days only.
  let isDated: Bool
  /// What the lists were read from, in the order of their names in the rules.
  public let sources: [Source]
  /// SHA-256 over all sources' names, hashes and days, in hexadecimal.
  public let sha256: String

  private let contents: Contents

  /// `other` are lists with the same agents, which need not be made ready again.
  init(_ contents: Contents, like other: FilterLists?) throws(PodctlError) {
    self.contents = contents
    if let other {
      (agents, devices) = (other.agents, other.devices)
    } else {
      agents = try AgentPatterns(contents.agents.filter { $0.list != .devices })
      devices = try AgentPatterns(contents.agents.filter { $0.list == .devices })
    }
    networks = NetworkLists(
      datacenters: NetworkList(contents.datacenters), relay: NetworkList(contents.relay),
      safe: NetworkList(contents.safe))
    referrers = ReferrerList(contents.referrers)
    isDated = !agents.epochs.isEmpty || !devices.epochs.isEmpty || networks.isDated || referrers.isDated
    sources = contents.sources.map(\.source)
    sha256 = SHA256.hex(
      sources.map { source in
        "\(source.name) \(source.sha256)" + (source.firstDay.map { " from \($0)" } ?? "") + "\n"
      }.joined().utf8)
  }

  convenience init(_ contents: Contents) throws(PodctlError) { try self.init(contents, like: nil) }

  /// The same lists with further safe networks; what is known of agents is shared. Throws `list_invalid`.
  public func adding(safe files: [FilterListFile]) throws(PodctlError) -> FilterLists {
    if files.isEmpty { return self }
    var contents = contents
    for file in files { try contents.add(file) }
    return try FilterLists(contents, like: self)
  }

  /// The version as it is printed: the first twelve digits of the hash.
  public var version: String { String(sha256.prefix(12)) }

  /// Each source by name and hash, for the line under a count.
  public var description: String {
    sources.map { "\($0.name) \($0.sha256.prefix(8))" }.joined(separator: ", ")
  }

  /// The day on which the built-in list was last looked through.
  public static let builtInReviewed = Day(BuiltInAgents.reviewed)

  /// The built-in list, in its own wording; it is made ready once for the process.
  public static func builtIn() throws(PodctlError) -> FilterLists { try own.get() }

  private static let own = Result { () throws(PodctlError) in
    var contents = Contents()
    contents.addBuiltIn()
    return try FilterLists(contents)
  }
}
