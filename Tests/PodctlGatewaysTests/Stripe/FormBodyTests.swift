import Foundation
import PodctlGateways
import Testing

@Suite("Forms are encoded as Stripe's own client does")
struct FormBodyTests {
  @Test(
    "the published vectors come out byte for byte", .enabled(if: StripeSharedData.isPresent, "no ../shared/data/stripe")
  )
  func vectors() throws {
    let cases = try #require(
      try StripeSharedData.object("form_encoding_vectors.json")["cases"] as? [[String: Any]])
    #expect(cases.count == 15)
    for vector in cases {
      let text = try #require(vector["body"] as? String)
      let pairs = try #require(vector["pairs"] as? [[String]])
      // A JSON object has lost the order of its fields, which the pairs have kept.
      let fields = pairs.map { FormField($0[0], .text($0[1])) }
      #expect(String(decoding: FormBody.encoded(fields), as: UTF8.self) == text)
      let decoded = try #require(FormBody.decoded(Array(text.utf8)))
      #expect(decoded.map { [$0.name, $0.value] } == pairs)
    }
  }

  @Test("nested names, lists, flags and what is left out")
  func nested() {
    let body = FormBody.encoded([
      FormField(
        "items", .list([.object([FormField("price", .text("p 1")), FormField("n", .integer(-2))]), .text("x")])),
      FormField("auto_advance", .flag(false)), FormField("gone", .none), FormField("none", .list([])),
      FormField("metadata", .object([FormField("a", .text(""))])),
    ])
    #expect(
      String(decoding: body, as: UTF8.self)
        == "items[0][price]=p+1&items[0][n]=-2&items[1]=x&auto_advance=false&metadata[a]=")
  }

  @Test("what is encoded decodes to itself, for any text")
  func roundTrip() throws {
    let seed: UInt64 = 77
    var random = SeededNumbers(state: seed)
    for _ in 0..<500 {
      let fields = (0..<Int.random(in: 0...5, using: &random)).map { number -> FormField in
        let scalars = (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in
          Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &random))
        }
        return FormField("f\(number)", .text(String(String.UnicodeScalarView(scalars))))
      }
      let decoded = try #require(FormBody.decoded(FormBody.encoded(fields)), "seed \(seed)")
      #expect(decoded.map { FormField($0.name, .text($0.value)) } == fields, "seed \(seed)")
    }
  }

  @Test("a broken body is no form", arguments: ["a", "a=%4", "a=%zz", "a=%ff"])
  func broken(text: String) { #expect(FormBody.decoded(Array(text.utf8)) == nil) }
}

struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
