import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists what SendGrid told of a tenant's mails.
struct ReportWebhookList: PodctlCommand {
  static let example = "podctl report webhook list --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List SendGrid's events about mails, newest first.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Option(help: ArgumentHelp("Show at most N rows.", valueName: "n"))
  var limit = 50

  func validate() throws {
    guard (1...100_000).contains(limit) else { throw ValidationError("--limit takes 1 to 100000.") }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let events = try context.database().read(for: tenant.id) { tx in try MailEventStore(tx).newest(limit) }
    try context.console.emit(ReportWebhookList.listing, events, output, empty: "SendGrid has told nothing yet")
  }

  private static let listing = Listing<MailEventStore.Kept>(
    schema: "podctl.report.webhook.list/1",
    [
      Column("occurred_at", "At") { .instant($0.occurredAt) },
      Column("event", "Event") { .text($0.kind.rawValue) },
      Column("mail", "Mail") { .text($0.mail) },
      Column("reason", "Reason") { .text($0.reason) },
    ])
}
