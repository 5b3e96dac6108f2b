import Foundation
import PodctlCore
import PodctlGateways

/// Where a feed is read: on the web, or in a file.
public enum FeedLocation: Sendable, Hashable {
  case web(HTTPAddress)
  case file(path: String)

  /// Takes a location as typed; throws `feed_refused` for a scheme other than http and https, and for an address with
  /// a user's name or password in it. A relative path is taken from the working directory.
  public init(typed text: String, workingDirectory: String) throws(PodctlError) {
    if let address = HTTPAddress(text) {
      self = .web(address)
    } else if let scheme = text.range(of: "://") {
      let name = text[..<scheme.lowerBound].lowercased()
      guard name != "http", name != "https" else {
        throw PodctlError(
          .feedRefused, "the feed's address has no host, or holds a user's name or password",
          hint: "name a feed that can be read without signing in, or save it and name the file")
      }
      throw PodctlError(
        .feedRefused, "feeds are read over http and https, not over \(name.prefix(20))",
        hint: name == "file" ? "name the file by its path" : "save the feed and name the file")
    } else {
      self = .file(path: text.hasPrefix("/") ? text : workingDirectory + "/" + text)
    }
  }

  /// A location as it was stored.
  init(stored text: String) throws(PodctlError) { try self.init(typed: text, workingDirectory: "/") }

  /// What is stored.
  public var text: String {
    switch self {
    case .web(let address): address.text
    case .file(let path): path
    }
  }

  /// What a message may say: an address without its query.
  public var shown: String {
    switch self {
    case .web(let address): address.shown
    case .file(let path): path
    }
  }
}
