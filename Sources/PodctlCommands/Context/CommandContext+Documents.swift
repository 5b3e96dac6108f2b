import PodctlGateways
import PodctlRender

extension CommandContext {
  /// Draws a document to the reader or to the file that was named, in any format that is no list of figures.
  func emit(_ document: Document, _ options: DocumentOptions) throws {
    try console.emit(document, options) { page in
      try PagePrinter(variables: environment.variables).pdf(of: page, dated: now)
    }
  }
}
