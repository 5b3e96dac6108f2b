extension Effect {
  /// The mail's name without the number of its try: `report/autumn/2026-W43/1f2e` for that and for
  /// `report/autumn/2026-W43/1f2e/2`.
  public var stem: String { revision == 1 ? name : String(name.dropLast("/\(revision)".count)) }

  /// 1, and one more for each mail before it that was taken back and that this one stands in for.
  public var revision: Int {
    guard kind.isMail, name.hasPrefix(chain + "/") else { return 1 }
    let words = name.dropFirst(chain.count + 1).split(separator: "/")
    guard words.count == 2, let number = Int(words[1]), number >= 2 else { return 1 }
    return number
  }

  /// A mail's name for a try.
  public static func name(_ stem: String, revision: Int) -> String { revision == 1 ? stem : "\(stem)/\(revision)" }

  /// Of each mail the newest try, in the order of the first ones; what it stands in for has been taken back.
  public static func standing(_ effects: [Effect]) -> [Effect] {
    var places: [String: Int] = [:]
    var standing: [Effect] = []
    for effect in effects {
      guard let place = places[effect.stem] else {
        places[effect.stem] = standing.count
        standing.append(effect)
        continue
      }
      if effect.revision > standing[place].revision { standing[place] = effect }
    }
    return standing
  }

  /// Whether nobody knows if the service has it, and the service can still be made to let go of it.
  public func canBeTakenBack(at now: Instant) -> Bool {
    progress.state == .unknown && (window?.isOpen(at: now) ?? false)
  }

  /// Whether it is to be sent, and would come too late for its window: it is certain that it never left, so that another
  /// may take its place.
  public func isStale(at now: Instant) -> Bool {
    progress.state == .planned && (window.map { !$0.isOpen(at: now) } ?? false)
  }

  /// Puts in doubt what the service has, since it is asked to let go of the whole batch.
  public mutating func doubt(_ reason: String) {
    guard progress.state == .done else { return }
    progress.state = .unknown
    progress.settledAt = nil
    progress.reason = reason
  }

  /// The service keeps the batch: what it had taken goes after all.
  public mutating func restore(at now: Instant) {
    guard progress.state == .unknown, progress.remoteID != nil else { return }
    progress.reason = nil
    settle(.done, nil, at: now)
  }
}

extension Effect.Window {
  /// Before the last call, a request to take it back needs time to arrive, and two clocks differ.
  public static let marginSeconds: Int64 = 120

  /// Whether there is time to have it taken back.
  public func isOpen(at now: Instant) -> Bool { now <= lastCall.advanced(seconds: -Self.marginSeconds) }
}
