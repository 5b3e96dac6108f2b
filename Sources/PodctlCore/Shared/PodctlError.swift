/// The exit statuses of the contract (sysexits, as far as they fit).
public enum ExitStatus: Int32, Sendable, CaseIterable {
  case success = 0
  case finding = 1
  case usage = 64
  case invalidInput = 65
  case notFound = 66
  case unavailable = 69
  case internalFault = 70
  case cannotCreate = 73
  case ioFailure = 74
  case temporary = 75
  case refused = 77
  case configuration = 78
  case interrupted = 130
  case terminated = 143
}

/// Every error word that podctl can say, each with its one exit status; `docs/errors.md` lists them all.
public enum ErrorCode: String, Sendable, CaseIterable {
  // words and settings
  case usage = "usage"
  case confirmationNeeded = "confirmation_needed"
  case unknownField = "unknown_field"
  case unknownTimeZone = "unknown_time_zone"
  case invalidDate = "invalid_date"
  case invalidMoney = "invalid_money"
  case invalidSlug = "invalid_slug"
  case settingInvalid = "setting_invalid"
  // files and rows
  case fileNotFound = "file_not_found"
  case fileUnreadable = "file_unreadable"
  case cannotCreateFile = "cannot_create_file"
  case ioFailed = "io_failed"
  case diskFull = "disk_full"
  case notText = "not_text"
  case headerInvalid = "header_invalid"
  case rowsRejected = "rows_rejected"
  case logUnreadable = "log_unreadable"
  case gzipDamaged = "gzip_damaged"
  case zstdDamaged = "zstd_damaged"
  case formatMapInvalid = "format_map_invalid"
  case episodesInvalid = "episodes_invalid"
  case listInvalid = "list_invalid"
  case orderFileInvalid = "order_file_invalid"
  // named things
  case tenantNotFound = "tenant_not_found"
  case tenantExists = "tenant_exists"
  case tenantArchived = "tenant_archived"
  case notADemo = "not_a_demo"
  case podcastNotFound = "podcast_not_found"
  case podcastExists = "podcast_exists"
  case episodeNotFound = "episode_not_found"
  case sponsorNotFound = "sponsor_not_found"
  case sponsorExists = "sponsor_exists"
  case campaignNotFound = "campaign_not_found"
  case campaignExists = "campaign_exists"
  case flightNotFound = "flight_not_found"
  case flightExists = "flight_exists"
  case spotNotFound = "spot_not_found"
  case spotExists = "spot_exists"
  case orderNotFound = "order_not_found"
  case orderExists = "order_exists"
  case invoiceNotFound = "invoice_not_found"
  case scheduleNotFound = "schedule_not_found"
  case lineNotFound = "line_not_found"
  case listNotFound = "list_not_found"
  case networkNotFound = "network_not_found"
  case conversionNotFound = "conversion_not_found"
  case attributionNotRun = "attribution_not_run"
  // rules of the trade
  case flightDatesInvalid = "flight_dates_invalid"
  case flightInvalid = "flight_invalid"
  case rateInvalid = "rate_invalid"
  case promoCodeTaken = "promo_code_taken"
  case currencyMismatch = "currency_mismatch"
  case transitionRefused = "transition_refused"
  case pathTaken = "path_taken"
  case nothingMeasured = "nothing_measured"
  case quotaReached = "quota_reached"
  case recountNeeded = "recount_needed"
  case contentChanged = "content_changed"
  // feeds and other services
  case feedInvalid = "feed_invalid"
  case feedTooLarge = "feed_too_large"
  case feedRefused = "feed_refused"
  case serviceUnreachable = "service_unreachable"
  case printerMissing = "printer_missing"
  case printingFailed = "printing_failed"
  // money, mail and the outbox
  case effectNotFound = "effect_not_found"
  case effectsUnknown = "effects_unknown"
  case effectsFailed = "effects_failed"
  case effectsDelayed = "effects_delayed"
  case effectChanged = "effect_changed"
  case leaseHeld = "lease_held"
  case leaseLost = "lease_lost"
  case clockMoved = "clock_moved"
  case gatewayKeyInvalid = "gateway_key_invalid"
  case gatewayRefused = "gateway_refused"
  case webhookKeyInvalid = "webhook_key_invalid"
  case signatureInvalid = "signature_invalid"
  case liveRefused = "live_refused"
  case invoiceDiffers = "invoice_differs"
  case billParked = "bill_parked"
  case periodNotBegun = "period_not_begun"
  case periodNotOver = "period_not_over"
  case amountExceeded = "amount_exceeded"
  case creditExists = "credit_exists"
  case eventInvalid = "event_invalid"
  case ledgerIncomplete = "ledger_incomplete"
  case reconcileDiffers = "reconcile_differs"
  // the database
  case databaseURLInvalid = "database_url_invalid"
  case databaseNotFound = "database_not_found"
  case databaseUnreachable = "database_unreachable"
  case databaseReadOnly = "database_read_only"
  case databaseRefused = "database_refused"
  case databaseDamaged = "database_damaged"
  case databaseFailed = "database_failed"
  case databaseBusy = "database_busy"
  case outcomeUnknown = "outcome_unknown"
  case statementConflict = "statement_conflict"
  case statementWithoutTenant = "statement_without_tenant"
  case schemaBehind = "schema_behind"
  case schemaAhead = "schema_ahead"
  case migrationsPending = "migrations_pending"
  case migrationFailed = "migration_failed"
  case migrationChanged = "migration_changed"
  case migrationMissing = "migration_missing"
  case migrationDuplicate = "migration_duplicate"
  case migrationNameInvalid = "migration_name_invalid"
  case migrationInvalid = "migration_invalid"
  case migrationOutOfOrder = "migration_out_of_order"
  case migrationVariant = "migration_variant"
  case migrationRequires = "migration_requires"
  case migrationStopped = "migration_stopped"
  case historyExists = "history_exists"
  case planStale = "plan_stale"
  case downMissing = "down_missing"
  case lockTimeout = "lock_timeout"
  case schemaDrifted = "schema_drifted"
  case snapshotInvalid = "snapshot_invalid"
  case lintFound = "lint_found"
  case verificationFailed = "verification_failed"
  case shadowNotEmpty = "shadow_not_empty"
  case baseNotFound = "base_not_found"
  // secrets
  case secretMissing = "secret_missing"
  case secretTooOpen = "secret_too_open"
  case secretMismatch = "secret_mismatch"
  case secretInvalid = "secret_invalid"
  // checks that found something
  case pacingOff = "pacing_off"
  case reportsOverdue = "reports_overdue"
  case countsDiffer = "counts_differ"
  case doctorFound = "doctor_found"
  // podctl itself
  case interrupted = "interrupted"
  case terminated = "terminated"
  case internalFault = "internal_fault"

