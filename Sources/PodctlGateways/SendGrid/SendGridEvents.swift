import Foundation
import PodctlCore

/// The body of SendGrid's event webhook: an array of events, any of which may be damaged.
public struct SendGridEvents: Sendable {
  /// An event that cannot be used.
  public struct Fault: Sendable, Hashable {
    /// Its place in the array, from 1.
    public var number: Int
    public var reason: String
  }

  public private(set) var events: [MailEvent] = []
  public private(set) var faults: [Fault] = []

  /// Throws `rows_rejected` for a body that is no array.
  public init(_ body: [UInt8]) throws(PodctlError) {
    guard let wires = try? JSONDecoder().decode([Lenient].self, from: Data(body)) else {
      throw PodctlError(
        .rowsRejected, "the body is no JSON array of events", hint: "pass the body of SendGrid's request as it came")
    }
    for (index, wire) in wires.enumerated() {
      switch wire.event.flatMap(Self.event) {
      case .success(let event)?: events.append(event)
      case .failure(let unusable)?: faults.append(Fault(number: index + 1, reason: unusable.reason))
      case nil: faults.append(Fault(number: index + 1, reason: "it is no event"))
      }
    }
  }

  private struct Unusable: Error { var reason: String }

  private static func event(_ wire: Wire) -> Result<MailEvent, Unusable> {
    guard let id = wire.sg_event_id, (1...256).contains(id.utf8.count) else {
      return .failure(Unusable(reason: "it has no sg_event_id"))
    }
    guard let kind = kind(wire) else { return .failure(Unusable(reason: "its kind is not known")) }
    guard let address = MailAddress(wire.email ?? "") else {
      return .failure(Unusable(reason: "its address is none"))
    }
    guard let seconds = wire.timestamp, (0...4_102_444_800).contains(seconds) else {
      return .failure(Unusable(reason: "it has no timestamp"))
    }
    // The rest of the id names the machine that worked on it.
    let message = wire.sg_message_id?.prefix { $0 != "." }.prefix(128)
    return .success(
      MailEvent(
        id: id, kind: kind, effect: wire.podctl_effect.flatMap { Identifier($0) }, message: message.map { String($0) },
        address: address, reason: wire.reason.flatMap(shortened), occurredAt: Instant(seconds: seconds)))
  }

  private static func kind(_ wire: Wire) -> MailEvent.Kind? {
    switch wire.event {
    case "processed": .processed
    case "deferred": .deferred
    case "delivered": .delivered
    case "bounce": wire.type == "blocked" ? .blocked : .bounced
    case "blocked": .blocked
    case "dropped": .dropped
    case "spamreport": .spamReport
    case "unsubscribe", "group_unsubscribe": .unsubscribed
    case "group_resubscribe": .resubscribed
    case "open", "click": .read
    default: nil
    }
  }

  /// Servers quote the address in their refusals, which is not kept.
  private static func shortened(_ reason: String) -> String? {
    let words = reason.split(whereSeparator: \.isWhitespace).map { $0.contains("@") ? "…" : String($0) }
    return words.isEmpty ? nil : String(words.joined(separator: " ").prefix(200))
  }

  private struct Wire: Decodable {
    var email: String?
    var event: String?
    var type: String?
    var reason: String?
    var sg_event_id: String?
    var sg_message_id: String?
    var timestamp: Int64?
    var podctl_effect: String?
  }

  private struct Lenient: Decodable {
    var event: Wire?
    init(from decoder: any Decoder) throws { event = try? Wire(from: decoder) }
  }
}
