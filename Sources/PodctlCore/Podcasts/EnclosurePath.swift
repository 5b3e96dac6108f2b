/// From an enclosure's URL to the path under which the file's own host logs it.
public enum EnclosurePath {
  /// The file's host and its path, percent-decoded, without query and without the measuring prefixes in front.
  public struct Place: Sendable, Hashable {
    public var host: String
    public var path: String

    public init(host: String, path: String) {
      self.host = host
      self.path = path
    }
  }

  /// More prefixes than any feed has; a bound for an address made to loop.
  private static let maximumPrefixes = 16

  /// Nil when the text is no http or https address of a file, or its path is not text.
  public static func place(of url: String) -> Place? {
    guard var rest = withoutScheme(url[...]) else { return nil }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    for _ in 0..<maximumPrefixes {
      guard let inner = inner(of: rest) else { break }
      // An inner address that was percent-encoded may have brought its own query.
      rest = inner.prefix { $0 != "?" && $0 != "#" }
    }
    guard let slash = rest.firstIndex(of: "/") else { return nil }
    let host = rest[..<slash].split(separator: "@").last.map { String($0).lowercased() } ?? ""
    guard !host.isEmpty, let path = PercentEncoding.decoded(rest[slash...]), path != "/" else { return nil }
    return Place(host: host, path: path)
  }

  /// What follows `http://` or `https://`, also with one slash lost, as some prefixes do; nil without a scheme.
  private static func withoutScheme(_ text: Substring) -> Substring? {
    for scheme in ["https:/", "http:/"] where text.prefix(scheme.count).lowercased() == scheme {
      let rest = text.dropFirst(scheme.count)
      return rest.hasPrefix("/") ? rest.dropFirst() : rest
    }
    return nil
  }

  /// The address behind a measuring prefix, without its scheme; nil when none is in front or nothing that looks like
  /// a host and a path would remain.
  private static func inner(of address: Substring) -> Substring? {
    guard let slash = address.firstIndex(of: "/") else { return nil }
    let host = address[..<slash].lowercased()
    let path = address[address.index(after: slash)...]
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    guard
      let prefix = MeasuringPrefix.known.first(where: { $0.covers(host: host, segments: segments) })
    else { return nil }
    for segment in segments.dropFirst(prefix.path.split(separator: "/").count) {
      let remainder = path[segment.startIndex...]
      if let found = withoutScheme(remainder) { return looksLikeFile(found) ? found : nil }
      if segment.contains("%"), let decoded = PercentEncoding.decoded(segment) {
        // The whole inner address came as one percent-encoded word.
        let whole = decoded + remainder.dropFirst(segment.count)
        let bare = withoutScheme(whole[...]) ?? whole[...]
        if looksLikeFile(bare) { return bare }
      }
      if looksLikeFile(remainder) { return remainder }
    }
    return nil
  }

  /// Endings that a file's name has and a top-level domain has not, or not for audio: Podtrac's `redirect.mp3`.
  private static let fileEndings: Set<Substring> = [
    "mp3", "m4a", "m4b", "mp4", "m4v", "aac", "ogg", "oga", "opus", "wav", "flac", "mov", "webm", "pdf", "epub", "php",
    "html",
  ]

  /// Whether the text begins with a host name, followed by a path that names something.
  private static func looksLikeFile(_ text: Substring) -> Bool {
    guard let slash = text.firstIndex(of: "/"), text.index(after: slash) < text.endIndex else { return false }
    var host = text[..<slash].lowercased()[...]
    if let colon = host.lastIndex(of: ":") {
      let port = host[host.index(after: colon)...]
      guard (1...5).contains(port.count), port.utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
      host = host[..<colon]
    }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.count >= 2, !fileEndings.contains(last) else { return false }
    let isNamed = last.utf8.contains { (97...122).contains($0) }
    return isNamed
      && labels.allSatisfy { label in
        (1...63).contains(label.count)
          && label.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95 }
      }
  }
}
