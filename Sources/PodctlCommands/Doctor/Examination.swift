import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlStore

/// The checks of `doctor`, in the order in which one stands on another.
struct Examination {
  let context: CommandContext

  init(_ context: CommandContext) { self.context = context }

  func findings() -> [Finding] {
    let ofDatabase = databaseAndSchema()
    let hasStored = ofDatabase.contains { $0.check == "stored lists" }
    return ofDatabase + [timeZones(), clock()]
      + (context.settings.lists.isEmpty ? (hasStored ? [] : [builtInList()]) : context.settings.lists.map(folder))
  }

  private func databaseAndSchema() -> [Finding] {
    let shown = Redaction.masked(context.settings.databaseURL.value)
    let database: Database
    do {
      database = try context.database(for: .inspecting)
    } catch let error as PodctlError where error.code == .databaseNotFound && isDefault {
      return [.ok("database", "\(shown), which the first command that needs it will make")]
    } catch {
      return [.fail("database", error)]
    }
    let schema = schema(of: database)
    // Without a current schema there may be no table of tenants to read.
    return [.ok("database", shown), schema]
      + (schema.verdict == .ok ? secrets(in: database) + counting(in: database) : [])
  }

  private var isDefault: Bool { context.settings.databaseURL.origin == .standard }

  private func schema(of database: Database) -> Finding {
    do {
      let runner = try MigrationRunner(
        database, ledger: .own, files: Database.embeddedMigrations(), now: context.environment.now)
      let history = try runner.history()
      let pending = history.filter { $0.state == .pending }.count
      if pending == 0 { return .ok("schema", "current") }
      return .fail("schema", "\(pending) migrations are pending", fix: "podctl migrate up")
    } catch {
      return .fail("schema", error)
    }
  }

  /// Whether each active tenant's secret is here, closed to others, and the one its hashes were made with.
  private func secrets(in database: Database) -> [Finding] {
    do {
      let tenants = try database.read { tx in try TenantStore(tx).all(withArchived: false) }
      return tenants.map { tenant in
        let check = "secret of \(tenant.slug)"
        do {
          _ = try context.secrets.secret(of: tenant)
          return .ok(check, "here, closed to others, and the one that the database knows")
        } catch {
          return .fail(check, error)
        }
      }
    } catch {
      return [.fail("secrets", error)]
    }
  }

  /// Published lists change every month; a folder that is not there or long untouched counts yesterday's robots.
  private func folder(_ path: String) -> Finding {
    let check = "lists in \(path)"
    guard let newest = FolderAge.newest(in: path) else {
      return .fail(
        check, "there is no such folder, or it is empty", fix: "correct the setting lists: podctl config show --origin")
    }
    let days = (context.now.seconds - newest.seconds) / 86_400
    return days > 180
      ? .warn(check, "the newest file is \(days) days old", fix: "fetch the published lists again")
      : .ok(check, "the newest file is \(max(0, days)) days old")
  }

  /// Without folders the list that podctl carries is used, which ages with the binary.
  private func builtInList() -> Finding {
    let check = "lists"
    let reviewed = FilterLists.builtInReviewed
    let days = reviewed.map { $0.distance(to: Zone.utc.day(of: context.now)) } ?? .max
    guard let reviewed, days <= 180 else {
      return .warn(
        check, "podctl's own agent list is more than 180 days old",
        fix: "update podctl, or name folders of published lists in the setting lists")
    }
    return .ok(check, "podctl's own agents, looked through on \(reviewed), \(max(0, days)) days ago; no address lists")
  }

  /// New York's clock went back on 2026-11-01: noon the day before is 16:00 UTC, and that day's noon 17:00 UTC.
  private func timeZones() -> Finding {
    let fix = "install the system's time zone data (Debian: apt-get install tzdata)"
    do {
      let zone = try Zone("America/New_York")
      let before = zone.offset(at: Instant(seconds: 1_793_462_400))
      let after = zone.offset(at: Instant(seconds: 1_793_552_400))
      return before == -4 * 3600 && after == -5 * 3600
        ? .ok("time zones", "New York's change of clock in November 2026 is known")
        : .fail("time zones", "New York's change of clock in November 2026 is not known", fix: fix)
    } catch {
      return .fail("time zones", "America/New_York is not known", fix: fix)
    }
  }

  private func clock() -> Finding {
    let now = context.now
    if context.environment["PODCTL_NOW"] != nil {
      return .warn("clock", "fixed at \(now) by PODCTL_NOW", fix: "unset PODCTL_NOW")
    }
    // podctl was not there before; a clock from then is one that was never set.
    return now.seconds >= 1_767_225_600
      ? .ok("clock", "\(now)") : .fail("clock", "\(now) lies in the past", fix: "set the system's clock")
  }
}
