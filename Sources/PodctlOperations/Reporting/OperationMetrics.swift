import PodctlCore
import PodctlRender
import PodctlStore

/// What a monitor should know of tenants: whether reports and invoices go out, and what waits for a person.
public enum OperationMetrics {
  /// The commands that cron runs, whose last success is told.
  private static let watched = ["report send", "bill issue", "podcast ingest"]

  public static func families(of tenants: [Tenant], in database: Database, now: Instant) throws -> [MetricFamily] {
    let families = [
      MetricFamily(
        "podctl_run_last_success_timestamp_seconds", "When a run of the command last ended well, in Unix time.", []),
      MetricFamily(
        "podctl_report_last_sent_timestamp_seconds", "When a scheduled report last went out whole, in Unix time.", []),
      MetricFamily("podctl_reports", "The newest due report of each schedule, by its state.", []),
      MetricFamily("podctl_reports_overdue", "Reports past their deadline.", []),
      MetricFamily("podctl_outbox_effects", "Effects of the outbox by state; unknown and failed want a person.", []),
      MetricFamily("podctl_invoices", "Invoices by state.", []),
      MetricFamily("podctl_mail_suppressions", "Addresses that take no mail.", []),
    ]
    var samples = [[MetricFamily.Sample]](repeating: [], count: families.count)
    for tenant in tenants {
      let own = MetricFamily.Label("tenant", tenant.slug.text)
      samples[0] += try database.read { tx in
        try watched.compactMap { words in
          try RunStore(tx).lastSuccess(of: "podctl \(words)", tenant: tenant.slug).map {
            MetricFamily.Sample([own, .init("command", words)], $0.seconds)
          }
        }
      }
      let found = try database.read(for: tenant.id) { tx in try Self.samples(of: tenant, own, in: tx, now: now) }
      for (index, more) in found.enumerated() { samples[index + 1] += more }
    }
    return zip(families, samples).map { MetricFamily($0.name, $0.help, $1) }
  }

  /// Of all families but the first. A state that nothing is in is told as 0, so that an alarm can end.
  private static func samples(
    of tenant: Tenant, _ own: MetricFamily.Label, in tx: TenantTransaction, now: Instant
  ) throws -> [[MetricFamily.Sample]] {
    let standings = try ReportStanding.all(of: tenant, at: now, in: tx)
    let effects = try OutboxStore(tx).counts()
    let invoices = try InvoiceStore(tx).counts()
    func sample(_ state: String, _ count: Int) -> MetricFamily.Sample {
      MetricFamily.Sample([own, .init("state", state)], Int64(count))
    }
    let states = ReportOccurrence.State.allCases.map { state in
      sample(state.rawValue, standings.count { $0.state == state })
    }
    return [
      try ReportOccurrenceStore(tx).lastSent().map { [MetricFamily.Sample([own], $0.seconds)] } ?? [],
      [sample("due", standings.count { $0.state == nil })] + states,
      [MetricFamily.Sample([own], Int64(standings.count(where: \.isOverdue)))],
      Effect.State.allCases.map { sample($0.rawValue, effects[$0] ?? 0) },
      Invoice.Status.allCases.map { sample($0.rawValue, invoices[$0] ?? 0) },
      [MetricFamily.Sample([own], Int64(try SuppressionStore(tx).all().count))],
    ]
  }
}
