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
  @Flag(help: "Include the SQL of each: as text, or as the field sql in a machine format.")
  var sql = false
  @Flag(help: "Exit with 1 if any migration is pending.")
  var check = false
  @Option(help: ArgumentHelp("Write the plan to a file, for migrate up --plan.", valueName: "file"))
  var out: String?

  func run(in context: CommandContext) throws {
    let work = try files.work(in: context)
    let plan = try work.plan(choices.rules())
    if let out {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
      try context.console.keep(String(decoding: try encoder.encode(plan), as: UTF8.self) + "\n", at: out)
    }
    if sql, !output.chosen.isMachine {
      if plan.steps.isEmpty { context.console.note(MigratePlan.nothing) }
      try say(plan, of: work, context.console)
    } else {
      let columns = MigratePlan.columns(plan) + (sql ? [MigratePlan.sqlColumn] : [])
      try context.console.emit(
        Listing(schema: MigrationPlan.schema, columns), plan.steps, output, empty: MigratePlan.nothing)
    }
    if check, !plan.steps.isEmpty { throw ExitCode(ExitStatus.finding.rawValue) }
  }

  /// The files are read once more, statement by statement, now that the sizes of all tables are known.
  private func say(_ plan: MigrationPlan, of work: SchemaMigrating, _ console: Console) throws {
    var last: String?
    let again = try work.plan(choices.rules()) { step, statement in
      if last != step.file {
        try console.data((last == nil ? "" : "\n") + "-- \(step.label)\n")
        if !step.isTransactional { try console.data("-- without a transaction: statement by statement\n") }
        last = step.file
      }
      for lock in statement.locks { try console.data("-- locks: \(plan.sized(lock))\n") }
      try console.data(statement.sql + ";\n")
    }
    if let difference = again.differs(from: plan) {
      throw PodctlError(.planStale, "while the plan was printed: \(difference)", hint: "run it again")
    }
  }

  private static let nothing = "nothing is pending: the schema is up to date"
  private static let sqlColumn = Column<MigrationPlan.Step>("sql", "SQL", inTable: false) { step in
    let left = step.count - step.statements.count
    return .text(
      step.statements.map { $0.sql + ";\n" }.joined() + (left == 0 ? "" : "-- and \(left) statements more\n"))
  }

  private static func columns(_ plan: MigrationPlan) -> [Column<MigrationPlan.Step>] {
    [
      Column("file", "File") { .text($0.file) },
      Column("transaction", "Transaction") { .text($0.isTransactional ? "file" : "none") },
      Column("statements", "Statements", .trailing) { .integer(Int64($0.count)) },
      Column("locks", "Locks") { step in
        var seen: [String] = []
        for lock in step.statements.flatMap(\.locks) where !seen.contains(lock) { seen.append(lock) }
        return .text(seen.isEmpty ? nil : seen.map { plan.sized($0) }.joined(separator: "; "))
      },
      Column("checksum", "Checksum", inTable: false) { .text($0.checksum) },
    ]
  }
}
