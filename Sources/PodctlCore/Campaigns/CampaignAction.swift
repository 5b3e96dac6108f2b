/// What can be done to a campaign's status.
public enum CampaignAction: String, Sendable, CaseIterable {
  case launch, pause, complete, cancel

  /// The status that it leads to.
  public var result: Campaign.Status {
    switch self {
    case .launch: .active
    case .pause: .paused
    case .complete: .completed
    case .cancel: .cancelled
    }
  }

  /// The statuses from which it may be done.
  public var origins: [Campaign.Status] {
    switch self {
    case .launch: [.draft, .paused]
    case .pause: [.active]
    case .complete: [.active, .paused]
    case .cancel: [.draft, .active, .paused]
    }
  }

  /// What may be done in a status, in the order in which people do it.
  public static func possible(in status: Campaign.Status) -> [CampaignAction] {
    allCases.filter { $0.origins.contains(status) }
  }
}

extension Campaign {
  /// The status after an action, nil where it already holds; throws `transition_refused` naming what is possible.
  public func status(after action: CampaignAction) throws(PodctlError) -> Status? {
    if status == action.result { return nil }
    guard action.origins.contains(status) else {
      let possible = CampaignAction.possible(in: status).map(\.rawValue)
      throw PodctlError(
        .transitionRefused, "campaign \"\(slug)\" is \(status.rawValue) and cannot be \(action.result.rawValue)",
        hint: possible.isEmpty
          ? "a \(status.rawValue) campaign stays so; create a new one"
          : "possible now: \(possible.joined(separator: ", "))",
        commands: possible.map { "podctl campaign \($0) \(slug)" },
        context: [.init("campaign", slug.text), .init("status", status.rawValue)])
    }
    return action.result
  }
}
