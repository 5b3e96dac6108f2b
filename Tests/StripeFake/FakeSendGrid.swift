import Foundation

/// SendGrid as far as sending goes: it remembers what it took, and which batches it was told to keep back. With a clock it
/// lets mails go at their time, keeps none for more than 72 hours, and takes a batch back until ten minutes before it goes,
/// ten of them at once.
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
    /// When it arrived, by the fake's clock.
    public var takenAt: Int64 = 0
  }

  static let horizonSeconds: Int64 = 72 * 3600
  static let lastCallSeconds: Int64 = 600
  static let mostCancelled = 10

  private let lock = NSLock()
  private var taken: [Mail] = []
  private var count = 0
  private var batches = 0
  /// When each batch was cancelled.
  private var cancelled: [String: Int64] = [:]
  private var clock: Int64?
  private var loses: @Sendable (FakeStripe.Request) -> Bool = { _ in false }
  private var status: @Sendable (Int) -> Int = { _ in 202 }

  public init() {}

  public var mails: [Mail] { lock.withLock { taken } }

  /// Seconds; nil where no rule of time holds and what is not cancelled counts as delivered.
  public var now: Int64? {
    get { lock.withLock { clock } }
    set { lock.withLock { clock = newValue } }
  }

  /// What has reached people by now: what waits in a batch that was cancelled does not.
  public var delivered: [Mail] {
    lock.withLock {
      taken.filter { mail in
        guard mail.batch.map({ cancelled[$0] == nil }) ?? true else { return false }
        guard let clock, let sendAt = mail.sendAt else { return true }
        return sendAt <= clock
      }
    }
  }

  /// Holds back a batch that is none of podctl's, as somebody else's program would.
  public func cancelElsewhere(_ batch: String) { lock.withLock { cancelled[batch] = clock ?? 0 } }

  /// Requests to cancel or to mail whose answer is an error of the server, though they are done.
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
      var answer = work(request)
      if let clock { answer.headers.append(("Date", FakeSendGrid.date(clock))) }
      return answer
    }
  }

  private func work(_ request: FakeStripe.Request) -> FakeStripe.Answer {
    guard request.method == "POST", request.path == "/v3/mail/send" else { return schedule(request) }
    count += 1
    let status = status(count)
    guard status == 202 else {
      return FakeStripe.Answer(
        status: status, headers: [("X-RateLimit-Reset", "\((clock ?? 0) + 1)")],
        body: #"{"errors":[{"message":"ann@kettle.example is bad","field":"personalizations.0.to"}]}"#)
    }
    guard var mail = FakeSendGrid.mail(request.body) else {
      return FakeStripe.Answer(status: 400, body: #"{"errors":[{"message":"bad","field":"content"}]}"#)
    }
    if let clock, let sendAt = mail.sendAt, sendAt > clock + FakeSendGrid.horizonSeconds {
      return FakeStripe.Answer(status: 400, body: #"{"errors":[{"message":"too late","field":"send_at"}]}"#)
    }
    mail.takenAt = clock ?? 0
    taken.append(mail)
    if loses(request) { return FakeStripe.Answer(status: 500, body: "") }
    return FakeStripe.Answer(status: 202, headers: [("X-Message-Id", "message-\(count)")], body: "")
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
        let batch = wire["batch_id"], wire["status"] == "cancel", cancelled[batch] == nil,
        openlyCancelled < FakeSendGrid.mostCancelled, hasTime(batch)
      else { return FakeStripe.Answer(status: 400, body: #"{"errors":[{"message":"bad","field":"batch_id"}]}"#) }
      cancelled[batch] = clock ?? 0
      if loses(request) { return FakeStripe.Answer(status: 500, body: "") }
      return FakeStripe.Answer(status: 201, body: #"{"batch_id":"\#(batch)","status":"cancel"}"#)
    case ("GET", let path) where path.hasPrefix(place + "/"):
      let batch = String(path.dropFirst(place.count + 1))
      let body = cancelled[batch] == nil ? "[]" : #"[{"batch_id":"\#(batch)","status":"cancel"}]"#
      return FakeStripe.Answer(status: 200, body: body)
    default: return FakeStripe.Answer(status: 404, body: "{}")
    }
  }

  /// Batches that are held back and whose time has not passed; of one without mails nobody knows the time.
  private var openlyCancelled: Int {
    guard let clock else { return cancelled.count }
    return cancelled.count { batch, at in
      let last = taken.filter { $0.batch == batch }.compactMap(\.sendAt).max()
      return (last ?? at + FakeSendGrid.horizonSeconds) > clock
    }
  }

  private func hasTime(_ batch: String) -> Bool {
    guard let clock, let first = taken.filter({ $0.batch == batch }).compactMap(\.sendAt).min() else { return true }
    return first - clock >= FakeSendGrid.lastCallSeconds
  }

  /// A time as HTTP writes it.
  private static func date(_ seconds: Int64) -> String {
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let day = "\(days[Int(parts.tm_wday)]), \(parts.tm_mday) \(months[Int(parts.tm_mon)]) \(Int(parts.tm_year) + 1900)"
    return String(format: "%@ %02d:%02d:%02d GMT", day, parts.tm_hour, parts.tm_min, parts.tm_sec)
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
