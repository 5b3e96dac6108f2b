import PodctlCore

/// Talks to Stripe: one request out, one answer back, and what kind of answer it is. It tries nothing twice.
public final class StripeClient {
  /// The version of the API that every body and answer here is written for.
  public static let version = "2026-10-28.endive"
  /// Requests are at least so far apart: Stripe's own limit is 25 a second in a sandbox.
  private static let spacingMilliseconds: Int64 = 100
  private static let maximumBytes = 8 << 20

  /// Stripe's answer, or why there is none.
  enum Reply {
    case answer(status: Int, headers: HTTPHeaders, object: StripeObject?)
    case failed(HTTPFailure)
  }

  public let isLive: Bool
  private let transport: any HTTPTransport
  private let key: StripeKey
  private let address: StripeAddress
  let now: () -> Instant
  private let sleep: (Int) -> Void
  private var lastRequestAt: Instant?

  /// `sleep` takes milliseconds. Whether the key may be used at the address is `StripeAddress.admit`'s affair.
  public init(
    _ transport: any HTTPTransport, key: StripeKey, address: StripeAddress, now: @escaping () -> Instant,
    sleep: @escaping (Int) -> Void
  ) {
    self.transport = transport
    self.key = key
    self.address = address
    self.now = now
    self.sleep = sleep
    isLive = key.isLive
  }

  /// Asks for something; a GET may use a connection that is open already.
  func get(_ path: String, _ query: [FormField] = []) -> Reply {
    let words = String(decoding: FormBody.encoded(query), as: UTF8.self)
    return perform(.get, words.isEmpty ? path : "\(path)?\(words)", body: [], key: nil)
  }

  /// Sends a frozen body under its key, on a connection of its own.
  func post(_ path: String, _ body: [UInt8], idempotencyKey: String) -> Reply {
    perform(.post, path, body: body, key: idempotencyKey)
  }

  private func perform(_ method: HTTPRequest.Method, _ path: String, body: [UInt8], key idempotencyKey: String?)
    -> Reply
  {
    guard let target = HTTPAddress(address.text + path) else {
      return .failed(HTTPFailure(reason: "no address can be made of the path", mayHaveArrived: false))
    }
    keepDistance()
    var request = HTTPRequest(
      method, target, body: body, maximumBytes: StripeClient.maximumBytes, connectSeconds: 10, totalSeconds: 80)
    request.mayUseProxy = false
    request.isSentOnce = method == .post
    request.headers.add("Authorization", key.authorization)
    request.headers.add("Stripe-Version", StripeClient.version)
    if let idempotencyKey {
      request.headers.add("Content-Type", "application/x-www-form-urlencoded")
      request.headers.add("Idempotency-Key", idempotencyKey)
      // libcurl would wait for a leave to send a large body.
      request.headers.add("Expect", "")
    }
    do {
      let answer = try transport.attempt(request)
      guard !answer.isCut else {
        return .failed(HTTPFailure(reason: "the answer is larger than any of Stripe's", mayHaveArrived: true))
      }
      return .answer(status: answer.status, headers: answer.headers, object: StripeObject(answer.body))
    } catch {
      return .failed(error)
    }
  }

  private func keepDistance() {
    if let lastRequestAt {
      let passed = (now().microseconds - lastRequestAt.microseconds) / 1000
      if (0..<StripeClient.spacingMilliseconds).contains(passed) {
        sleep(Int(StripeClient.spacingMilliseconds - passed))
      }
    }
    lastRequestAt = now()
  }
}
