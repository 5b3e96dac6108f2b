import Glibc
import PodctlCore
import PodctlDigest

/// Where the tenants' secrets lie: files of mode 0600 in podctl's data directory, or the credentials directory of the
/// service that runs it.
public struct SecretDirectory: Sendable {
  /// The folder of the files, `$XDG_DATA_HOME/podctl/secrets`.
  public let path: String
  private let credentials: String?

  /// `credentials` is `$CREDENTIALS_DIRECTORY`, nil where there is none.
  public init(dataDirectory: String, credentials: String?) {
    path = dataDirectory + "/secrets"
    self.credentials = credentials
  }

  public func file(of slug: Slug) -> String { "\(path)/\(slug).key" }

  private func credential(of slug: Slug) -> String? { credentials.map { "\($0)/podctl-\(slug)" } }

  /// The secret of a tenant. Throws `secret_missing`, `secret_too_open`, `secret_invalid`, or `secret_mismatch` when it
  /// is not the one that the database knows.
  public func secret(of tenant: Tenant) throws(PodctlError) -> TenantSecret {
    guard let secret = try find(tenant.slug) else {
      throw PodctlError(
        .secretMissing, "the secret of tenant \"\(tenant.slug)\" is not here",
        hint: "bring \(file(of: tenant.slug)) from where the tenant was made; without it no listener is known again",
        commands: ["podctl doctor"], context: [.init("tenant", tenant.slug.text)])
    }
    guard secret.fingerprint == tenant.secretFingerprint else {
      throw PodctlError(
        .secretMismatch, "the secret of tenant \"\(tenant.slug)\" is not the one that the database was filled with",
        hint: "bring back the right \(file(of: tenant.slug)); with another, no listener would be known again",
        commands: ["podctl doctor"], context: [.init("tenant", tenant.slug.text)])
    }
    return secret
  }

  /// The secret that is already there, else a new one, written before the tenant is: a run that was stopped between the
  /// two takes the same secret the next time. `seed` makes a new one repeatable.
  public func secret(forNew slug: Slug, seed: String?) throws(PodctlError) -> TenantSecret {
    if let secret = try find(slug) { return secret }
    let secret = TenantSecret.new(for: slug, seed: seed)
    try makeFolder()
    let name = file(of: slug)
    let draft = name + ".new-\(getpid())"
    defer { unlink(draft) }
    try SecretFile(path: draft).write(Array((secret.bytes.hexadecimal + "\n").utf8))
    // A link fails where the name is taken, so that of two runs at once one wins and both take its secret.
    if link(draft, name) == 0 { return secret }
    guard errno == EEXIST, let other = try find(slug) else { throw SecretFile.cannotCreate(name, errno) }
    return other
  }

  private func find(_ slug: Slug) throws(PodctlError) -> TenantSecret? {
    if let bytes = try SecretFile(path: file(of: slug)).read(mustBePrivate: true) {
      return try secret(in: bytes, at: file(of: slug))
    }
    // Who may read a credential is the service manager's affair: systemd gives access by ACL, which shows as a group's.
    if let place = credential(of: slug), let bytes = try SecretFile(path: place).read(mustBePrivate: false) {
      return try secret(in: bytes, at: place)
    }
    return nil
  }

  private func secret(in bytes: [UInt8], at place: String) throws(PodctlError) -> TenantSecret {
    guard let secret = TenantSecret(hexadecimal: bytes) else {
      throw PodctlError(
        .secretInvalid, "\(place) does not hold 64 hexadecimal digits", hint: "bring back the file as it was made")
    }
    return secret
  }

  /// Makes the folder and those above it; only the folder itself is closed to others.
  private func makeFolder() throws(PodctlError) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      guard mkdir(made, made == path ? 0o700 : 0o755) == 0 || errno == EEXIST else {
        throw SecretFile.cannotCreate(made, errno)
      }
    }
  }
}
