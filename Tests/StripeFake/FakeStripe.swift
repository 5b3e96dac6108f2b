import Foundation
import PodctlGateways

/// Stripe as far as invoices go, with a memory: objects, keys that are kept for a day and then forgotten, saved errors,
/// pages. It counts what was done to the world, which is what the tests are about.
public final class FakeStripe: @unchecked Sendable {
  public struct Request {
    public var method: String
    public var path: String
    public var query: [String: String] = [:]
    public var headers: [String: String] = [:]
    public var body: [UInt8] = []

    /// `target` is path and query; names of headers in lower case.
    public init(method: String, target: String, headers: [String: String], body: [UInt8]) {
      self.method = method
      let parts = target.split(separator: "?", maxSplits: 1)
      path = String(parts.first ?? "/")
      if parts.count == 2 {
        query = FakeStripe.fields(Array(parts[1].utf8))
      }
      self.headers = headers
      self.body = body
    }
  }

  public struct Answer: Sendable {
    public var status: Int
    public var headers: [(String, String)] = []
    public var body: String

    public init(status: Int, headers: [(String, String)] = [], body: String) {
      self.status = status
      self.headers = headers
      self.body = body
    }
  }

  /// What an answer is to be in place of the right one.
  public enum Fault: Sendable, CaseIterable {
    /// 500, kept under the key, before or after the work.
    case savedErrorBefore, savedErrorAfter
    /// 500 that is not kept, before any work; and 502 of a gateway after the work.
    case errorBefore, gatewayErrorAfter
    case rateLimited, keyInUse
    /// Errors on which Stripe says what to do.
    case errorNoRetry, refusalRetry
  }

  public typealias Object = [String: Any]

  struct Saved {
    var parameters: String
    var answer: Answer
    var at: Int64
  }

  private let lock = NSLock()
  /// Seconds; a test sets it forward to have keys forgotten.
  public var now: Int64
  public var isLive = false
  /// Refuses every key.
  public var isShut = false
  /// Called for each request before it is worked on.
  public var fault: (Request) -> Fault? = { _ in nil }
  /// Called after each POST that worked, with the fake itself: somebody at the Dashboard.
  public var bystander: (FakeStripe, Request) -> Void = { _, _ in }
  /// Every request that arrived.
  public var log: [String] = []
  public internal(set) var customers: [Object] = []
  public internal(set) var invoices: [Object] = []
  public internal(set) var items: [Object] = []
  public internal(set) var events: [Object] = []
  public internal(set) var creditNotes: [Object] = []
  public internal(set) var subscriptions: [Object] = []
  public internal(set) var payments: [Object] = []
  public internal(set) var refunds: [Object] = []
  /// Whether the key may read refunds; a restricted one needs that right.
  public var mayReadRefunds = true
  /// Times that an invoice was finalized and sent, by id.
  public internal(set) var finalized: [String: Int] = [:]
  public internal(set) var sent: [String: Int] = [:]
  /// Times that an invoice was said to be paid outside, by id.
  public internal(set) var told: [String: Int] = [:]
  /// Times that a subscription was changed or told to end, by id.
  public internal(set) var changes: [String: Int] = [:]
  var saved: [String: Saved] = [:]
  private var count = 0
  public static let keptSeconds: Int64 = 86_400

  public init(now: Int64) { self.now = now }

  public func handle(_ request: Request) -> Answer {
    lock.lock()
    defer { lock.unlock() }
    log.append("\(request.method) \(request.path)")
    guard !isShut, request.headers["authorization"]?.hasPrefix("Bearer ") == true else {
      return error(401, "invalid_request_error", "no key")
    }
    guard request.headers["stripe-version"] == StripeClient.version else {
      return error(400, "invalid_request_error", "no version")
    }
    guard StripeOperations.operation(of: request) != nil else {
      return error(404, "invalid_request_error", "not one of podctl's operations")
    }
    if request.method != "POST" { return read(request) }
    guard let key = request.headers["idempotency-key"], !key.isEmpty, key.utf8.count <= 255,
      request.headers["content-type"] == "application/x-www-form-urlencoded"
    else { return error(400, "invalid_request_error", "a POST needs a key and a form") }
    let answer = post(request, key)
    if answer.status == 200 { bystander(self, request) }
    return answer
  }

  private func post(_ request: Request, _ key: String) -> Answer {
    saved = saved.filter { now - $0.value.at < FakeStripe.keptSeconds }
    let parameters = request.path + "\n" + String(decoding: request.body, as: UTF8.self)
    let fault = fault(request)
    switch fault {
    case .rateLimited: return error(429, "invalid_request_error", "rate_limit")
    case .keyInUse: return error(409, "idempotency_error", "idempotency_key_in_use")
    case .errorBefore: return error(500, "api_error", "not kept")
    case .errorNoRetry: return error(500, "api_error", "no", headers: [("Stripe-Should-Retry", "false")])
    case .refusalRetry:
      return error(400, "invalid_request_error", "again", headers: [("Stripe-Should-Retry", "true")])
    default: break
    }
    if let known = saved[key] {
      guard known.parameters == parameters else { return error(400, "idempotency_error", "other parameters") }
      var answer = known.answer
      answer.headers.append(("Idempotent-Replayed", "true"))
      return answer
    }
    if fault == .savedErrorBefore {
      return keep(error(500, "api_error", "kept"), key, parameters)
    }
    let answer = work(request)
    switch fault {
    case .savedErrorAfter: return keep(error(500, "api_error", "kept"), key, parameters)
    case .gatewayErrorAfter:
      _ = keep(answer, key, parameters)
      return Answer(status: 502, body: "<html>bad gateway</html>")
    // Refused parameters are not kept.
    default: return answer.status == 200 ? keep(answer, key, parameters) : answer
    }
  }

  /// As if the key had been used for something else.
  public func remember(_ key: String, parameters: String) {
    saved[key] = Saved(parameters: parameters, answer: Answer(status: 200, body: "{}"), at: now)
  }

  private func keep(_ answer: Answer, _ key: String, _ parameters: String) -> Answer {
    saved[key] = Saved(parameters: parameters, answer: answer, at: now)
    return answer
  }

  func error(_ status: Int, _ type: String, _ message: String, headers: [(String, String)] = []) -> Answer {
    let code = type == "idempotency_error" && status == 409 ? "idempotency_key_in_use" : "fake"
    return Answer(
      status: status, headers: [("Request-Id", "req_fake")] + headers,
      body: FakeStripe.json(["error": ["type": type, "code": code, "message": message]]))
  }

  func success(_ object: Object) -> Answer {
    Answer(status: 200, headers: [("Request-Id", "req_fake")], body: FakeStripe.json(object))
  }

  func newID(_ prefix: String) -> String {
    count += 1
    return "\(prefix)_\(String(format: "%06d", count))"
  }

  static func json(_ object: Object) -> String {
    (try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys]))
      .map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  static func fields(_ bytes: [UInt8]) -> [String: String] {
    Dictionary((FormBody.decoded(bytes) ?? []).map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}
