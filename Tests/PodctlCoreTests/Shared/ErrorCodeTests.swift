import PodctlCore
import Testing

@Suite("Error codes")
struct ErrorCodeTests {
  @Test("no two errors share a code word, and words are snake_case")
  func words() {
    let words = ErrorCode.allCases.map(\.rawValue)
    #expect(Set(words).count == words.count)
    for word in words {
      #expect(word.allSatisfy { $0 == "_" || ("a"..."z").contains($0) }, "\(word)")
      #expect(!word.hasPrefix("_") && !word.hasSuffix("_") && !word.contains("__"), "\(word)")
    }
  }

  @Test("every error ends with a status that is not success")
  func statuses() {
    for code in ErrorCode.allCases { #expect(code.exit != .success, "\(code.rawValue)") }
  }

  @Test("what is not found exits 66, unless it is a whole database")
  func notFound() {
    for code in ErrorCode.allCases where code.rawValue.hasSuffix("_not_found") {
      #expect(code.exit == (code == .databaseNotFound ? .unavailable : .notFound), "\(code.rawValue)")
    }
  }

  @Test("the exit statuses are those of the contract, each once")
  func contract() {
    #expect(
      ExitStatus.allCases.map(\.rawValue) == [0, 1, 64, 65, 66, 69, 70, 73, 74, 75, 77, 78, 130, 143])
  }

  @Test("errors are equal when all that they say is equal")
  func equality() {
    let error = PodctlError(.usage, "no", hint: "yes", commands: ["podctl"], context: [.init("a", "b")])
    var other = error
    #expect(error == other)
    other.context = [.init("a", "c")]
    #expect(error != other)
    #expect(error.exit == .usage)
  }
}
