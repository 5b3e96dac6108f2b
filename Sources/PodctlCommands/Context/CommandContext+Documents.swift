import PodctlCore
import PodctlGateways
import PodctlRender
import PodctlStore

extension CommandContext {
  /// Draws a document to the reader or to the file that was named, in any format that is no list of figures; a tenant's in
  /// the tenant's own look.
  func emit(_ document: Document, of tenant: Tenant? = nil, _ options: DocumentOptions) throws {
    let brand = try tenant.map(look) ?? Brand()
    try console.emit(document.branded(brand), options) { page in
      try PagePrinter(variables: environment.variables).pdf(of: page, dated: now)
    }
  }

  /// A tenant's look, with a warning for each part of it that is not used. Reports go out all the same, in podctl's own
  /// look: a sponsor who waits for figures is not served by a layout's fault.
  @discardableResult func look(of tenant: Tenant) throws -> Brand {
    let brand = try database().read(for: tenant.id) { tx in try BrandStore(tx).find() }
    for fault in brand.faults {
      console.warn("\(fault.message); reports go out without it")
    }
    return brand
  }
}
