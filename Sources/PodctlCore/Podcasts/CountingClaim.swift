/// What is said of every count: by which rules it was made, and never that it complies. The guidelines ask for a limit on
/// one address's downloads and give no number (PTMG 2.3, 1.2.1), so that a count without one may not say that it goes by
/// them, and one with a limit says which.
public struct CountingClaim: Sendable, Hashable {
  private let profile: CountingProfile
  /// The most downloads of one address on one day; nil for no limit.
  private let limit: Int?

  public init(_ rules: CountingRules) {
    profile = rules.profile
    limit = rules.volumeLimit
  }

  /// Of files that name the rules they were counted by, and of a tenant's own rules where there is no file. Where the files
  /// differ, what the least of them can say holds for all.
  public init(named names: [String], else own: CountingRules) {
    let claims = names.compactMap { CountingRules(name: $0) }.map { CountingClaim($0) }
    self = claims.min { $0.weight < $1.weight } ?? CountingClaim(own)
  }

  /// No limit is the least, then the largest one.
  private var weight: (Int, Int) { limit.map { (1, -$0) } ?? (0, 0) }

  /// A few words, for a field or a line.
  public var standing: String {
    switch (profile, limit) {
    case (.iab, .some): "PTMG 2.3 rules applied; not certified"
    case (.iab, nil): "PTMG 2.3 rules without their limit on one address's downloads; not certified"
    case (.prefix, .some): "PTMG 2.3 rules applied to redirects, without bytes; not certified"
    case (.prefix, nil):
      "PTMG 2.3 rules for redirects, without bytes and without their limit on one address's downloads; not certified"
    case (.odl, _): "oDL's published rules applied; not certified"
    }
  }

  /// The limit in words, without a full stop.
  public var volume: String? {
    if profile == .odl { return nil }
    return limit.map { "an address with more than \($0) downloads on a day counts for none" } ?? "volume limit none"
  }

  /// Both in one line.
  public var line: String { [standing, volume].compactMap { $0 }.joined(separator: "; ") }

  /// Both as sentences.
  public var sentences: String {
    let second = volume.map { " \($0.prefix(1).uppercased())\($0.dropFirst())." } ?? ""
    return "\(standing).\(second)"
  }
}
