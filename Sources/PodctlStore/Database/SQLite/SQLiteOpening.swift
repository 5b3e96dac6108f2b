import CSQLite
import Glibc
import PodctlCore

extension SQLiteDriver {
  /// How long a writer waits for another one before it says `database_busy`.
  private static let busyMilliseconds: Int32 = 10_000

  /// The same where the caller asks again by itself, as a migration's lock does.
  func waiting(briefly: Bool) -> SQLiteDriver {
    guard briefly else { return self }
    sqlite3_busy_timeout(handle, 200)
    // A migration's file may be of any size: what it writes goes to the log on the disk beyond 8 MiB of pages.
    sqlite3_exec(handle, "PRAGMA cache_size = -8192", nil, nil, nil)
    return self
  }

  /// Opens a file; `creating` makes a missing one, readable by its owner alone. Throws `database_not_found` when it is
  /// not there or its folder is not.
  public static func open(file path: String, creating: Bool, createsFolder: Bool = false) throws -> SQLiteDriver {
    let place = "the database \(path)"
    let isThere = access(path, F_OK) == 0
    if !isThere {
      guard creating else {
        throw PodctlError(
          .databaseNotFound, "\(place) does not exist", hint: "check the path; migrate up makes a new database",
          commands: ["podctl migrate up"])
      }
      try create(path, place, createsFolder: createsFolder)
    } else if isFolder(path) {
      throw PodctlError(.databaseNotFound, "\(path) is a folder", hint: "name a file in it, for example podctl.db")
    }
    // SQLite itself falls back to reading where it may not write.
    let driver = try connect(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, place)
    do {
      try driver.configure()
      return driver
    } catch let error as PodctlError
      where [.databaseRefused, .databaseReadOnly].contains(error.code) && driver.isReadOnlyFile
    {
      return try openStill(path, place)
    }
  }

  /// A file that may only be read, in a folder that may only be read: there SQLite cannot make the index that readers
  /// in WAL mode share. Without a -wal file there is no writer, and the file is read as it stands.
  private static func openStill(_ path: String, _ place: String) throws -> SQLiteDriver {
    guard access(path + "-wal", F_OK) != 0 else { throw SQLiteFault.known(SQLITE_READONLY, place) }
    let uri = "file:" + percentEncoded(path) + "?immutable=1"
    let driver = try connect(uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, place)
    try driver.configure()
    return driver
  }

  private static func percentEncoded(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain = (97...122).contains(byte) || (65...90).contains(byte) || (45...57).contains(byte) || byte == 95
      let digits = String(byte, radix: 16)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }.joined()
  }

  /// A database that lives as long as its connection.
  public static func inMemory() throws -> SQLiteDriver {
    let driver = try connect(
      ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, "the database in memory")
    try driver.simple("PRAGMA foreign_keys = ON")
    return driver
  }

  private static func connect(_ path: String, _ flags: Int32, _ place: String) throws -> SQLiteDriver {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      sqlite3_close_v2(handle)
      throw SQLiteFault.known(code & 0xFF, place)
    }
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, busyMilliseconds)
    return SQLiteDriver(handle: handle, place: place)
  }

  private func configure() throws {
    // Up to 96 MiB of pages, taken as they are touched: with SQLite's own 2 MiB the pages of an index that is filled in
    // no order are written out many times before a log's transaction ends.
    try simple("PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -98304")
    // The first read of the file: it finds what is no database, and what is one in WAL mode already.
    guard try journalMode() != "wal", !isReadOnlyFile else { return }
    // For a file that is still empty: flatter indexes than with SQLite's 4 KiB make a first ingest a tenth faster.
    try simple("PRAGMA page_size = 8192")
    // Two first users of a new file may meet here, and the change of mode does not wait as statements do.
    for attempt in 1... {
      let code = sqlite3_exec(handle, "PRAGMA journal_mode = WAL", nil, nil, nil)
      if code == SQLITE_OK { return }
      guard code & 0xFF == SQLITE_BUSY, attempt < 500 else { throw fault(code, .statement) }
      usleep(20_000)
    }
  }

  private func journalMode() throws -> String? {
    let mode: String? = try execute("PRAGMA journal_mode", []).rows.first?["journal_mode"]
    _ = try execute("SELECT count(*) FROM sqlite_schema", [])
    return mode
  }

  /// Makes the empty file itself, since SQLite would make it readable by everyone.
  private static func create(_ path: String, _ place: String, createsFolder: Bool) throws {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let parent = folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    if createsFolder {
      try createFolder(parent)
    } else if !isFolder(parent) {
      throw PodctlError(
        .databaseNotFound, "\(place) is not there, and neither is its folder",
        hint: "check the path, or make the folder first: mkdir -p '\(parent)'")
    }
    let descriptor = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {  // another process may have been first
      throw creationFault(errno, path)
    }
  }

  private static func createFolder(_ path: String) throws {
    if isFolder(path) { return }
    let parts = path.split(separator: "/")
    var made = path.hasPrefix("/") ? "" : "."
    for part in parts {
      made += "/\(part)"
      if mkdir(made, 0o700) != 0, errno != EEXIST { throw creationFault(errno, made) }
    }
  }

  private static func creationFault(_ number: Int32, _ path: String) -> PodctlError {
    switch number {
    case ENOSPC, EDQUOT: PodctlError(.diskFull, "no space is left for \(path)", hint: "free some space")
    case EROFS: PodctlError(.databaseReadOnly, "\(path) lies on a read-only file system", hint: "use another path")
    default:
      PodctlError(
        .cannotCreateFile, "\(path) cannot be made: \(String(cString: strerror(number)))",
        hint: "check the rights of its folder, or name another path with --database sqlite:PATH")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
