import Foundation
import PodctlCore
import PodctlDigest
import PodctlMeasurement
import PodctlStore

/// Sends a demo tenant's files through the same operations that real files go through. Every step knows what it has
/// done before, so that a seed that was killed is finished by running it again.
public struct DemoPipeline {
  /// What became of one tenant.
  public struct Outcome: Sendable {
    public var tenant: Tenant
    public var podcasts: Int
    public var files: Int
    public var lines: Int64
    public var downloads: Int64
    public var sponsors: [DemoWorld.SponsorSet]
    public var lateLogs: [String]
  }

  private let demo: Tenant.Demo
  private let folder: String
  private let database: Database
  private let secrets: SecretDirectory
  private let lists: FilterLists
  /// Ids by step: a step that was cut short gives the same ids when it is done again, and no two steps share one.
  private let ids: (_ step: String) -> any IdentifierSource
  private let now: Instant
  private let threads: Int
  private let readOrder: (String) throws -> OrderFile

  /// `folder` takes the generated files; `readOrder` reads an order file as `campaign create --file` does.
  public init(
    _ demo: Tenant.Demo, folder: String, database: Database, secrets: SecretDirectory, lists: FilterLists,
    ids: @escaping (_ step: String) -> any IdentifierSource, now: Instant, threads: Int,
    readOrder: @escaping (String) throws -> OrderFile
  ) {
    self.demo = demo
    self.folder = folder
    self.database = database
    self.secrets = secrets
    self.lists = lists
    self.ids = ids
    self.now = now
    self.threads = threads
    self.readOrder = readOrder
  }

  /// Makes one tenant; throws `tenant_exists` where a real tenant, or a demo of other making, has its slug.
  public func seed(_ slug: String) throws -> Outcome {
    guard
      let world = try DemoWorld.make(
        tenant: slug, seed: UInt64(bitPattern: demo.seed), anchor: demo.anchor, weeks: demo.weeks)
    else {
      throw PodctlError(
        .tenantNotFound, "the demo has no tenant \"\(slug)\"",
        hint: "its tenants are \(DemoWorld.tenantSlugs.joined(separator: ", "))")
    }
    for file in world.files { try write(file) }
    let tenant = try makeTenant(world)
    try addPodcasts(world, tenant)
    let taken = try ingest(world, tenant)
    for sponsor in world.sponsors { try sell(sponsor, tenant) }
    let downloads = try database.read(for: tenant.id) { tx in try DownloadStore(tx).survivingLines().counted }
    return Outcome(
      tenant: tenant, podcasts: world.feeds.count, files: taken.count,
      lines: taken.reduce(0) { $0 + $1.file.lines }, downloads: downloads, sponsors: world.sponsors,
      lateLogs: world.lateLogs.map { path(of: $0) })
  }

  /// Removes a demo tenant with all that it owns, to be made again.
  public static func erase(_ tenant: Tenant, in database: Database) throws {
    guard tenant.isDemo else {
      throw PodctlError(
        .notADemo, "tenant \"\(tenant.slug)\" is no demo and is never reset",
        hint: "only tenants made by tenant seed can be made again", context: [.init("tenant", tenant.slug.text)])
    }
    try database.write(for: tenant.id) { tx in try TenantStore.erase(tx) }
  }

  private func path(of file: DemoFile) -> String { folder + "/" + file.path }

