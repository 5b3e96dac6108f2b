import Foundation
import PodctlCore

/// SendGrid's batches: mails that wait there until their time and can be taken back together until ten minutes before it.
public final class SendGridBatches {
  private static let maximumBytes = 1 << 20

  /// What SendGrid's clock showed when it last answered, where it said so.
  public private(set) var serviceTime: Instant?
  private let transport: any HTTPTransport
  private let key: SendGridKey
  private let address: SendGridAddress

  public init(_ transport: any HTTPTransport, key: SendGridKey, address: SendGridAddress) {
    self.transport = transport
    self.key = key
    self.address = address
  }

  /// A new batch's name. One that no mail is given is forgotten there. Throws `gateway_refused` or `effects_delayed`.
  public func create() throws(PodctlError) -> String {
    struct Answer: Decodable { var batch_id: String }
    let answer: HTTPResponse
    do { answer = try ask(.post, "/v3/mail/batch", body: []) } catch { throw Self.absence(error) }
    guard answer.status == 201, let batch = try? JSONDecoder().decode(Answer.self, from: Data(answer.body)).batch_id,
      Self.isName(batch)
    else { throw Self.refusal(answer.status) }
    return batch
  }

  /// Asks to have all mails of a batch back, those too that are still on their way there; asking again changes nothing.
  public func recall(_ batch: String) -> MailRecallAnswer {
    guard Self.isName(batch) else { return .refused(reason: "that is no batch of SendGrid's") }
    let body = Array(#"{"batch_id":"\#(batch)","status":"cancel"}"#.utf8)
    let answer: HTTPResponse
    do { answer = try ask(.post, "/v3/user/scheduled_sends", body: body) } catch {
      return .unclear(reason: error.reason, mayArrive: error.mayHaveArrived)
    }
    switch answer.status {
    case 201: return .taken
    // A batch that is cancelled already is refused as well: only a look tells the two apart.
    case 400: return look(batch)
    case 401, 403: return .barred(reason: Self.text(answer.status))
    case 429: return .unclear(reason: Self.text(answer.status), mayArrive: false)
    case 402...499: return .refused(reason: Self.text(answer.status))
    default: return .unclear(reason: Self.text(answer.status), mayArrive: true)
    }
  }

  /// Whether a batch is held back; refused where SendGrid says that it is not.
  public func look(_ batch: String) -> MailRecallAnswer {
    struct Standing: Decodable {
      var batch_id: String
      var status: String
    }
    guard Self.isName(batch) else { return .refused(reason: "that is no batch of SendGrid's") }
    let answer: HTTPResponse
    do { answer = try ask(.get, "/v3/user/scheduled_sends/\(batch)", body: []) } catch {
      return .unclear(reason: error.reason, mayArrive: false)
    }
    switch answer.status {
    case 200:
      guard let standings = try? JSONDecoder().decode([Standing].self, from: Data(answer.body)) else {
        return .unclear(reason: "no answer of SendGrid's", mayArrive: false)
      }
      return standings.contains { $0.batch_id == batch && $0.status == "cancel" }
        ? .taken : .refused(reason: "SendGrid keeps the batch: too late, or ten are held back already")
    case 404: return .refused(reason: "SendGrid keeps the batch: too late, or ten are held back already")
    case 401, 403: return .barred(reason: Self.text(answer.status))
    default: return .unclear(reason: Self.text(answer.status), mayArrive: false)
    }
  }

  private static func text(_ status: Int) -> String { "SendGrid says HTTP \(status)" }

  private func ask(_ method: HTTPRequest.Method, _ path: String, body: [UInt8]) throws(HTTPFailure) -> HTTPResponse {
    guard let target = HTTPAddress(address.text + path) else {
      throw HTTPFailure(reason: "no address can be made of the path", mayHaveArrived: false)
    }
    var request = HTTPRequest(
      method, target, body: body, maximumBytes: Self.maximumBytes, connectSeconds: 10, totalSeconds: 30)
    request.mayUseProxy = false
    request.isSentOnce = true
    request.headers.add("Authorization", key.authorization)
    request.headers.add("Content-Type", "application/json")
    let answer = try transport.attempt(request)
    serviceTime = answer.headers["Date"].flatMap { FeedDate.instant($0)?.instant } ?? serviceTime
    return answer
  }

  private static func isName(_ text: String) -> Bool {
    (1...100).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || [45, 95].contains($0)
      }
  }

  private static func absence(_ failure: HTTPFailure) -> PodctlError {
    PodctlError(.effectsDelayed, "SendGrid gave no answer: \(failure.reason)", hint: "run it again later")
  }

  private static func refusal(_ status: Int) -> PodctlError {
    PodctlError(
      .gatewayRefused, "SendGrid does not do it: HTTP \(status)",
      hint: "batches need the key's right to scheduled sends; --window 0 sends at once and does without")
  }
}