  /// The status that a process ends with when this error reaches the top.
  public var exit: ExitStatus {
    switch self {
    case .usage, .confirmationNeeded, .unknownField, .unknownTimeZone, .invalidDate, .invalidMoney, .invalidSlug,
      .periodNotBegun:
      .usage
    case .settingInvalid, .databaseURLInvalid, .schemaBehind, .schemaAhead, .secretMissing, .secretMismatch,
      .secretInvalid, .recountNeeded, .gatewayKeyInvalid, .webhookKeyInvalid, .shadowNotEmpty:
      .configuration
    case .notText, .headerInvalid, .rowsRejected, .logUnreadable, .gzipDamaged, .zstdDamaged, .formatMapInvalid,
      .episodesInvalid, .listInvalid, .orderFileInvalid, .flightDatesInvalid, .flightInvalid, .rateInvalid,
      .promoCodeTaken, .currencyMismatch, .transitionRefused, .pathTaken, .nothingMeasured, .contentChanged,
      .tenantExists, .podcastExists, .sponsorExists, .campaignExists, .flightExists, .spotExists, .orderExists,
      .tenantArchived, .notADemo, .feedInvalid, .feedTooLarge, .effectsFailed, .effectChanged, .invoiceDiffers,
      .amountExceeded, .creditExists, .eventInvalid, .ledgerIncomplete, .migrationFailed, .migrationChanged,
      .migrationMissing, .migrationDuplicate,
      .migrationNameInvalid, .migrationInvalid, .migrationOutOfOrder, .migrationVariant, .migrationRequires,
      .historyExists, .planStale, .downMissing, .statementConflict, .snapshotInvalid, .databaseDamaged:
      .invalidInput
    case .fileNotFound, .tenantNotFound, .podcastNotFound, .episodeNotFound, .sponsorNotFound, .campaignNotFound,
      .flightNotFound, .spotNotFound, .orderNotFound, .invoiceNotFound, .scheduleNotFound, .lineNotFound,
      .listNotFound, .networkNotFound, .conversionNotFound, .attributionNotRun, .effectNotFound,
      .baseNotFound:
      .notFound
    case .databaseNotFound, .databaseUnreachable, .serviceUnreachable, .printerMissing, .printingFailed: .unavailable
    case .cannotCreateFile: .cannotCreate
    case .fileUnreadable, .ioFailed, .diskFull: .ioFailure
    case .databaseBusy, .outcomeUnknown, .lockTimeout, .migrationStopped, .effectsUnknown, .effectsDelayed,
      .leaseHeld, .leaseLost, .clockMoved, .periodNotOver:
      .temporary
    case .databaseReadOnly, .databaseRefused, .secretTooOpen, .feedRefused, .gatewayRefused, .signatureInvalid,
      .liveRefused, .quotaReached:
      .refused
    case .migrationsPending, .schemaDrifted, .pacingOff, .reportsOverdue, .countsDiffer, .doctorFound, .billParked,
      .reconcileDiffers, .verificationFailed, .lintFound:
      .finding
    case .databaseFailed, .statementWithoutTenant, .internalFault: .internalFault
    case .interrupted: .interrupted
    case .terminated: .terminated
    }
  }
}

/// The one error of podctl: what happened, why, and what to do about it.
public struct PodctlError: Error, Sendable, Equatable {
  public var code: ErrorCode
  public var message: String
  public var hint: String?
  public var commands: [String]
  /// Named facts for machines, in the order given; never a password, a key or a bound value.
  public var context: [ContextEntry]

  public struct ContextEntry: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(
    _ code: ErrorCode, _ message: String, hint: String? = nil, commands: [String] = [],
    context: [ContextEntry] = []
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.commands = commands
    self.context = context
  }

  public var exit: ExitStatus { code.exit }
}

/// Finds the nearest of the known words, for "did you mean".
public enum Suggestion {
  /// The candidate within a third of the word's length (at least two edits), nearest first, ties in the given order.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let limit = max(2, word.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let distance = editDistance(word.lowercased(), candidate.lowercased())
      if distance <= limit, distance < candidate.count, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.word
  }

  /// Damerau–Levenshtein distance with adjacent transpositions, in characters.
  static func editDistance(_ left: String, _ right: String) -> Int {
    let a = Array(left)
    let b = Array(right)
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    for i in stride(from: 1, through: a.count, by: 1) {
      for j in stride(from: 1, through: b.count, by: 1) {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }
}
