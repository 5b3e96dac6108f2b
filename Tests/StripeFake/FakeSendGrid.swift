import Foundation

/// SendGrid as far as sending goes: it remembers what it took.
public final class FakeSendGrid: @unchecked Sendable {
  public struct Mail: Sendable {
    public var to: String
    public var from: String
    public var subject: String
    /// Of the mail's parts, in order.
    public var types: [String]
    /// The text of the attached file.
    public var attachment: String?
    public var mark: String?
  }

  private let lock = NSLock()
  private var taken: [Mail] = []
  private var count = 0
  private var status: @Sendable (Int) -> Int = { _ in 202 }

  public init() {}

  public var mails: [Mail] { lock.withLock { taken } }

  /// The status of the answer to each request, which are counted from 1; only 202 takes the mail.
  public var answer: @Sendable (Int) -> Int {
    get { lock.withLock { status } }
    set { lock.withLock { status = newValue } }
  }

  public func handle(_ request: FakeStripe.Request) -> FakeStripe.Answer {
    lock.withLock {
      count += 1
      guard request.method == "POST", request.path == "/v3/mail/send" else {
        return FakeStripe.Answer(status: 404, body: "{}")
      }
      guard request.headers["authorization"]?.hasPrefix("Bearer SG.test") == true else {
        return FakeStripe.Answer(status: 401, body: #"{"errors":[{"message":"authorization","field":null}]}"#)
      }
      let status = status(count)
      guard status == 202 else {
        return FakeStripe.Answer(
          status: status, headers: [("X-RateLimit-Reset", "1")],
          body: #"{"errors":[{"message":"ann@kettle.example is bad","field":"personalizations.0.to"}]}"#)
      }
      guard let mail = FakeSendGrid.mail(request.body) else {
        return FakeStripe.Answer(status: 400, body: #"{"errors":[{"message":"bad","field":"content"}]}"#)
      }
      taken.append(mail)
      return FakeStripe.Answer(status: 202, headers: [("X-Message-Id", "message-\(count)")], body: "")
    }
  }

  private static func mail(_ body: [UInt8]) -> Mail? {
    guard let wire = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any],
      let personalizations = wire["personalizations"] as? [[String: Any]], personalizations.count == 1,
      let to = personalizations[0]["to"] as? [[String: Any]], to.count == 1, let address = to[0]["email"] as? String,
      let from = wire["from"] as? [String: Any], let subject = wire["subject"] as? String,
      let content = wire["content"] as? [[String: Any]]
    else { return nil }
    let file = (wire["attachments"] as? [[String: Any]])?.first?["content"] as? String
    return Mail(
      to: address, from: from["email"] as? String ?? "", subject: subject,
      types: content.compactMap { $0["type"] as? String },
      attachment: file.flatMap { Data(base64Encoded: $0) }.map { String(decoding: $0, as: UTF8.self) },
      mark: (personalizations[0]["custom_args"] as? [String: Any])?["podctl_effect"] as? String)
  }
}
