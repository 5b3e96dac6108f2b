import CLibPQ
import PodctlCore

/// What PostgreSQL's SQLSTATE codes (appendix A of its documentation) mean to podctl.
enum PostgresFault {
  /// The fields of an error report; libpq's macros for them are characters.
  enum Field: Character {
    case sqlState = "C"
    case message = "M"
    case position = "P"
    case table = "t"
    case constraint = "n"
  }

  static func field(_ result: OpaquePointer?, _ field: Field) -> String? {
    guard let result, let code = field.rawValue.asciiValue, let text = PQresultErrorField(result, Int32(code)) else {
      return nil
    }
    return String(cString: text)
  }

  static func error(
    _ result: OpaquePointer?, on driver: PostgresDriver, _ source: DriverFault.Source, access: TransactionAccess?
  ) -> PodctlError {
    let address = driver.address
    guard let state = field(result, .sqlState) else { return lost(address) }
    if state == "25006", access == .readOnly { return DriverFault.wroteWhileReading }
    if let known = known(state, address) { return known }
    if state.hasPrefix("23") { return conflict(state, result, source) }
    // The first line of a complaint about the statement's text (class 42) names columns and types. Others may quote a
    // value, so they are shown only for a migration's own text.
    let isAboutText = source == .script || state.hasPrefix("42") || state.hasPrefix("0A") || state.hasPrefix("XX")
    let said = isAboutText ? field(result, .message) : nil
    return PodctlError(
      .databaseFailed, said ?? "PostgreSQL refused a statement with SQLSTATE \(state)",
      context: [.init("sqlstate", state)])
  }

  /// A unique, check, not-null or foreign key rule: which one, and no value.
  private static func conflict(
    _ state: String, _ result: OpaquePointer?, _ source: DriverFault.Source
  ) -> PodctlError {
    let constraint = field(result, .constraint)
    let table = field(result, .table)
    let rule = [constraint.map { "the rule \($0)" }, table.map { "table \($0)" }].compactMap { $0 }
    return PodctlError(
      .statementConflict,
      source == .script
        ? field(result, .message) ?? "a constraint failed" : "constraint failed: \(rule.joined(separator: " of "))",
      hint: "the database refused what would break one of its rules",
      context: [.init("constraint", constraint ?? table ?? "unknown"), .init("sqlstate", state)])
  }

  static func lost(_ address: ServerAddress) -> PodctlError {
    PodctlError(
      .databaseUnreachable, "the connection to \(address.place) was lost", hint: "nothing was changed; run it again")
  }

  /// The codes whose meaning does not depend on the statement.
  static func known(_ state: String, _ address: ServerAddress) -> PodctlError? {
    switch state {
    case "3D000":
      PodctlError(
        .databaseNotFound, "\(address.place) has no database \"\(address.name)\"",
        hint: "check the URL, or make it: createdb \(address.name)")
    case "42501":
      PodctlError(
        .databaseRefused, "the role \"\(address.user)\" may not do this on \(address.place)",
        hint: "the owner of the schema podctl grants rights; migrations need CREATE on the database",
        context: [.init("sqlstate", state)])
    case "25006":
      PodctlError(
        .databaseReadOnly, "\(address.place) is read-only",
        hint: "it may be a standby, or set to default_transaction_read_only; use the primary")
    case "53100":
      PodctlError(
        .diskFull, "no space is left at \(address.place)", hint: "nothing was changed; free some space and run it again"
      )
    case "58030": PodctlError(.ioFailed, "\(address.place) reports an I/O error", hint: "look into the server's log")
    case "57014":
      PodctlError(
        .databaseBusy, "\(address.place) cancelled a statement that ran longer than it may",
        hint: "nothing was changed; run it again, or give it longer (statement_timeout)",
        context: [.init("sqlstate", state)])
    case "55P03", "40001", "40P01", "53300", "55006":
      PodctlError(
        .databaseBusy, "\(address.place) is busy", hint: "nothing was changed; run it again",
        context: [.init("sqlstate", state)])
    case "57P01", "57P02", "57P03", "57P05": lost(address)
    case "XX001", "XX002":
      PodctlError(.databaseDamaged, "\(address.place) reports damaged data", hint: "look into the server's log")
    case _ where state.hasPrefix("08"): lost(address)
    case _ where state.hasPrefix("28"):
      PodctlError(
        .databaseRefused, "\(address.place) refused the role \"\(address.user)\"",
        hint: "check the role and its password (~/.pgpass or PGPASSWORD) and the server's pg_hba.conf",
        context: [.init("sqlstate", state)])
    default: nil
    }
  }
}
