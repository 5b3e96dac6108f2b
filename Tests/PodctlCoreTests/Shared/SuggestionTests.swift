import PodctlCore
import Testing

@Suite("Suggestions")
struct SuggestionTests {
  static let words = ["fall-flight", "spring-flight", "acme", "acne", "pacing", "list"]

  static let findsCases: [(String, String)] = [
    ("fall-fligt", "fall-flight"), ("fall-flihgt", "fall-flight"), ("FALL-FLIGHT", "fall-flight"), ("acmee", "acme"),
    ("pacign", "pacing"), ("lsit", "list"), ("lst", "list"),
  ]

  @Test("a slip of the finger finds its word", arguments: findsCases)
  func finds(word: String, nearest: String) {
    #expect(Suggestion.nearest(to: word, among: Self.words) == nearest)
  }

  @Test("a word far from all others suggests none", arguments: ["zebra", "completely-else", "", "xy"])
  func findsNone(word: String) {
    #expect(Suggestion.nearest(to: word, among: Self.words) == nil)
  }

  @Test("ties go to the earlier word, and no words suggest none")
  func ties() {
    #expect(Suggestion.nearest(to: "acXe", among: ["acme", "acne"]) == "acme")
    #expect(Suggestion.nearest(to: "acXe", among: ["acne", "acme"]) == "acne")
    #expect(Suggestion.nearest(to: "acme", among: []) == nil)
  }
}
