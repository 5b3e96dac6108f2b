import Glibc
import PodctlCore

/// Where tenants' secrets lie: `podctl-SLUG` in the service manager's credentials folder, else `SLUG.key` in podctl's
/// own folder, which only its user may read.
public struct SecretDirectory: Sendable {
  private let folder: String
  private let credentials: String?

  /// `dataDirectory` is podctl's data folder; `credentials` is `$CREDENTIALS_DIRECTORY`, nil where there is none.
  public init(dataDirectory: String, credentials: String?) {
    folder = dataDirectory + "/secrets"
    self.credentials = credentials
  }

  public func path(of slug: Slug) -> String {
    if let credentials, access("\(credentials)/podctl-\(slug)", F_OK) == 0 { return "\(credentials)/podctl-\(slug)" }
    return "\(folder)/\(slug).key"
  }

  /// The tenant's newest secret; throws `secret_missing` or `secret_mismatch` (78), or `secret_too_open` (77).
  public func secret(of tenant: Tenant) throws(PodctlError) -> TenantSecret {
    if let secret = try kept(tenant.slug, fingerprint: tenant.secretFingerprint) { return secret }
    let path = path(of: tenant.slug)
    guard try read(path) != nil else {
      throw PodctlError(
        .secretMissing, "the secret of tenant \(tenant.slug) is not at \(path)",
        hint: "bring the file back from a backup; without it listeners of old and new logs cannot be told to be one",
        commands: ["podctl doctor"], context: [.init("path", path)])
    }
    throw PodctlError(
      .secretMismatch, "the secret at \(path) is not that of tenant \(tenant.slug)",
      hint: "it was made for another database; bring back the one that this database's fingerprint belongs to",
      commands: ["podctl doctor"], context: [.init("path", path)])
  }

  /// The secret with a fingerprint among all that are kept of a tenant; nil when it is gone. Throws `secret_too_open`,
  /// `secret_invalid`.
  public func kept(_ slug: Slug, fingerprint: String) throws(PodctlError) -> TenantSecret? {
    try find(slug, fingerprint: fingerprint)?.secret
  }

  /// Where the secret with a fingerprint lies; nil when it is gone.
  public func place(of slug: Slug, fingerprint: String) throws(PodctlError) -> String? {
    try find(slug, fingerprint: fingerprint)?.path
  }

  private func find(
    _ slug: Slug, fingerprint: String
  ) throws(PodctlError) -> (secret: TenantSecret, path: String)? {
    for path in places(of: slug) {
      if let secret = try read(path), secret.fingerprint == fingerprint { return (secret, path) }
    }
    return nil
  }

  /// Every file that may hold a secret of a tenant: credentials first, the first secret before those of rotations.
  func places(of slug: Slug) -> [String] {
    let folders = (credentials.map { ["\($0)/podctl-\(slug)"] } ?? []) + ["\(folder)/\(slug).key"]
    return folders.flatMap { place in [place] + Self.rotations.map { "\(place).\($0)" } }
      .filter { access($0, F_OK) == 0 }
  }

  /// The numbers that files of rotated secrets end with.
  private static let rotations = 1...99

  /// Where the secret of the next rotation may lie; nil when every number is taken.
  func freePlace(of slug: Slug) -> String? {
    Self.rotations.lazy.map { "\(folder)/\(slug).key.\($0)" }.first { access($0, F_OK) != 0 }
  }

  func isCredential(_ path: String) -> Bool { credentials.map { path.hasPrefix($0 + "/") } ?? false }

  /// A secret that lies there already; nil when there is none. Throws `secret_too_open`, `secret_invalid`.
  public func existing(_ slug: Slug) throws(PodctlError) -> TenantSecret? { try read(path(of: slug)) }

  /// The secret that lies there already, else a new one, written before the tenant is: a run that was stopped between
  /// the two takes the same secret the next time. A seed makes a new one repeatable.
  public func secret(forNew slug: Slug, seed: String?) throws(PodctlError) -> TenantSecret {
    if let secret = try existing(slug) { return secret }
    let secret = seed.map { TenantSecret.seeded($0, slug: slug) } ?? .random()
    do {
      try write(secret, for: slug)
      return secret
    } catch {
      // Of two runs at once one has written its secret, and both take that.
      guard let other = try existing(slug) else { throw error }
      return other
    }
  }

  func read(_ path: String) throws(PodctlError) -> TenantSecret? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw PodctlError(.fileUnreadable, "\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    // Who may read a credential is the service manager's affair: systemd gives access by ACL, which shows as a group's.
    guard isCredential(path) || status.st_mode & 0o077 == 0 else {
      throw PodctlError(
        .secretTooOpen, "others may read the secret file \(path)", hint: "take the right away from them",
        commands: ["chmod 600 \(path)"], context: [.init("path", path)])
    }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count > 0, let secret = TenantSecret(text: String(decoding: buffer[..<count], as: UTF8.self)) else {
      throw PodctlError(
        .secretInvalid, "\(path) is not a secret", hint: "it holds 64 hexadecimal digits; bring it back from a backup")
    }
    return secret
  }

  /// Writes a new secret, whole or not at all, for podctl's user alone; one that is there is never written over.
  public func write(_ secret: TenantSecret, for slug: Slug) throws(PodctlError) {
    try write(secret, to: "\(folder)/\(slug).key")
  }

  func write(_ secret: TenantSecret, to path: String) throws(PodctlError) {
    try makeFolder()
    let draft = "\(path).\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure(path) }
    let bytes = Array(secret.text.utf8)
    let written = Glibc.write(descriptor, bytes, bytes.count)
    let isSynced = fsync(descriptor) == 0
    close(descriptor)
    guard written == bytes.count, isSynced, link(draft, path) == 0 else {
      let error = failure(path)
      unlink(draft)
      throw error
    }
    unlink(draft)
  }

  private func makeFolder() throws(PodctlError) {
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST { throw failure(made) }
    }
  }

  private func failure(_ path: String) -> PodctlError {
    errno == ENOSPC
      ? PodctlError(.diskFull, "the disk is full; \(path) was not written", hint: "make room and run it again")
      : PodctlError(
        .cannotCreateFile, "\(path) cannot be made: \(String(cString: strerror(errno)))",
        hint: "give podctl's user the right to write there, or set XDG_DATA_HOME")
  }
}
