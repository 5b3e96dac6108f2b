import Foundation
import PodctlCore

/// A monitor that wants to hear of each run: at its address that the run went well, at `/fail` below it that it did not.
/// healthchecks.io and its like take that; one that hears nothing raises the alarm by itself.
public struct Ping: Sendable {
  private static let seconds = 10
  private static let longestWord = 1000

  private let parts: URLComponents

  /// Throws `usage` for what is no http or https address.
  public init(_ text: String) throws(PodctlError) {
    guard let parts = URLComponents(string: text), HTTPAddress(text) != nil else {
      throw PodctlError(.usage, "--ping takes an http or https address", hint: "https://hc-ping.com/UUID, say")
    }
    self.parts = parts
  }

  /// Tells how a run went, in ten seconds at most. Nil where it was heard, else why it was not; a monitor out of reach is no
  /// fault of the run's.
  public func tell(_ words: String, isFailure: Bool, by transport: any HTTPTransport) -> String? {
    var parts = parts
    if isFailure { parts.path += parts.path.hasSuffix("/") ? "fail" : "/fail" }
    guard let address = parts.string.flatMap({ HTTPAddress($0) }) else { return "its address cannot be used" }
    var request = HTTPRequest(
      .post, address, headers: [("Content-Type", "text/plain; charset=utf-8")],
      body: Array(words.prefix(Ping.longestWord).utf8), maximumBytes: 1 << 16, connectSeconds: 5,
      totalSeconds: Ping.seconds)
    request.headers.add("Expect", "")
    do {
      let answer = try transport.attempt(request)
      return (200...299).contains(answer.status) ? nil : "HTTP \(answer.status)"
    } catch {
      return error.reason
    }
  }
}
