import PodctlCore
import PodctlDigest
import PodctlRender
import PodctlStore

/// Makes a static site of the reports that were kept: a folder for each sponsor, whose name nobody can guess who does not
/// hold the tenant's secret. The same figures make the same files.
public struct ReportPublishing {
  /// What became of one sponsor's folder.
  public struct Result: Sendable, Hashable {
    public var sponsor: Slug
    /// The folder's name below the site.
    public var path: String
    public var reports: Int
    public var written: Int
  }

  /// Pages older than so many days stay as they were published; missing ones are made all the same.
  private let freshDays: Int
  private let tenant: Tenant
  private let key: HMACSHA256
  private let ids: any IdentifierSource
  private let now: Instant

  public init(
    _ tenant: Tenant, secret: TenantSecret, freshDays: Int, ids: any IdentifierSource, now: Instant
  ) {
    self.tenant = tenant
    self.freshDays = freshDays
    self.ids = ids
    self.now = now
    // A key of its own: a path that is known tells nothing of how listeners are hashed.
    key = HMACSHA256(key: secret.hashing().code(for: Array("podctl publish \(tenant.slug)".utf8)))
  }

  /// The name of a sponsor's folder: 160 bits in hexadecimal.
  public func path(of sponsor: Slug) -> String {
    String(key.code(for: Array(sponsor.text.utf8)).hexadecimal.prefix(40))
  }

  /// Publishes every kept report, of one sponsor or of all, by sponsor. Throws `cannot_create_file` or `disk_full`.
  public func publish(_ sponsor: Slug?, to folder: SiteFolder, in database: Database) throws -> [Result] {
    let kept = try database.read(for: tenant.id) { tx in try ReportStore(tx).periods() }
      .filter { sponsor == nil || $0.sponsor == sponsor }
    // A server that lists folders would give every path away.
    _ = try folder.write(SiteIndex.nothing, to: "index.html")
    _ = try folder.write("User-agent: *\nDisallow: /\n", to: "robots.txt")
    var results: [Result] = []
    var rest = kept[...]
    while let first = rest.first {
      let own = rest.prefix { $0.sponsor == first.sponsor }
      rest = rest.dropFirst(own.count)
      results.append(try publish(Array(own), of: first, to: folder, in: database))
    }
    return results
  }

  private func publish(
    _ periods: [KeptPeriod], of sponsor: KeptPeriod, to folder: SiteFolder, in database: Database
  ) throws -> Result {
    let path = path(of: sponsor.sponsor)
    let oldest = tenant.zone.day(of: now).advanced(by: -freshDays)
    let brand = try database.read(for: tenant.id) { tx in try BrandStore(tx).find() }
    var written = 0
    var entries: [SiteIndex.Entry] = []
    for kept in periods {
      let period = try Period(first: kept.days.lowerBound, last: kept.days.upperBound, zone: tenant.zone)
      let name = "\(kept.campaignSlug)-\(period.weekName ?? "\(period.start)-to-\(period.last)")"
      let entry = SiteIndex.Entry(
        page: "\(name).html", figures: "\(name).csv",
        title: "\(kept.campaignName), \(DateText.range(period.start, period.last))", detail: period.weekName ?? "")
      entries.append(entry)
      if period.last < oldest, folder.has("\(path)/\(entry.page)"), folder.has("\(path)/\(entry.figures)") { continue }
      let page = try page(of: kept, period, in: database)
      let figures = try Sheet(ReportLine.listing, page.lines, shape: .list, format: .csv).rendered(as: .csv, .piped)
      written += try folder.write(figures, to: "\(path)/\(entry.figures)") ? 1 : 0
      written += try folder.write(page.document.branded(brand).htmlText, to: "\(path)/\(entry.page)") ? 1 : 0
    }
    // The list last: it names nothing that is not there.
    let index = SiteIndex(
      kicker: "Sponsor reports by \(tenant.name)", heading: sponsor.sponsorName, entries: entries)
    written += try folder.write(index.htmlText, to: "\(path)/index.html") ? 1 : 0
    return Result(sponsor: sponsor.sponsor, path: path, reports: periods.count, written: written)
  }

  /// Figures that have changed since make the next revision, which says what it restates.
  private func page(of kept: KeptPeriod, _ period: Period, in database: Database) throws -> SponsorReportPage {
    func make(_ tx: TenantTransaction) throws -> MadeReport {
      try MadeReport(
        of: CampaignStore(tx).find(kept.campaignSlug.text), period,
        by: SponsorReporting(tenant, window: .standard, now: now, in: tx), in: tx, ids: ids, now: now)
    }
    var made = try database.read(for: tenant.id, make)
    if !made.isKept {
      made = try database.write(for: tenant.id) { tx in
        let fresh = try make(tx)
        try ReportKeeping.apply(fresh.keeping, in: tx)
        return fresh
      }
    }
    return made.page
  }
}
