import Foundation

/// SendGrid as far as sending goes: it remembers what it took, and which batches it was told to keep back.
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
    public var batch: String?
    /// In Unix time; nil for at once.
    public var sendAt: Int64?
  }

  private let lock = NSLock()
  private var taken: [Mail] = []
  private var count = 0
  private var batches = 0
  private var cancelled: Set<String> = []
  private var loses: @Sendable (FakeStripe.Request) -> Bool = { _ in false }
  private var status: @Sendable (Int) -> Int = { _ in 202 }

  public init() {}

  public var mails: [Mail] { lock.withLock { taken } }

  /// What reaches people: what waits in a batch that was cancelled does not.
  public var delivered: [Mail] {
    lock.withLock { taken.filter { mail in mail.batch.map { !cancelled.contains($0) } ?? true } }
  }

  /// Requests to cancel whose answer is an error of the server, though they are done.
  public var losing: @Sendable (FakeStripe.Request) -> Bool {
    get { lock.withLock { loses } }
    set { lock.withLock { loses = newValue } }
  }

  /// The status of the answer to each request, which are counted from 1; only 202 takes the mail.
  public var answer: @Sendable (Int) -> Int {
    get { lock.withLock { status } }
    set { lock.withLock { status = newValue } }
  }

  public func handle(_ request: FakeStripe.Request) -> FakeStripe.Answer {
    lock.withLock {
      guard request.headers["authorization"]?.hasPrefix("Bearer SG.test") == true else {
        return FakeStripe.Answer(status: 401, body: #"{"errors":[{"message":"authorization","field":null}]}"#)
      }
      guard request.method == "POST", request.path == "/v3/mail/send" else { return schedule(request) }
      count += 1
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

  /// Batches: made by name, cancelled once, and looked at.
  private func schedule(_ request: FakeStripe.Request) -> FakeStripe.Answer {
    let place = "/v3/user/scheduled_sends"
    switch (request.method, request.path) {
    case ("POST", "/v3/mail/batch"):
      batches += 1
      return FakeStripe.Answer(status: 201, body: #"{"batch_id":"Batch-\#(batches)"}"#)
    case ("POST", place):
      guard let wire = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: String],
        let batch = wire["batch_id"], wire["status"] == "cancel", !cancelled.contains(batch), cancelled.count < 10
      else { return FakeStripe.Answer(status: 400, body: #"{"errors":[{"message":"bad","field":"batch_id"}]}"#) }
      cancelled.insert(batch)
      if loses(request) { return FakeStripe.Answer(status: 500, body: "") }
      return FakeStripe.Answer(status: 201, body: #"{"batch_id":"\#(batch)","status":"cancel"}"#)
    case ("GET", let path) where path.hasPrefix(place + "/"):
      let batch = String(path.dropFirst(place.count + 1))
      let body = cancelled.contains(batch) ? #"[{"batch_id":"\#(batch)","status":"cancel"}]"# : "[]"
      return FakeStripe.Answer(status: 200, body: body)
    default: return FakeStripe.Answer(status: 404, body: "{}")
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
      mark: (personalizations[0]["custom_args"] as? [String: Any])?["podctl_effect"] as? String,
      batch: wire["batch_id"] as? String, sendAt: (wire["send_at"] as? NSNumber)?.int64Value)
  }
}
