import ArgumentParser
import PodctlCore
import PodctlStore

/// Writes down that a changing command began and how it ended, in transactions of its own, so that a command that rolls
/// back leaves its failure on record all the same.
final class RunRecorder {
  private let command: String
  private let tenant: Slug?
  private let startedAt: Instant
  private var begun: (id: Identifier<Run>, database: Database)?
  /// What the command wants remembered about its run, in a line.
  var summary: String?

  init(words: [String], tenant: String?, startedAt: Instant) {
    self.startedAt = startedAt
    command = RunRecorder.line(words)
    self.tenant = (OptionWords.value(of: "--tenant", in: words) ?? tenant).flatMap { try? Slug($0) }
  }

  /// The words as typed, without the database's address, with nobody's mail address, of an address on the web the host
  /// alone, since path and query may be all that keeps others from it, and without what a `Redaction` takes out.
  static func line(_ words: [String]) -> String {
    let redaction = Redaction(words: words)
    return (["podctl"] + withoutPing(SeededIdentifiers.withoutDatabase(words)))
      .map { withoutAddress(hostAlone(redaction.masked($0))) }
      .map { $0.isEmpty || $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
  }

  private static func hostAlone(_ word: String) -> String {
    guard let scheme = word.firstRange(of: "://"),
      ["http", "https"].contains(where: { word[..<scheme.lowerBound].lowercased().hasSuffix($0) }),
      let path = word[scheme.upperBound...].firstIndex(where: { "/?#".contains($0) }),
      word.index(after: path) < word.endIndex
    else { return word }
    return word[..<path] + "/" + Redaction.mark
  }

  private static func withoutPing(_ words: [String]) -> [String] {
    words.indices.map { index in
      if index > 0, words[index - 1] == "--ping" { return "URL" }
      return words[index].hasPrefix("--ping=") ? "--ping=URL" : words[index]
    }
  }

  private static func withoutAddress(_ word: String) -> String {
    guard word.contains("@"), !isTier(word) else { return word }
    guard let equals = word.firstIndex(of: "="), word.hasPrefix("--") else { return "ADDRESS" }
    return word[...equals] + "ADDRESS"
  }

  /// `20000@15.00`, a number of impressions and their price.
  private static func isTier(_ word: String) -> Bool {
    let value = word.hasPrefix("--") ? word.drop { $0 != "=" }.dropFirst() : word[...]
    return value.utf8.allSatisfy { (0x30...0x39).contains($0) || "@.,_".utf8.contains($0) }
  }

  func begin(in database: Database, _ environment: Environment) throws {
    let count = try database.read { tx in try RunStore(tx).count() }
    (environment.ids as? SeededIdentifiers)?.salt(count)
    let run = Run(
      id: environment.ids.next(Run.self), tenant: tenant, command: command, startedAt: startedAt)
    try database.write { tx in try RunStore(tx).start(run) }
    begun = (run.id, database)
  }

  /// Nothing happens where the database was never opened.
  func end(at instant: Instant, _ error: (any Error)?) throws {
    guard let begun else { return }
    _ = try begun.database.write { tx in
      try RunStore(tx).finish(
        begun.id, at: instant, exitStatus: Int(RunRecorder.status(of: error)),
        errorCode: RunRecorder.code(of: error), summary: summary.map { Redaction.masked($0) })
    }
  }

  private static func status(of error: (any Error)?) -> Int32 {
    switch error {
    case nil, is ClosedPipe: ExitStatus.success.rawValue
    case let error as PodctlError: error.exit.rawValue
    case let code as ExitCode: code.rawValue
    default: ExitStatus.internalFault.rawValue
    }
  }

  private static func code(of error: (any Error)?) -> String? {
    switch error {
    case nil, is ClosedPipe, is ExitCode: nil
    case let error as PodctlError: error.code.rawValue
    default: ErrorCode.internalFault.rawValue
    }
  }
}
