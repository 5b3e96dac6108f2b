import Foundation

/// An object as Stripe sends it, read field by field.
struct StripeObject {
  private let fields: [String: Any]

  /// Nil where the bytes are no JSON object.
  init?(_ bytes: [UInt8]) {
    guard let fields = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { return nil }
    self.fields = fields
  }

  private init(fields: [String: Any]) { self.fields = fields }

  var id: String? { text("id") }
  var kind: String? { text("object") }

  func text(_ name: String) -> String? { fields[name] as? String }
  func integer(_ name: String) -> Int64? { (fields[name] as? NSNumber)?.int64Value }
  func flag(_ name: String) -> Bool? { fields[name] as? Bool }
  func object(_ name: String) -> StripeObject? { (fields[name] as? [String: Any]).map(StripeObject.init(fields:)) }
  func list(_ name: String) -> [StripeObject]? {
    (fields[name] as? [[String: Any]])?.map(StripeObject.init(fields:))
  }

  /// A reference to another object: its id, or the object itself where it was expanded.
  func reference(_ name: String) -> String? { text(name) ?? object(name)?.id }
  func metadata(_ name: String) -> String? { object("metadata")?.text(name) }
}
