import Foundation
import PodctlCore
import PodctlRender

extension Console {
  /// Draws a document for people, or as HTML or PDF, to the reader or to the file that was named. `onPaper` makes a PDF
  /// of a page.
  func emit(_ document: Document, _ options: DocumentOptions, onPaper: (String) throws -> [UInt8]) throws {
    if options.chosen == .pdf {
      guard let path = options.output else {
        throw PodctlError(.usage, "a PDF is not shown on a screen", hint: "name a file for it with --output FILE.pdf")
      }
      return try keep(onPaper(document.htmlText), at: path)
    }
    let text =
      switch options.chosen {
      case .html: document.htmlText
      case .markdown: document.markdownText
      default: document.terminalText(options.output == nil ? layout : .piped)
      }
    try hand(text, options, pages: options.chosen == .table)
  }

  /// Writes a document's figures, to the reader or to the file that was named.
  func emit<Item>(
    _ listing: Listing<Item>, _ items: [Item], shape: Sheet.Shape, as format: OutputFormat, _ options: DocumentOptions
  ) throws {
    let sheet = try Sheet(listing, items, shape: shape, format: format, fields: options.fields)
    try hand(sheet.rendered(as: format, .piped), options, pages: false)
  }

  private func hand(_ text: String, _ options: DocumentOptions, pages: Bool) throws {
    guard let path = options.output else { return pages ? try page(text) : try data(text) }
    try keep(text, at: path)
  }

  /// Writes a file that a command was asked for, and says so.
  func keep(_ text: String, at path: String) throws { try keep(Array(text.utf8), at: path) }

  func keep(_ bytes: [UInt8], at path: String) throws {
    try Console.write(bytes, to: path)
    success("wrote \(path)")
  }

  /// Writes a file whole, beside its place and then moved there, readable by its owner and others as the umask says.
  private static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
      throw PodctlError(
        isFull ? .diskFull : .cannotCreateFile, "\(path) cannot be written",
        hint: isFull ? "free some space and run it again" : "check that its folder exists and may be written",
        context: [.init("file", path)])
    }
  }
}
