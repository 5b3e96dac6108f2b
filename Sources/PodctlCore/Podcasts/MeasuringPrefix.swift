/// A service that measures downloads by standing in front of a file's address and redirecting to it.
struct MeasuringPrefix: Sendable {
  /// Its host, or with a leading dot any host under it.
  let host: String
  /// The words with which its paths begin; empty where the host does nothing but redirect.
  let path: String

  init(_ host: String, _ path: String = "") {
    self.host = host
    self.path = path
  }

  /// Whether an address is behind this service. A word of the path may carry arguments after a comma
  /// (`op3.dev/e,pg=…`).
  func covers(host other: String, segments: [Substring]) -> Bool {
    guard host.hasPrefix(".") ? other.hasSuffix(host) : other == host else { return false }
    let words = path.split(separator: "/")
    return segments.count >= words.count
      && zip(words, segments).allSatisfy { $0 == $1 || $1.hasPrefix($0 + ",") }
  }

  /// The services known to podctl. A host that also keeps files of its own is named with its path.
  static let known: [MeasuringPrefix] = [
    // Podtrac writes pts/redirect.mp3, redirect.m4a and others in front.
    .init("dts.podtrac.com"), .init("play.podtrac.com"), .init("www.podtrac.com"), .init("podtrac.com"),
    .init("op3.dev", "e"), .init("www.op3.dev", "e"),
    .init("pdst.fm", "e"),
    .init("chrt.fm", "track"), .init("chtbl.com", "track"),
    .init("mgln.ai", "e"), .init("mgln.ai", "track"),
    .init("arttrk.com", "p"),
    .init("pscrb.fm", "rss/p"), .init("verifi.podscribe.com", "rss/p"), .init("suprefix.fm"),
    .init("claritaspod.com", "measure"), .init("clrtpod.com", "m"),
    .init("prfx.byspotify.com", "e"),
    .init("media.blubrry.com"),
    .init("cohst.app", "pdcst"),
    .init("t.glystn.com"),
    .init("gum.fm"), .init(".gum.fm"),
    .init(".proxycast.org"),
    .init("pdcds.co"), .init("pdcn.co"),
    .init("p.podderapp.com"), .init("growx.podkite.com"),
    .init("pdrl.fm"), .init(".pdrl.fm"),
    .init("swap.fm", "track"), .init("tracking.swap.fm", "track"),
    .init("prefix.up.audio", "s"),
    .init("a.pdcst.to"),
    .init("adbarker.com", "stream"), .init(".adbarker.com"),
    .init("flex.acast.com"),
    .init("pfx.vpixl.com"),
  ]
}
