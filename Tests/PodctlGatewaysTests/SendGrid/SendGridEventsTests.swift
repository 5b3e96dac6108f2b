import Foundation
import PodctlCore
import PodctlGateways
import StripeFake
import Testing

@Suite("events as SendGrid tells them") struct SendGridEventsTests {
  /// Twilio's own vector, from sendgrid-python.
  private enum Vector {
    static let key =
      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g=="
    static let signature =
      "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM="
    static let timestamp = "1600112502"
    static let body = Array(
      (#"[{"email":"hello@world.com","event":"dropped","reason":"Bounced Address","sg_event_id":"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA","#
        + #""sg_message_id":"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0","#
        + #""smtp-id":"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>","timestamp":1600112492}]"# + "\r\n").utf8
    )
    static let now = Instant(seconds: 1_600_112_600)

    static func code(
      _ body: [UInt8] = body, key: String = key, signature: String = signature, timestamp: String = timestamp,
      now: Instant = now
    ) -> ErrorCode? {
      do {
        try SendGridSignature(signature: signature, timestamp: timestamp).verify(body, key: key, now: now)
        return nil
      } catch { return error.code }
    }
  }

  @Test("the vendor's vector is valid, and without its last line break it is not")
  func vector() throws {
    #expect(Vector.code() == nil)
    #expect(Vector.code(Array(Vector.body.dropLast(2))) == .signatureInvalid)
    let event = try #require(try SendGridEvents(Vector.body).events.first)
    #expect(event.kind == .dropped && event.suppression == "bounced" && event.address.text == "hello@world.com")
    #expect(event.message == "LRzXl_NHStOGhQ4kofSm_A" && event.effect == nil)
  }

  @Test("a bit that is flipped anywhere, in body, time or signature, is found")
  func bits() throws {
    for place in Vector.body.indices {
      var body = Vector.body
      body[place] ^= 1 << UInt8(place % 8)
      #expect(Vector.code(body) == .signatureInvalid, "byte \(place)")
    }
    let signature = Array(try #require(Data(base64Encoded: Vector.signature)))
    for place in signature.indices {
      var bytes = signature
      bytes[place] ^= 1
      #expect(Vector.code(signature: Data(bytes).base64EncodedString()) == .signatureInvalid, "byte \(place)")
    }
    #expect(Vector.code(timestamp: "1600112503") == .signatureInvalid)
    #expect(Vector.code(timestamp: "soon") == .signatureInvalid)
  }

  @Test("a time ahead of the clock is refused, an old one is not; a key that is none is said to be none")
  func edges() {
    #expect(Vector.code(now: Instant(seconds: 1_600_112_100)) == .signatureInvalid)
    #expect(Vector.code(now: Instant(seconds: 1_800_000_000)) == nil)
    #expect(Vector.code(key: "aGVsbG8=") == .webhookKeyInvalid)
    #expect(Vector.code(key: "not base64") == .webhookKeyInvalid)
    #expect(Vector.code(key: SendGridSigner.publicKey) == .signatureInvalid)
    let own = SendGridSigner.signature(of: Vector.body, at: Vector.timestamp)
    #expect(Vector.code(key: SendGridSigner.publicKey, signature: own) == nil)
  }

  @Test("which events suppress an address")
  func suppressing() throws {
    let cases: [(String, MailEvent.Kind, String?)] = [
      (#""event":"delivered""#, .delivered, nil), (#""event":"bounce""#, .bounced, "bounced"),
      (#""event":"bounce","type":"blocked""#, .blocked, nil), (#""event":"deferred""#, .deferred, nil),
      (#""event":"spamreport""#, .spamReport, "called it spam"),
      (#""event":"group_unsubscribe""#, .unsubscribed, "unsubscribed"),
      (#""event":"dropped","reason":"Unsubscribed Address""#, .dropped, "unsubscribed"),
      (#""event":"dropped","reason":"Recipient List over Package Quota""#, .dropped, nil),
      (#""event":"open""#, .read, nil),
    ]
    for (fields, kind, suppression) in cases {
      let body = Array("[{\(fields),\"email\":\"a@x.de\",\"sg_event_id\":\"e\",\"timestamp\":1}]".utf8)
      let event = try #require(try SendGridEvents(body).events.first, "\(fields)")
      #expect(event.kind == kind && event.suppression == suppression, "\(fields)")
    }
  }

  @Test("a damaged event is numbered and costs no other; a quoted address is not kept")
  func damaged() throws {
    let body = Array(
      (#"[{"event":"bounce","email":"a@x.de","sg_event_id":"1","timestamp":1,"reason":"550 <a@x.de> unknown user"},"#
        + #"7,{"event":"moved","email":"a@x.de","sg_event_id":"2","timestamp":1},"#
        + #"{"event":"bounce","email":"a@x.de","timestamp":"x"},{"event":"delivered","email":"b@x.de","sg_event_id":"3","timestamp":2}]"#)
        .utf8)
    let read = try SendGridEvents(body)
    #expect(read.events.map(\.id) == ["1", "3"] && read.faults.map(\.number) == [2, 3, 4])
    #expect(read.events.first?.reason == "550 … unknown user")
    #expect(throws: PodctlError.self) { try SendGridEvents(Array("{}".utf8)) }
  }
}
