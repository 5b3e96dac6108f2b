import Foundation
import Testing

/// A transaction within another one is refused at run time, on whatever path has it. Where the database is not named within
/// a transaction, none can be begun: neither there nor in what a default or `??` has evaluated late.
@Suite("no transaction is begun within another")
struct TransactionTests {
  @Test(
    "what a transaction does names no database", arguments: ["Sources/PodctlCommands/", "Sources/PodctlOperations/"])
  func noDatabaseWithin(room: String) throws {
    var transactions = 0
    for file in SourceFile.sources where file.path.hasPrefix(room) {
      let found = try Self.transactions(in: file.code.joined(separator: "\n"))
      transactions += found.count
      for body in found { #expect(!Self.namesDatabase(body), "\(file.path): \(body.prefix(200))") }
    }
    #expect(transactions > 20, "the scan sees no transactions")
  }

  @Test(
    "the scan sees one that is begun late",
    arguments: [
      (
        "let x = try database.read(for: tenant.id) { tx in try make(name ?? brandName(of: tenant, in: database)) }",
        true
      ),
      ("try driver.write { tx in\n  if a { try Other(context.database()).run() }\n}", true),
      ("guard try context.database().write(for: t, { tx in try store(tx, self.database) }) else { return }", true),
      (
        "try database.write { tx in try store(tx).say(\"the database is full\") }\ntry database.read { tx in 1 }", false
      ),
      ("let name = try brandName(in: database)\ntry database.read(for: tenant.id) { tx in try make(name) }", false),
    ])
  func seesLate(text: String, isLate: Bool) throws {
    let found = try Self.transactions(in: text)
    #expect(!found.isEmpty && found.contains(where: Self.namesDatabase) == isLate)
  }

  /// What stands between the braces of each `….read { tx in … }` and `….write { tx in … }`.
  private static func transactions(in text: String) throws -> [String] {
    let opening = try NSRegularExpression(
      pattern: #"\.(read|write)\b\s*(\([^{}]*)?\{\s*(\[[^\]]*\]\s*)?\(?tx\)?\b[^{}\n]*?\bin\b"#)
    let bytes = Array(text.utf16)
    return opening.matches(in: text, range: NSRange(text.startIndex..., in: text)).map { match in
      var depth = 1
      var end = match.range.location + match.range.length
      while end < bytes.count, depth > 0 {
        if bytes[end] == 123 { depth += 1 }
        if bytes[end] == 125 { depth -= 1 }
        end += 1
      }
      return String(decoding: bytes[(match.range.location + match.range.length)..<end], as: UTF16.self)
    }
  }

  /// Outside of texts.
  private static func namesDatabase(_ body: String) -> Bool {
    let plain = body.replacingOccurrences(of: #""(\\.|[^"\\])*""#, with: "\"\"", options: .regularExpression)
    return plain.range(of: #"\bdatabase\b"#, options: .regularExpression) != nil
  }
}
