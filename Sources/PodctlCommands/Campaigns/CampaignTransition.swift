import PodctlCore
import PodctlRender
import PodctlStore

/// What launch, pause, complete and cancel have in common: one change of status, told, and harmless when done again. What
/// is severe is confirmed first, where it changes anything.
enum CampaignTransition {
  private struct Change: Sendable {
    var campaign: Campaign
    var before: Campaign.Status
  }

  static func perform(
    _ action: CampaignAction, on slug: String, owner: TenantOption, output: OutputOptions, in context: CommandContext,
    confirming: (Campaign, Tenant) throws -> Void = { _, _ in }
  ) throws {
    let tenant = try context.tenant(owner)
    // Asked before the change holds the database; whoever changes the campaign meanwhile is seen in it.
    let known = try context.database().read(for: tenant.id) { tx in try CampaignStore(tx).find(slug) }
    if try known.status(after: action) != nil { try confirming(known, tenant) }
    let change = try context.database().write(for: tenant.id) { tx in
      let campaign = try CampaignStore(tx).find(slug)
      guard let status = try campaign.status(after: action) else {
        return Change(campaign: campaign, before: campaign.status)
      }
      if action == .launch, try FlightStore(tx).all(of: campaign.id).isEmpty {
        throw PodctlError(
          .transitionRefused, "campaign \"\(slug)\" has no flights and cannot be launched", hint: "add one first",
          commands: ["podctl campaign flight add \(slug) --help"], context: [.init("campaign", slug)])
      }
      try CampaignStore(tx).change(campaign, to: status, now: context.now)
      var changed = campaign
      changed.status = status
      changed.updatedAt = context.now
      return Change(campaign: changed, before: campaign.status)
    }
    if output.chosen.isMachine { try context.console.emit(listing(action), one: change, output) }
    let status = change.campaign.status
    guard change.before != status else {
      return context.console.note("campaign \(slug) is already \(status.rawValue)")
    }
    context.console.success(
      "campaign \(slug) is now \(status.rawValue); it was \(change.before.rawValue)",
      next: [next(action, slug) + " --tenant \(tenant.slug)"])
  }

  private static func listing(_ action: CampaignAction) -> Listing<Change> {
    Listing(
      schema: "podctl.campaign.\(action.rawValue)/1",
      [
        Column("campaign", "Campaign") { .text($0.campaign.slug.text) },
        Column("status", "Status") { .text($0.campaign.status.rawValue) },
        Column("status_before", "Before") { .text($0.before.rawValue) },
      ])
  }

  private static func next(_ action: CampaignAction, _ slug: String) -> String {
    switch action {
    case .launch: "podctl campaign pacing \(slug)"
    case .pause: "podctl campaign launch \(slug)"
    case .complete: "podctl report sponsor --campaign \(slug)"
    case .cancel: "podctl campaign list"
    }
  }
}
