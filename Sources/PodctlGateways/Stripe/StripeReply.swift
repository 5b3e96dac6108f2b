import PodctlCore

extension StripeClient.Reply {
  /// What an answer to a POST means, by the retry table; `kind` is the object that Stripe gives on success.
  func outcome(expecting kind: String, isLive: Bool) -> EffectOutcome {
    switch self {
    case .failed(let failure):
      return failure.mayHaveArrived ? .lost(reason: failure.reason) : .notSent(reason: failure.reason)
    case .answer(let status, let headers, let object):
      let reason = StripeClient.Reply.reason(status, headers, object)
      let advice = headers["Stripe-Should-Retry"]?.lowercased()
      switch status {
      case 200:
        guard let object, let id = object.id, object.kind == kind else {
          return .lost(reason: "the answer is no \(kind) of Stripe")
        }
        guard object.flag("livemode") == isLive else { return .lost(reason: "the answer is of the other mode") }
        return .done(remoteID: id)
      case 400 where object?.object("error")?.text("type") == "idempotency_error": return .conflict(reason: reason)
      case 401, 403: return .barred(reason: reason)
      case 500...599:
        // Only Stripe's own words say that work on the request has ended; a gateway in between knows nothing of it.
        let isAnswer = status == 500 && object?.object("error") != nil
        return .fault(reason: reason, isAnswer: isAnswer, mayRetry: advice != "false")
      case 409, 429: return .busy(reason: reason, seconds: headers["Retry-After"].flatMap { Int($0) })
      case 400...499: return advice == "true" ? .busy(reason: reason, seconds: nil) : .refused(reason: reason)
      default: return .lost(reason: reason)
      }
    }
  }

  /// The object that was asked for; else why it cannot be had, which `absent` (404) is no part of.
  func found(_ kind: String, isLive: Bool) throws(StripeMiss) -> StripeObject {
    switch self {
    case .failed(let failure): throw .unclear(failure.reason)
    case .answer(let status, let headers, let object):
      let reason = StripeClient.Reply.reason(status, headers, object)
      switch status {
      case 200:
        // Stripe answers a GET of something deleted with its id and a flag.
        if object?.flag("deleted") == true { throw .absent(reason) }
        guard let object, object.kind == kind, kind == "list" || object.flag("livemode") == isLive else {
          throw .unclear("the answer is no \(kind) of Stripe in this mode")
        }
        return object
      case 401, 403: throw .barred(reason)
      case 404: throw .absent(reason)
      default: throw .unclear(reason)
      }
    }
  }

  /// Status, Stripe's own words of code and the request's id. Its message is left out: it may quote an address.
  private static func reason(_ status: Int, _ headers: HTTPHeaders, _ object: StripeObject?) -> String {
    let error = object?.object("error")
    let words = [error?.text("type"), error?.text("code"), error?.text("param")].compactMap { $0 }
    let request = headers["Request-Id"].map { ", \($0.prefix(64))" } ?? ""
    return "HTTP \(status)\(words.isEmpty ? "" : " " + words.joined(separator: " "))\(request)"
  }
}

/// Why something could not be had from Stripe.
enum StripeMiss: Error {
  case absent(String)
  case unclear(String)
  case barred(String)

  var sight: EffectSight {
    switch self {
    case .absent(let reason): .impossible(reason: reason)
    case .unclear(let reason): .unclear(reason: reason)
    case .barred(let reason): .barred(reason: reason)
    }
  }
}
