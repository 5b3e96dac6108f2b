import Foundation
import PodctlCore

/// SendGrid as the service behind an outbox. It keeps no key of ours and cannot be asked what it was sent, so that a
/// request without an answer stays unknown until a person or an event says what became of it.
public final class SendGridGateway: EffectGateway {
  private static let maximumBytes = 1 << 20

  private let transport: any HTTPTransport
  private let key: SendGridKey
  private let address: SendGridAddress
  private let now: () -> Instant

  public var isLive: Bool { key.isLive }

  /// Whether the key may be used at the address is `SendGridAddress.admit`'s affair.
  public init(
    _ transport: any HTTPTransport, key: SendGridKey, address: SendGridAddress, now: @escaping () -> Instant
  ) {
    self.transport = transport
    self.key = key
    self.address = address
    self.now = now
  }

  public func send(_ effect: Effect) -> EffectOutcome {
    guard effect.isLive == isLive else { return .barred(reason: "the effect is of the other mode") }
    guard effect.kind == .mail else { return .refused(reason: "it was not written for SendGrid") }
    guard let target = HTTPAddress(address.text + effect.request.path) else {
      return .notSent(reason: "no address can be made of the path")
    }
    var request = HTTPRequest(
      .post, target, body: effect.request.body, maximumBytes: Self.maximumBytes, connectSeconds: 10, totalSeconds: 60)
    request.mayUseProxy = false
    request.isSentOnce = true
    request.headers.add("Authorization", key.authorization)
    request.headers.add("Content-Type", "application/json")
    // libcurl would wait for a leave to send a large body.
    request.headers.add("Expect", "")
    do {
      return outcome(of: try transport.attempt(request))
    } catch {
      return error.mayHaveArrived ? .lost(reason: error.reason) : .notSent(reason: error.reason)
    }
  }

  public func look(for effect: Effect) -> EffectSight {
    .unclear(reason: "SendGrid cannot be asked what it was sent: look in its activity feed, then resolve it by hand")
  }

  /// The retry table of a service without keys: what is neither taken nor refused in so many words is unknown.
  private func outcome(of answer: HTTPResponse) -> EffectOutcome {
    let reason = "HTTP \(answer.status)" + fields(answer.body)
    switch answer.status {
    case 202: return .done(remoteID: answer.headers["X-Message-Id"].map { String($0.prefix(128)) } ?? "accepted")
    // A sandbox answers so, and delivers nothing.
    case 200: return .refused(reason: "HTTP 200: a sandbox, which delivers nothing")
    case 401, 403: return .barred(reason: reason)
    case 429:
      let reset = answer.headers["X-RateLimit-Reset"].flatMap { Int64($0) }
      return .busy(reason: reason, seconds: reset.map { Int(clamping: max(1, $0 - now().seconds)) })
    case 400, 404, 405, 406, 411, 413, 415, 422: return .refused(reason: reason)
    default: return .lost(reason: reason)
    }
  }

  /// The names of the fields that SendGrid objects to; its words are left out, since they may quote an address.
  private func fields(_ body: [UInt8]) -> String {
    struct Answer: Decodable {
      struct Fault: Decodable { var field: String? }
      var errors: [Fault]
    }
    guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)) else { return "" }
    let names = answer.errors.compactMap(\.field).filter { !$0.contains("@") }.map { String($0.prefix(80)) }
    return names.isEmpty ? "" : " " + names.joined(separator: ", ")
  }
}
