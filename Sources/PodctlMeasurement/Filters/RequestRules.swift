import PodctlCore

/// What a profile asks of a request itself.
struct RequestRules: Sendable {
  private let profile: CountingProfile

  init(_ profile: CountingProfile) { self.profile = profile }

  @inline(__always)
  func counts(status: Int) -> Bool {
    if status == 200 || status == 206 { return true }
    switch profile {
    // 000 is a 206 cut short.
    case .iab: return status == 0
    case .prefix: return status == 301 || status == 302 || status == 303 || status == 307 || status == 308
    case .odl: return false
    }
  }

  @inline(__always)
  func isProbe(_ range: DeclaredRange) -> Bool {
    if profile == .iab { return range.isProbe }
    return isProbeElsewhere(range)
  }

  private func isProbeElsewhere(_ range: DeclaredRange) -> Bool {
    if profile == .prefix { return range.isProbe && !range.isFirstTwoBytes }
    // oDL drops what ends at byte 1 and nothing else.
    if case .closed(_, last: 1) = range { return true }
    return false
  }

  var asksReferrers: Bool { profile != .odl }
}

extension DeclaredRange {
  /// `0-1`, with which some players ask where a prefix leads, to go round it from then on.
  var isFirstTwoBytes: Bool { self == .closed(first: 0, last: 1) }
}
