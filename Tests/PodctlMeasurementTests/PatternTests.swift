import Foundation
import PodctlCore
import SeededNumbers
import Testing

@testable import PodctlMeasurement

@Suite("Patterns of agent lists")
struct PatternTests {
  private func matches(_ pattern: String, _ text: String) throws -> Bool {
    var machine = PatternMachine(try PatternProgram(try PatternParser.parse(pattern)))
    return Array(text.utf8).withUnsafeBufferPointer { machine.matches($0) }
  }

  @Test(
    "a pattern matches what its syntax says",
    arguments: [
      ("^abc$", "abc", true), ("^abc$", "abcd", false), ("a.c", "xaéc", true), ("^a.$", "aé", true),
      ("a|b", "xb", true),
      ("(ab)+c", "ababc", true), ("^(ab){2,3}$", "abab", true), ("^(ab){2,3}$", "ab", false), ("a{2}", "xaa", true),
      ("[^0-9]x", "1x", false), ("[^0-9]x", "éx", true), ("\\bbot\\b", "a bot.", true), ("\\bbot\\b", "robot", false),
      ("^\\d+\\.\\d*", "12.", true), ("", "", true), ("^$", "", true), ("^$", "x", false), ("a.c", "a\nc", false),
      ("Подкасты/", "x Подкасты/1", true), ("x*?y", "y", true), ("(a*)*b", "aaab", true), ("\\(x\\)", "(x)", true),
      ("[\\d.]+ [a-z-]", "1.2 -", true), ("()|x", "q", true),
    ])
  func syntax(_ pattern: String, _ text: String, _ expected: Bool) throws {
    #expect(try matches(pattern, text) == expected)
  }

  @Test(
    "what is not supported is refused, not misread",
    arguments: ["(?i)x", "(?=x)", "(?<n>x)", "a)", "(a", "[a", "*a", "a{x}", "\\1", "\\p{L}", "a\\", "[é]", "[z-a]"])
  func refusals(_ pattern: String) {
    #expect(throws: PatternParser.Fault.self) { _ = try PatternParser.parse(pattern) }
  }

  @Test("a pattern that backtracking would never finish takes linear time")
  func linear() throws {
    #expect(try !matches("^(a+)+$", String(repeating: "a", count: 5000) + "b"))
  }

  @Test("required strings stand in every match")
  func literals() throws {
    func required(_ pattern: String) throws -> [String]? {
      RequiredLiterals.of(try PatternParser.parse(pattern))?.map { String(decoding: $0, as: UTF8.self) }.sorted()
    }
    #expect(try required("^Overcast/") == ["Overcast/"])
    #expect(try required("[bB]ot") == ["Bot", "bot"])
    #expect(try required("ab|cd.*e") == ["ab", "cd"])
    #expect(try required("a.*longer") == ["longer"])
    #expect(try required("x?y?") == nil)
    #expect(try required("\\d+") == nil)
    #expect(try required("Times(%20|\\s)Radio") == ["Radio"] || required("Times(%20|\\s)Radio") == ["Times"])
  }
}

@Suite("The published agent lists", .enabled(if: SharedData.isPresent, "../shared/data is absent"))
struct PublishedListTests {
  /// Agents that lie near the patterns: their own literals, spliced and mutated, and everyday agents.
  private func agents(_ patterns: [String], seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    let everyday = [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
      "AppleCoreMedia/1.0.0.21A329 (iPhone; U; CPU OS 17_0_1 like Mac OS X; en_us)", "Podcasts/1600.1 CFNetwork/1400",
      "Spotify/8.8 Android/33 (SM-A546E)", "Dalvik/2.1.0 (Linux; U; Android 13)", "", "x", "Mozilla/5.0",
    ]
    var result = everyday
    for pattern in patterns {
      let plain = pattern.replacing("\\d", with: "7").replacing("\\s", with: " ").replacing(".*", with: " x ")
        .replacing(".+", with: "yy")
      for branch in plain.split(separator: "|") {
        var text = String(
          String.UnicodeScalarView(branch.unicodeScalars.filter { !"^$()[]?+*\\{}".unicodeScalars.contains($0) }))
        result.append(text)
        result.append(text + "1.2 (Android; iOS) Darwin")
        if random.chance(50) { text = random.pick(everyday) + " " + text }
        if random.chance(50), !text.isEmpty {
          text.remove(at: text.index(text.startIndex, offsetBy: random.below(text.count)))
        }
        result.append(text + String(random.below(1000)))
      }
    }
    return result
  }

