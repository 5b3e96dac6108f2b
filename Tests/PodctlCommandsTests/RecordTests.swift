import ArgumentParser
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@testable import PodctlCommands

/// A command that changes the database, or fails to, as its test says.
private struct Changing: PodctlCommand {
  static let example = "podctl changing"
  static let changesDatabase = true
  @OptionGroup var global: GlobalOptions
  @Flag var failing = false
  @Flag var unready = false

  func run(in context: CommandContext) throws {
    if unready { throw PodctlError(.usage, "it never came to the database") }
    _ = try context.database()
    context.recorder?.summary = "3 inserted"
    if failing { throw PodctlError(.promoCodeTaken, "the code is taken") }
  }
}

private struct Reading: PodctlCommand {
  static let example = "podctl reading"
  @OptionGroup var global: GlobalOptions

  func run(in context: CommandContext) throws { _ = try context.database() }
}

@Suite("the record of runs")
struct RecordTests {
  private func runs(
    after command: some PodctlCommand, on kind: TestDatabase.Kind, words: [String], times: Int = 1
  ) throws -> [Run] {
    let test = try TestDatabase(kind)
    let folder = try TemporaryFolder()
    for _ in 0..<times {
      let environment = Environment(
        now: { FixedTime.now }, ids: SeededIdentifiers(seed: "s", words: words, now: { FixedTime.now }),
        variables: ["DATABASE_URL": test.urlText], arguments: words, workingDirectory: folder.path, home: folder.path)
      let settings = try Settings.resolve(GlobalOptions.parse([]), environment)
      let console = Console(output: MemorySink(), errors: MemorySink())
      let context = CommandContext(environment: environment, settings: settings, console: console)
      try? Launcher.perform(command, in: context)
    }
    return try test.database.read { tx in try RunStore(tx).newest(10) }
  }

  @Test("a run that changed something is on record, without the database's address", arguments: TestDatabase.kinds)
  func success(kind: TestDatabase.Kind) throws {
    let words = ["changing", "--tenant", "acme", "--database", "sqlite:x", "two words"]
    let run = try #require(runs(after: Changing.parse([]), on: kind, words: words).first)
    #expect(run.command == "podctl changing --tenant acme 'two words'")
    #expect(run.tenant?.text == "acme" && run.exitStatus == 0 && run.errorCode == nil && run.summary == "3 inserted")
    #expect(run.startedAt == FixedTime.now && run.finishedAt == FixedTime.now)
  }

  @Test("a run that failed is on record with its code", arguments: TestDatabase.kinds)
  func failure(kind: TestDatabase.Kind) throws {
    let run = try #require(runs(after: Changing.parse(["--failing"]), on: kind, words: ["changing"]).first)
    #expect(run.exitStatus == 65 && run.errorCode == "promo_code_taken" && run.failed)
  }

  @Test("the same command twice makes two runs, even with seeded ids", arguments: TestDatabase.kinds)
  func twice(kind: TestDatabase.Kind) throws {
    let all = try runs(after: Changing.parse([]), on: kind, words: ["changing"], times: 2)
    #expect(Set(all.map(\.id)).count == 2)
  }

  @Test("reading leaves no record, nor does a command that never came to the database")
  func reading() throws {
    #expect(try runs(after: Reading.parse([]), on: .sqlite, words: ["reading"]).isEmpty)
    #expect(try runs(after: Changing.parse(["--unready"]), on: .sqlite, words: ["changing"]).isEmpty)
  }
}
