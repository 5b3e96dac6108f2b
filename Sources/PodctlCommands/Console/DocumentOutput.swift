import ArgumentParser
import PodctlCore
import PodctlRender

/// The formats of what is a document for people and figures for scripts.
enum DocumentFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case table, json, ndjson, csv, tsv, markdown, html, pdf

  /// The format of the figures; nil where the document itself is drawn.
  var figures: OutputFormat? {
    switch self {
    case .json: .json
    case .ndjson: .ndjson
    case .csv: .csv
    case .tsv: .tsv
    case .table, .markdown, .html, .pdf: nil
    }
  }
}

/// What every leaf takes that shows a document.
struct DocumentOptions: ParsableArguments {
  @Option(help: "Output format; html is one file for any browser, pdf the same on paper (by WeasyPrint).")
  var format: DocumentFormat = .table

  @Flag(help: "The same as --format json, with all fields.")
  var json = false

  @Option(help: ArgumentHelp("Only these fields, in this order, in json, ndjson, csv and tsv.", valueName: "a,b,c"))
  var fields: String?

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  var chosen: DocumentFormat { json ? .json : format }
}
