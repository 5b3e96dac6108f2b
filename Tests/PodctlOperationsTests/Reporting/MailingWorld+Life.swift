import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake

extension MailingWorld {
  /// Changes the campaign's status, as of the world's time.
  func become(_ status: Campaign.Status) throws {
    try database.write(for: tenant.id) { tx in
      let campaign = try CampaignStore(tx).find("autumn")
      try CampaignStore(tx).change(campaign, to: status, now: Instant(seconds: fake.now ?? 0))
    }
  }

  /// Has the campaign's flights run over these days.
  func run(from first: String, to last: String) throws {
    try database.write(for: tenant.id) { tx in
      try tx.run(
        """
        UPDATE flights SET starts_on = \(attribution.day(first)), ends_on = \(attribution.day(last))
        WHERE tenant_id = \(tx.tenant)
        """)
    }
  }

  /// What alarms know of the campaign's report.
  func alarms() throws -> [ReportStanding] {
    try database.read(for: tenant.id) { tx in
      try ReportStanding.all(of: tenant, at: Instant(seconds: fake.now ?? 0), in: tx)
    }
  }

  func forecast() throws -> [ReportSending.Result] {
    try database.read(for: tenant.id) { tx in
      try ReportSending.forecast(for: tenant, at: Instant(seconds: fake.now ?? 0), in: tx)
    }
  }

  /// A source's figures of a flight, one for each day from the first.
  func deliver(_ units: [Int64], of flight: UInt64, from first: String, source: String = "gam") throws {
    let first = try attribution.day(first)
    let id = attribution.id(flight, Flight.self)
    let figures = units.enumerated().map { offset, units in
      (DeliveryFigure.Key(day: first.advanced(by: offset), flight: id, episode: nil), units)
    }
    try database.write(for: tenant.id) { tx in
      try DeliveryStore(tx).supersede(
        Dictionary(figures) { $1 }, source: source, importID: attribution.id(80), now: FixedTime.now)
      try FlightStore(tx).setDeliverySource(source, of: id, now: FixedTime.now)
    }
  }
}