  @Test("every pattern agrees with Foundation's regular expressions on thousands of agents")
  func oracle() throws {
    let lists = try FilterLists.reading([SharedData.path("opawg")])
    let entries = lists.agents.entries
    #expect(entries.count == 922)
    let seed: UInt64 = 922
    let agents = agents(entries.map(\.pattern), seed: seed)
    let expressions = try entries.map { try NSRegularExpression(pattern: $0.pattern) }
    let programs = try entries.map { try PatternProgram(try PatternParser.parse($0.pattern)) }
    var machines = programs.map { PatternMachine($0) }
    var runner = PatternRunner()
    var random = SplitMix(seed: seed)
    for agent in agents {
      let range = NSRange(agent.startIndex..., in: agent)
      let bytes = Array(agent.utf8)
      // All 922 for some agents; the first match, which asks the patterns in front of it too, for others.
      if random.chance(2) {
        for (number, expression) in expressions.enumerated() {
          let expected = expression.firstMatch(in: agent, range: range) != nil
          let found = bytes.withUnsafeBufferPointer { machines[number].matches($0) }
          #expect(found == expected, "\(entries[number].pattern) on \(agent), seed \(seed)")
        }
      }
      let found = bytes.withUnsafeBufferPointer { lists.agents.first(for: $0, &runner) }
      if random.chance(3) {
        let expected = expressions.firstIndex { $0.firstMatch(in: agent, range: range) != nil }
        #expect(found == expected, "\(agent), seed \(seed)")
      } else if let found {
        #expect(expressions[found].firstMatch(in: agent, range: range) != nil, "\(agent), seed \(seed)")
      }
    }
  }

  @Test("the first list that knows an agent decides")
  func order() throws {
    let lists = try FilterLists.reading([SharedData.path("opawg")])
    var runner = PatternRunner()
    func name(_ agent: String) -> String? {
      Array(agent.utf8).withUnsafeBufferPointer { lists.agents.first(for: $0, &runner) }.map {
        "\(lists.agents.entries[$0].list.rawValue) \(lists.agents.entries[$0].isBot)"
      }
    }
    #expect(name("Mozilla/5.0 (compatible; AhrefsBot/2.37)") == "bots true")
    #expect(name("Overcast/3.0 (+http://overcast.fm/; iOS podcast app)") == "apps false")
    #expect(name("Apache-HttpClient/4.5") == "libraries true")
    #expect(name("AppleCoreMedia/1.0.0") == "libraries false")
    #expect(name("never heard of") == nil)
  }

  @Test("data centres are known, Private Relay is not one of them")
  func networks() throws {
    let lists = try FilterLists.reading([SharedData.path("datacenter")])
    func isListed(_ text: String) throws -> Bool {
      lists.networks.isDatacenter(try #require(ListenerAddress(text)), on: 0)
    }
    #expect(try isListed("1.178.1.7"))
    #expect(try isListed("2a0a:a440::1"))
    #expect(try isListed("2a0d:3002:2100:a00c:5::4065"))
    #expect(try !isListed("2a0d:3002:2100:a00c:5::4066") || isListed("2a0d:3002::1"))
    #expect(try !isListed("104.28.100.10"))
    #expect(try !isListed("84.160.10.1"))
    #expect(lists.sources.first?.name.hasPrefix("built-in") == true)
  }
}
