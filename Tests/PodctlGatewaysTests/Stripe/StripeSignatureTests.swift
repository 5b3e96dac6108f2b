import Foundation
import PodctlCore
import PodctlGateways
import Testing

/// The vectors of Stripe's own library for Python (MIT), which lets a time ahead of ours pass; podctl does not.
struct StripeVector: Sendable, CustomTestStringConvertible {
  static let secret = "whsec_podctl_test_0123456789"
  static let body = Array(
    #"{"id":"evt_1","object":"event","type":"invoice.paid","livemode":false,"data":{"object":{"id":"in_1","note":"Zoë"}}}"#
      .utf8)
  static let time: Int64 = 1_795_456_383
  static let code = "014f53c9203444fece56e1b65d65a40a889c2b7f2da84eb81381b778476ac50f"

  var testDescription: String
  var header: String
  var now: Int64
  var isGood: Bool

  init(_ name: String, _ header: String, now: Int64 = time, isGood: Bool) {
    testDescription = name
    self.header = header
    self.now = now
    self.isGood = isGood
  }

  static let all = [
    StripeVector("valid", "t=\(time),v1=\(code)", isGood: true),
    StripeVector("at the tolerance's edge", "t=\(time),v1=\(code)", now: time + 300, isGood: true),
    StripeVector("too old", "t=\(time),v1=\(code)", now: time + 301, isGood: false),
    StripeVector("at the other edge", "t=\(time),v1=\(code)", now: time - 300, isGood: true),
    StripeVector("too far ahead", "t=\(time),v1=\(code)", now: time - 301, isGood: false),
    StripeVector("v0 only", "t=\(time),v0=\(code)", isGood: false),
    StripeVector(
      "two v1, the second valid", "t=\(time),v1=\(String(repeating: "0", count: 64)),v1=\(code)", isGood: true),
    StripeVector("v0 beside v1", "t=\(time),v1=\(code),v0=\(String(repeating: "f", count: 64))", isGood: true),
    StripeVector("time changed", "t=\(time + 1),v1=\(code)", now: time + 1, isGood: false),
    StripeVector("no time", "v1=\(code)", isGood: false),
    StripeVector("empty", "", isGood: false),
    StripeVector("blanks after commas", "t=\(time), v1=\(code)", isGood: true),
  ]
}

@Suite("A webhook is believed only with Stripe's signature")
struct StripeSignatureTests {
  private func code(_ vector: StripeVector, _ body: [UInt8] = StripeVector.body) -> ErrorCode? {
    do throws(PodctlError) {
      try StripeSignature(header: vector.header)
        .verify(body, secret: StripeVector.secret, now: Instant(seconds: vector.now))
      return nil
    } catch {
      return error.code
    }
  }

  @Test("Stripe's vectors, and both sides of the clock", arguments: StripeVector.all)
  func isStripes(vector: StripeVector) { #expect(code(vector) == (vector.isGood ? nil : .signatureInvalid)) }

  @Test("one byte changed anywhere is another body")
  func changed() {
    for place in StripeVector.body.indices {
      var body = StripeVector.body
      body[place] ^= 1
      #expect(code(StripeVector.all[0], body) == .signatureInvalid, "byte \(place)")
    }
  }

  @Test("what is no signing secret is told")
  func secret() {
    let error = #expect(throws: PodctlError.self) {
      try StripeSignature(header: "t=1,v1=0").verify([], secret: "sk_test_1234567890", now: Instant(seconds: 1))
    }
    #expect(error?.code == .webhookKeyInvalid)
  }

  @Test("the event tells what it is about, and what is none is refused")
  func event() throws {
    let event = try StripeEvent(body: StripeVector.body)
    #expect(event.id == "evt_1" && event.invoice == "in_1" && !event.isLive && event.tenant == nil)
    for text in ["", "[]", "{}", #"{"object":"event","id":"evt_1"}"#, #"{"id":"in_1","object":"invoice"}"#] {
      let error = #expect(throws: PodctlError.self) { try StripeEvent(body: Array(text.utf8)) }
      #expect(error?.code == .eventInvalid, "\(text)")
    }
  }
}
