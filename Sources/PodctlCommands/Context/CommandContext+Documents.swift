import PodctlCore
import PodctlGateways
import PodctlRender
import PodctlStore

extension CommandContext {
  /// Draws a document to the reader or to the file that was named, in any format that is no list of figures; a tenant's in
  /// the tenant's own look.
  func emit(_ document: Document, of tenant: Tenant? = nil, _ options: DocumentOptions) throws {
    let brand = try tenant.map { try database().read(for: $0.id) { tx in try BrandStore(tx).find() } } ?? Brand()
    try console.emit(document.branded(brand), options) { page in
      try PagePrinter(variables: environment.variables).pdf(of: page, dated: now)
    }
  }
}
