import Foundation
import PodctlCore

/// SendGrid's batches: mails that wait there until their time and can be taken back together until ten minutes before it.
public final class SendGridBatches {
  private static let maximumBytes = 1 << 20

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

  /// Has all mails of a batch taken back, those too that are still on their way there; asking again changes nothing.
  /// Throws `effects_unknown` where nobody knows whether it was heard, and `gateway_refused`.
  public func cancel(_ batch: String) throws(PodctlError) {
    guard Self.isName(batch) else { throw PodctlError(.internalFault, "that is no batch of SendGrid's") }
    let body = Array(#"{"batch_id":"\#(batch)","status":"cancel"}"#.utf8)
    let answer: HTTPResponse
    do { answer = try ask(.post, "/v3/user/scheduled_sends", body: body) } catch {
      throw error.mayHaveArrived ? Self.doubt : Self.absence(error)
    }
    if answer.status == 201 { return }
    // A batch that is cancelled already is refused as well: only a look tells the two apart.
    if answer.status == 400, try isCancelled(batch) { return }
    throw (400...499).contains(answer.status) ? Self.refusal(answer.status) : Self.doubt
  }

  private func isCancelled(_ batch: String) throws(PodctlError) -> Bool {
    struct Standing: Decodable {
      var batch_id: String
      var status: String
    }
    let answer: HTTPResponse
    do { answer = try ask(.get, "/v3/user/scheduled_sends/\(batch)", body: []) } catch { throw Self.absence(error) }
    guard answer.status == 200,
      let standings = try? JSONDecoder().decode([Standing].self, from: Data(answer.body))
    else { return false }
    return standings.contains { $0.batch_id == batch && $0.status == "cancel" }
  }

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
    return try transport.attempt(request)
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
      hint: "batches need the key's right to scheduled sends, and ten of them are cancelled at once at most")
  }

  private static let doubt = PodctlError(
    .effectsUnknown, "nobody knows whether SendGrid has taken the mails back",
    hint: "run it again: asking twice changes nothing")
}
