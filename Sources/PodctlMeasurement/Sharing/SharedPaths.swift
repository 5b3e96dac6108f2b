import PodctlCore

/// Whose each path of a shared log is. A path that several own is settled by the host that served it.
final class SharedPaths: Sendable {
  /// One owner's right to a path.
  struct Claim: Sendable {
    /// The owner's number.
    var owner: Int
    /// The path's number in the owner's catalogue.
    var path: Int
    /// The host that serves it, in lower case.
    var host: [UInt8]
  }

  /// The paths as they are compared, each once.
  let texts: [[UInt8]]
  /// Who owns each, by the path's number.
  private let claims: [[Claim]]

  /// Throws `path_taken` for a path of several owners that no host can settle: one of them has none, or two have the
  /// same.
  init(_ owners: [LogOwner]) throws(PodctlError) {
    var numbers: [[UInt8]: Int] = [:]
    var texts: [[UInt8]] = []
    var claims: [[Claim]] = []
    for (owner, counter) in owners.map(\.counter).enumerated() {
      for (path, text) in counter.catalogue.texts.enumerated() {
        let host = counter.catalogue.paths[path].host.map { Array($0.utf8) } ?? []
        let claim = Claim(owner: owner, path: path, host: host)
        guard let number = numbers[text] else {
          numbers[text] = texts.count
          texts.append(text)
          claims.append([claim])
          continue
        }
        if let rival = claims[number].first(where: { $0.host.isEmpty || host.isEmpty || $0.host == host }) {
          throw SharedPaths.taken(text, owners[rival.owner], owners[owner], host.isEmpty ? rival.host : host)
        }
        claims[number].append(claim)
      }
    }
    self.texts = texts
    self.claims = claims
  }

  private static func taken(_ path: [UInt8], _ first: LogOwner, _ second: LogOwner, _ host: [UInt8]) -> PodctlError {
    let text = String(decoding: path, as: UTF8.self)
    let place = host.isEmpty ? "" : " on \(String(decoding: host, as: UTF8.self))"
    return PodctlError(
      .pathTaken, "tenants \(first.name) and \(second.name) both own the path \(text)\(place)",
      hint: "a line of a shared log can go to one tenant only, and their feeds name no two hosts to tell them apart: "
        + "take these two tenants' logs apart, each with --tenant",
      context: [.init("path", text)])
  }

  /// The path's only owner; nil where a host decides.
  func claim(_ number: Int) -> Claim? { claims[number].count == 1 ? claims[number][0] : nil }

  /// The owner whose host a line names; nil where it names none of them.
  func claim(_ number: Int, host: ByteSpan) -> Claim? {
    let name = SharedPaths.bare(host)
    return claims[number].first { $0.host == name }
  }

  /// A host as it is compared: in lower case, without port.
  static func bare(_ host: ByteSpan) -> [UInt8] {
    var bytes = Array(host)
    if let colon = bytes.lastIndex(of: UInt8(ascii: ":")), bytes[(colon + 1)...].allSatisfy({ $0 &- 48 < 10 }) {
      bytes.removeSubrange(colon...)
    }
    return bytes.map { (65...90).contains($0) ? $0 | 32 : $0 }
  }

  /// A line of a path with several owners of which it does not say whose it is.
  func unsettled(_ number: Int, host: ByteSpan, _ owners: [LogOwner]) -> UnsettledLine {
    UnsettledLine(
      path: String(decoding: texts[number], as: UTF8.self),
      host: host.isAbsent ? nil : String(decoding: SharedPaths.bare(host), as: UTF8.self),
      owners: claims[number].map { owners[$0.owner].name })
  }
}

/// What is said of a line that might be several owners'.
struct UnsettledLine: Sendable {
  var path: String
  /// Nil where the log names none.
  var host: String?
  var owners: [String]

  /// Which one is told of, whichever thread met it first.
  static func isBefore(_ left: UnsettledLine, _ right: UnsettledLine) -> Bool {
    (left.path, left.host ?? "") < (right.path, right.host ?? "")
  }

  func error(_ log: String) -> PodctlError {
    PodctlError(
      .pathTaken,
      "\(log) asks for \(path), which the tenants \(owners.joined(separator: " and ")) both own, "
        + (host.map { "from \($0), which is neither's host" } ?? "and does not say from which host"),
      hint: "take these tenants' logs apart, each with --tenant",
      context: [.init("file", log), .init("path", path)])
  }
}
