/// More downloads of one address on one day than a household makes.
public struct AddressSpike: Sendable, Hashable {
  public var day: Day
  /// The keyed hash of the address.
  public var household: [UInt8]
  public var downloads: Int64
  /// Distinct agents and distinct episodes of these downloads.
  public var agents: Int64
  public var episodes: Int64
  /// The address was beyond the limit of volume, so that none of them counted.
  public var isWithheld: Bool

  public init(
    day: Day, household: [UInt8], downloads: Int64, agents: Int64, episodes: Int64, isWithheld: Bool = false
  ) {
    self.day = day
    self.household = household
    self.downloads = downloads
    self.agents = agents
    self.episodes = episodes
    self.isWithheld = isWithheld
  }

  /// The least that is strange, where the tenant has no limit of its own: five devices that each fetch six episodes.
  public static let usualLeast: Int64 = 30

  /// The guidelines give no number (PTMG 2.3, 1.2.1), so the least is printed with each finding.
  public func anomaly(least: Int64) -> Anomaly? {
    guard downloads >= least else { return nil }
    let name = household.prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return Anomaly(
      .addressSpike, subject: name, on: day, number: Double(downloads), threshold: Double(least), unit: "downloads",
      detail: "\(agents) agents, \(episodes) episodes" + (isWithheld ? "; beyond the volume limit, none counted" : ""))
  }
}
