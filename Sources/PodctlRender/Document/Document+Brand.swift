import Foundation
import PodctlCore

extension Document {
  /// The document in a tenant's own look: its line at the end, its colour and logo where the format has any.
  public func branded(_ brand: Brand) -> Document {
    var document = self
    document.brand = brand
    if let footer = brand.footer { document.footer.insert(footer, at: 0) }
    return document
  }
}

extension Brand {
  /// Rules that go after the page's own. In the dark the page's own colour stays, which was chosen for it; paper is never
  /// dark, and is named by itself, since WeasyPrint 57 does not know the first rule.
  var pageStyle: String {
    var style = ""
    if let accent {
      let colors = ":root { --accent: \(accent); --accent-soft: \(accent.soft); }"
      style += "\n@media not (prefers-color-scheme: dark) { \(colors) }\n@media print { \(colors) }"
    }
    if logo != nil { style += "\nimg.logo { display: block; max-width: 220px; max-height: 64px; margin: 0 0 22px; }" }
    return style
  }

  /// The logo within the page itself: nothing is fetched. A picture in an img element runs no script.
  var logoAddress: String? {
    logo.flatMap { $0.fault == nil ? $0 : nil }.map { "data:\($0.type);base64,\(Data($0.bytes).base64EncodedString())" }
  }

  /// A mail in the tenant's colour. It shows no logo: mail readers block pictures, or show a broken one.
  func colored(_ mail: String) -> String {
    guard let accent else { return mail }
    return mail.replacing(EmailStyle.accent, with: "\(accent)").replacing(EmailStyle.accentSoft, with: "\(accent.soft)")
  }
}
