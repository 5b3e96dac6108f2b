/// Something in the counts that a person should look at: PTMG 2.3 asks that spikes and drops are investigated.
public struct Anomaly: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case addressSpike = "address-spike"
    case redownloadWave = "redownload-wave"
    case watchShare = "watch-share"
    case preloadingPlayer = "preloading-player"
    case suddenAgent = "sudden-agent"
    case unusualDayByZ = "unusual-day-z"
    case unusualDayByIQR = "unusual-day-iqr"

    /// What a person should look at.
    public var advice: String {
      switch self {
      case .addressSpike:
        "a robot, a shared address or a data centre: see its agents; then tenant update --volume-limit, or podcast"
          + " filters safe where it is people"
      case .redownloadWave:
        "a changed enclosure makes players fetch again (PTMG 2.3, 5.3): tell sponsors, keep the guid, redirect the old path"
      case .watchShare: "watches fetch what telephones fetched: filtered already; see which player sends them"
      case .preloadingPlayer: "a player that fetches before play is pressed: ask its maker for preload=none"
      case .suddenAgent: "a new release of a player, or a robot that calls itself one: see its addresses and hours"
      case .unusualDayByZ, .unusualDayByIQR: "a release, a feature, a robot or a log that is missing or came twice"
      }
    }
  }

  public var kind: Kind
  /// Nil where it is of the tenant as a whole.
  public var show: Slug?
  /// The episode, player or household it is about.
  public var subject: String?
  public var day: Day
  /// The number found and the one from which it is strange, in hundredths of `unit`.
  public var number: Int64
  public var threshold: Int64
  /// Such as `downloads` or `%`.
  public var unit: String
  /// What stands behind the number.
  public var detail: String

  public init(
    _ kind: Kind, show: Slug? = nil, subject: String? = nil, on day: Day, number: Double, threshold: Double,
    unit: String, detail: String
  ) {
    self.kind = kind
    self.show = show
    self.subject = subject
    self.day = day
    self.number = Anomaly.hundredths(number)
    self.threshold = Anomaly.hundredths(threshold)
    self.unit = unit
    self.detail = detail
  }

  static func hundredths(_ value: Double) -> Int64 {
    value.isFinite ? Int64(max(-9e15, min(9e15, (value * 100).rounded()))) : .max
  }

  static func percent(_ part: Int64, of whole: Int64) -> Double {
    whole == 0 ? 0 : Double(part) * 100 / Double(whole)
  }
}
