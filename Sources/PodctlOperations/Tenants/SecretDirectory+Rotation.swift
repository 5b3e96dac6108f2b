import Glibc
import PodctlCore

extension SecretDirectory {
  /// A secret for a rotation: one that an interrupted rotation left, that is to say one with none of the known
  /// fingerprints, else a new one beside the others. Gives where it lies.
  func secret(forRotation slug: Slug, known: Set<String>, seed: String?) throws(PodctlError) -> (
    secret: TenantSecret, path: String
  ) {
    for path in places(of: slug) {
      if let secret = try read(path), !known.contains(secret.fingerprint) { return (secret, path) }
    }
    guard let path = freePlace(of: slug) else {
      throw PodctlError(
        .cannotCreateFile, "tenant \(slug) has 99 rotated secrets", hint: "drop those that no window reaches",
        commands: ["podctl tenant rotate-secret \(slug) --drop-expired"])
    }
    let secret = seed.map { TenantSecret.seeded("\($0) after \(known.count)", slug: slug) } ?? .random()
    do {
      try write(secret, to: path)
      return (secret, path)
    } catch {
      // Of two rotations at once one has written its secret, and both take that.
      guard let other = try read(path), !known.contains(other.fingerprint) else { throw error }
      return (other, path)
    }
  }

  /// Removes the files of a secret; those in the service manager's credentials folder are given back to be removed by
  /// hand.
  func remove(_ slug: Slug, fingerprint: String) throws(PodctlError) -> [String] {
    var left: [String] = []
    for path in places(of: slug) {
      guard let secret = try read(path), secret.fingerprint == fingerprint else { continue }
      if isCredential(path) || unlink(path) != 0 { left.append(path) }
    }
    return left
  }
}
