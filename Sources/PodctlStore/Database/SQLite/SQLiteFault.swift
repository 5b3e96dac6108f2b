import CSQLite
import Glibc
import PodctlCore

/// What SQLite's result codes mean to podctl.
enum SQLiteFault {
  static func error(
    _ code: Int32, on driver: SQLiteDriver, _ source: DriverFault.Source, access: TransactionAccess?
  ) -> PodctlError {
    let message = String(cString: sqlite3_errmsg(driver.handle))
    switch code & 0xFF {
    case SQLITE_READONLY where access == .readOnly: return DriverFault.wroteWhileReading
    case SQLITE_IOERR where sqlite3_system_errno(driver.handle) == ENOSPC: return known(SQLITE_FULL, driver.place)
    case SQLITE_CONSTRAINT:
      // SQLite's message names the constraint or its columns and no value.
      return PodctlError(
        .statementConflict, message, hint: "the database refused what would break one of its rules",
        context: [.init("constraint", constraint(in: message))])
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL, SQLITE_IOERR, SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_READONLY,
      SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH:
      return known(code & 0xFF, driver.place)
    default:
      let said = source == .statement ? String(cString: sqlite3_errstr(code)) : message
      return PodctlError(.databaseFailed, said, context: [.init("sqlite", "\(code)")])
    }
  }

  /// `UNIQUE constraint failed: tenants.slug` → `tenants.slug`.
  private static func constraint(in message: String) -> String {
    message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
  }

  /// The codes whose meaning lies in the file alone.
  static func known(_ code: Int32, _ place: String) -> PodctlError {
    switch code {
    case SQLITE_BUSY, SQLITE_LOCKED:
      PodctlError(
        .databaseBusy, "\(place) is in use by another process",
        hint: "nothing was changed; run the command again when the other one has ended")
    case SQLITE_FULL:
      PodctlError(
        .diskFull, "no space is left for \(place)", hint: "nothing was changed; free some space and run it again")
    case SQLITE_IOERR:
      PodctlError(
        .ioFailed, "\(place) cannot be read or written", hint: "nothing was changed; check the disk and its mount")
    case SQLITE_NOTADB:
      PodctlError(.databaseDamaged, "\(place) is not a SQLite database", hint: "check the path, or name another file")
    case SQLITE_CORRUPT:
      PodctlError(
        .databaseDamaged, "\(place) is damaged",
        hint: "restore it from a copy, or save what can be read with sqlite3's .recover")
    case SQLITE_READONLY:
      PodctlError(
        .databaseReadOnly, "\(place) cannot be written",
        hint: "make the file and its folder writable for this user, or use another database")
    default:
      PodctlError(
        .databaseRefused, "\(place) cannot be opened by this user",
        hint: "check the rights of the file and of its folder")
    }
  }
}
