import ArgumentParser
import Foundation
import PodctlCore
import PodctlOperations
import PodctlRender

/// Shows what `migrate up` would do.
struct MigratePlan: PodctlCommand {
  static let example = "podctl migrate plan --sql"
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what migrate up would do, and change nothing.",
    discussion: """
      Each file with the locks that its statements take on tables that others may be using, and how large these are. \
      --out writes the plan to a file, for migrate up --plan: it is bound to the files' checksums, the history and the \
      server, and is refused when any of them has changed.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: MigrationOptions
  @OptionGroup var choices: MigrationChoices
  @Flag(help: "With the SQL of each: as text, or as the field sql in a machine format.")
  var sql = false
  @Flag(help: "Exit with 1 where anything is pending.")
  var check = false
  @Option(help: ArgumentHelp("Write the plan to a file, for migrate up --plan.", valueName: "file"))
  var out: String?

  func run(in context: CommandContext) throws {
    let plan = try files.work(in: context).plan(choices.rules())
    if let out {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      try context.console.keep(String(decoding: try encoder.encode(plan), as: UTF8.self) + "\n", at: out)
    }
    if sql, !output.chosen.isMachine {
      try say(plan, context.console)
    } else {
      let columns = MigratePlan.columns(plan) + (sql ? [MigratePlan.sqlColumn] : [])
      try context.console.emit(
        Listing(schema: MigrationPlan.schema, columns), plan.steps, output, empty: MigratePlan.nothing)
    }
    if check, !plan.steps.isEmpty { throw ExitCode(ExitStatus.finding.rawValue) }
  }

  private func say(_ plan: MigrationPlan, _ console: Console) throws {
    if plan.steps.isEmpty { console.note(MigratePlan.nothing) }
    for (index, step) in plan.steps.enumerated() {
      var text = (index == 0 ? "" : "\n") + "-- \(step.label)\n"
      if !step.isTransactional { text += "-- without a transaction: statement by statement\n" }
      for statement in step.statements {
        for lock in statement.locks { text += "-- locks: \(plan.sized(lock))\n" }
        text += statement.sql + ";\n"
      }
      try console.data(text)
    }
  }

  private static let nothing = "nothing is pending: the schema is up to date"
  private static let sqlColumn = Column<MigrationPlan.Step>("sql", "SQL", inTable: false) { step in
    .text(step.statements.map { $0.sql + ";\n" }.joined())
  }

  private static func columns(_ plan: MigrationPlan) -> [Column<MigrationPlan.Step>] {
    [
      Column("file", "File") { .text($0.file) },
      Column("transaction", "Transaction") { .text($0.isTransactional ? "file" : "none") },
      Column("statements", "Statements", .trailing) { .integer(Int64($0.statements.count)) },
      Column("locks", "Locks") { step in
        var seen: [String] = []
        for lock in step.statements.flatMap(\.locks) where !seen.contains(lock) { seen.append(lock) }
        return .text(seen.isEmpty ? nil : seen.map { plan.sized($0) }.joined(separator: "; "))
      },
      Column("checksum", "Checksum", inTable: false) { .text($0.checksum) },
    ]
  }
}
