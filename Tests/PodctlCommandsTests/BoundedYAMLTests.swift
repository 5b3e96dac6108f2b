import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@testable import PodctlCommands

@Suite("YAML comes in by one door, which is no wider than the text")
struct BoundedYAMLTests {
  /// Each level stands for ten of the one below.
  private static func levels(_ write: (String, String) -> String) -> String {
    let names = Array("abcdefghij").map(String.init)
    return "a: &a {x: 1}\n" + zip(names.dropFirst(), names).map { "\($0): &\($0) " + write($0, $1) + "\n" }.joined()
  }

  static let bombs = [
    levels { _, below in "{" + (0..<10).map { "k\($0): *\(below)" }.joined(separator: ", ") + "}" },
    levels { _, below in "[" + (0..<10).map { _ in "*\(below)" }.joined(separator: ", ") + "]" },
    levels { _, below in
      "{? *\(below) : 1, ? [*\(below)] : 2, ? [*\(below), 1] : 3, ? [1, *\(below)] : 4, ? [[*\(below)]] : 5}"
    },
    "a: &a '\(String(repeating: "x", count: 60_000))'\nb: [\(Array(repeating: "*a", count: 500).joined(separator: ","))]\n",
    "tenant: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
    "tenant: " + String(repeating: "{a: ", count: 200) + String(repeating: "}", count: 200),
  ]

  @Test("a text that stands for more than it holds ends at once, as settings and as an order", arguments: bombs)
  func ends(text: String) throws {
    #expect(throws: BoundedYAML.Excess.self) { try BoundedYAML.node(of: text) }
    let folder = try TemporaryFolder()
    let clock = ContinuousClock()
    let began = clock.now
    try folder.write(text, to: "podctl.yaml")
    let settings = try PodctlProcess.run(["config", "show"], in: folder.path)
    #expect(settings.status == 78 && settings.errors.contains("podctl.yaml"), "\(settings.errors)")
    let profile = try PodctlProcess.run(["config", "show", "--config", folder.file("podctl.yaml")])
    #expect(profile.status == 78, "\(profile.errors)")
    let error = #expect(throws: PodctlError.self) { try OrderFileReading.read(folder.file("podctl.yaml"), map: []) }
    #expect(error?.code == .orderFileInvalid)
    #expect(clock.now - began < .seconds(20))
  }

  @Test("aliases that stand for little are read, and merged keys with them")
  func aliases() throws {
    let text = "base: &b {cpm: 25, tags: [x, y]}\nflights: [\((0..<200).map { _ in "*b" }.joined(separator: ", "))]\n"
    struct Flight: Decodable {
      var cpm: Int
      var tags: [String]
    }
    struct Order: Decodable { var flights: [Flight] }
    let order = try BoundedYAML.decode(Order.self, from: text)
    #expect(order.flights.count == 200 && order.flights[199].tags == ["x", "y"])
    #expect(try BoundedYAML.node(of: "") == nil)
    #expect(throws: (any Error).self) { try BoundedYAML.node(of: "a: [") }
    #expect(throws: (any Error).self) { try BoundedYAML.node(of: "a: *nowhere") }
    #expect(try BoundedYAML.decode([String: Int].self, from: "a: &n 1\nb: *n\n") == ["a": 1, "b": 1])
  }
}
