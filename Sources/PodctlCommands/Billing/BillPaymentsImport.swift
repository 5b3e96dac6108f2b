import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Takes over payments that came by cheque or transfer.
struct BillPaymentsImport: PodctlCommand {
  static let example = "podctl bill payments import --tenant lantern-agency payments.csv"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import payments by cheque, ACH or wire from CSV.",
    discussion: """
      Columns, in any order: invoice,method,reference,amount,received_on,currency; only currency may be left out. \
      method is cheque, ach or wire. A payment is known again by its method, reference and invoice, so that importing \
      the file again adds nothing. A part of an invoice may be paid; with nothing left it is paid. A row that is over \
      more than is left is rejected, and so is one for an invoice that is not issued. Rejected rows go to a file with \
      line and reason, and the exit status is 65 unless they are within --max-rejects; the good rows are kept either \
      way.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var reading: ImportOptions
  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  var file: String

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let summary = try PaymentImport.run(
      try ImportFile.read(file), tenant: tenant,
      options: PaymentImport.Options(
        map: reading.map, dates: reading.dateFormat, decimalMark: reading.decimal, rejectsPath: reading.rejects),
      database: database, ids: context.ids, now: context.now)
    try context.console.emit(ImportListing.listing("podctl.bill.payments.import/1"), one: summary, output)
    for note in summary.notes { context.console.note(note) }
    context.recorder?.summary =
      "inserted \(summary.inserted), unchanged \(summary.unchanged), rejected \(summary.rejected)"
    if let failure = summary.failure(maxRejects: reading.maxRejects) { throw failure }
    if let path = summary.rejectsPath { context.console.warn("rejected rows are in \(path)") }
    context.console.success(
      summary.inserted == 1 ? "1 payment was added" : "\(summary.inserted) payments were added",
      next: summary.inserted == 0 ? [] : ["podctl bill payments tell --tenant \(tenant.slug)"])
  }
}