  /// A file that is there already with the same content is left alone: its time and place tell ingest so.
  private func write(_ file: DemoFile) throws {
    let path = path(of: file)
    let data = Data(file.bytes)
    if FileManager.default.contents(atPath: path) == data { return }
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw PodctlError(
        .cannotCreateFile, "\(path) cannot be written", hint: "name a folder that podctl may write with --directory",
        context: [.init("path", path)])
    }
  }

  private func makeTenant(_ world: DemoWorld) throws -> Tenant {
    let draft = TenantKeeping.Draft(
      slug: try Slug(world.slug), name: world.name, kind: world.kind, zone: world.zone, currency: world.currency,
      contactEmail: world.contact, ownerEmail: "owner@\(world.slug).example", demo: demo)
    let (tenant, _) = try TenantKeeping.create(
      draft, ifMissing: true, in: database, secrets: secrets, seed: "demo \(demo.seed)", now: now,
      ids: ids("\(world.slug)"))
    guard tenant.demo == demo else {
      throw PodctlError(
        .tenantExists, "tenant \"\(world.slug)\" exists already and is not this demo",
        hint: tenant.isDemo ? "reset it, or seed with its own seed, anchor and weeks" : "use another database",
        commands: tenant.isDemo ? ["podctl tenant reset \(world.slug) --confirm \(world.slug)"] : [],
        context: [.init("tenant", world.slug)])
    }
    return tenant
  }

  private func addPodcasts(_ world: DemoWorld, _ tenant: Tenant) throws {
    for feed in world.feeds {
      let known = try database.read(for: tenant.id) { tx in try PodcastStore(tx).first(slug: feed.slug) }
      // A demo's feed never changes, and the folder that it was read from may be another one now.
      guard known == nil else { continue }
      let step = ids("\(world.slug)/\(feed.slug)")
      let sync = try FeedSync(database, tenant: tenant, now: now, ids: step) { () throws(PodctlError) in
        throw PodctlError(.internalFault, "a demo's feed lies in a file")
      }
      let location = try FeedLocation(typed: path(of: feed.file), workingDirectory: folder)
      _ = try sync.add(Slug(feed.slug), location, ifMissing: true)
    }
  }

  private func ingest(_ world: DemoWorld, _ tenant: Tenant) throws -> [LogIngest.Entry] {
    try world.logs.flatMap { log in
      try LogIngest(
        tenant: tenant, keys: { try ListenerKeys(of: tenant, in: secrets, database: database) }, lists: { lists },
        database: database, ids: ids(log.path), now: now, threads: threads
      ).take([path(of: log)])
    }
  }

  private func sell(_ sponsor: DemoWorld.SponsorSet, _ tenant: Tenant) throws {
    let order = try readOrder(path(of: sponsor.orderFile))
    let ids = ids("\(tenant.slug)/\(sponsor.slug)/order")
    try database.write(for: tenant.id) { tx in
      guard try CampaignStore(tx).first(slug: sponsor.campaign) == nil else { return }
      let plan = try OrderPlacement.plan(order, tenant: tenant, in: tx, now: now, ids: ids)
      try OrderPlacement.apply(plan, in: tx)
      if let status = try plan.campaign.status(after: .launch) {
        try CampaignStore(tx).change(plan.campaign, to: status, now: now)
      }
    }
    if let delivery = sponsor.delivery { try deliver(delivery, of: sponsor, tenant) }
    let known = try database.read(for: tenant.id) { tx in try SponsorStore(tx).find(sponsor.slug) }
    try convert(sponsor, known, tenant)
    _ = try AttributionRunner.run(
      sponsor: known.id, window: .standard, days: nil, tenant: tenant.id, database: database, now: now)
  }

  /// Whether a file of this content has been imported: a second import would change nothing but the list of imports.
  private func isImported(_ file: DemoFile, as kind: ImportRecord.Kind, _ tenant: Tenant) throws -> Bool {
    let content = SHA256.hex(file.bytes)
    return try database.read(for: tenant.id) { tx in try ImportStore(tx).all(kind).contains { $0.sha256 == content } }
  }

  private func deliver(_ file: DemoFile, of sponsor: DemoWorld.SponsorSet, _ tenant: Tenant) throws {
    guard try !isImported(file, as: .delivery, tenant) else { return }
    let summary = try DeliveryImport.run(
      DeliveryImport.Request(file: try ImportFile.read(path(of: file)), source: "adserver"), tenant: tenant,
      database: database, now: now, ids: ids("\(tenant.slug)/\(sponsor.slug)/delivery"))
    if let failure = summary.failure(maxRejects: 0) { throw failure }
  }

  private func convert(_ sponsor: DemoWorld.SponsorSet, _ known: Sponsor, _ tenant: Tenant) throws {
    guard try !isImported(sponsor.conversions, as: .conversions, tenant) else { return }
    let summary = try ConversionImporter.run(
      try ImportFile.read(path(of: sponsor.conversions)), sponsor: known, tenant: tenant, options: .init(),
      database: database, ids: ids("\(tenant.slug)/\(sponsor.slug)/conversions"), now: now,
      keys: ListenerKeys(of: tenant, in: secrets, database: database))
    if let failure = summary.failure(maxRejects: 0) { throw failure }
  }
}
