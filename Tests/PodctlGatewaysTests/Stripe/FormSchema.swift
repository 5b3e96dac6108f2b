import Foundation
import PodctlGateways

/// A form held against a schema of Stripe's specification: names, words that must be one of a list, whole numbers, flags,
/// and what must not be missing, at every depth.
struct FormSchema {
  /// A form's fields as the names in their brackets nest them.
  private enum Value {
    case text(String)
    case fields([String: Value])
  }

  private let schemas: [String: Any]

  init(_ specification: [String: Any]) {
    schemas = (specification["components"] as? [String: Any])?["schemas"] as? [String: Any] ?? [:]
  }

  /// What is wrong with a body, in words; empty where nothing is.
  func faults(_ body: [UInt8], _ operation: [String: Any]) -> [String] {
    let content = (operation["requestBody"] as? [String: Any])?["content"] as? [String: Any]
    let form = content?["application/x-www-form-urlencoded"] as? [String: Any]
    guard let pairs = FormBody.decoded(body) else { return ["no form"] }
    var root = Value.fields([:])
    for (name, text) in pairs {
      let path = name.split(separator: "[").map { String($0.hasSuffix("]") ? $0.dropLast() : $0) }
      root = FormSchema.put(text, at: path[...], in: root)
    }
    return faults(root, form?["schema"] as? [String: Any] ?? [:], "")
  }

  private static func put(_ text: String, at path: ArraySlice<String>, in value: Value) -> Value {
    guard let name = path.first else { return .text(text) }
    var fields: [String: Value] = [:]
    if case .fields(let known) = value { fields = known }
    fields[name] = put(text, at: path.dropFirst(), in: fields[name] ?? .fields([:]))
    return .fields(fields)
  }

  private func faults(_ value: Value, _ given: [String: Any], _ place: String) -> [String] {
    let schema = resolved(given)
    if let choices = schema["anyOf"] as? [[String: Any]] {
      let all = choices.map { faults(value, $0, place) }
      return all.contains(where: \.isEmpty) ? [] : all.min { $0.count < $1.count } ?? []
    }
    switch (value, schema["type"] as? String) {
    case (.text(let text), "string"):
      if let words = schema["enum"] as? [String], !words.contains(text) { return ["\(place) says \(text)"] }
      return []
    case (.text(let text), "integer"): return Int64(text) == nil ? ["\(place) is no whole number"] : []
    case (.text(let text), "boolean"): return ["true", "false"].contains(text) ? [] : ["\(place) is no flag"]
    case (.fields(let fields), "array"):
      let items = schema["items"] as? [String: Any] ?? [:]
      let isDense = (0..<fields.count).allSatisfy { fields["\($0)"] != nil }
      return (isDense ? [] : ["\(place) is not numbered from 0"])
        + fields.sorted { $0.key < $1.key }.flatMap { faults($0.value, items, "\(place)[\($0.key)]") }
    case (.fields(let fields), "object"):
      let known = schema["properties"] as? [String: Any] ?? [:]
      let others = schema["additionalProperties"] as? [String: Any]
      let missing = (schema["required"] as? [String] ?? []).filter { fields[$0] == nil }.map { "\(place) lacks \($0)" }
      return missing
        + fields.sorted { $0.key < $1.key }.flatMap { name, value -> [String] in
          guard let property = known[name] as? [String: Any] ?? others else { return ["\(place) has no \(name)"] }
          return faults(value, property, place.isEmpty ? name : "\(place)[\(name)]")
        }
    default: return ["\(place) is no \(schema["type"] ?? "known type")"]
    }
  }

  private func resolved(_ schema: [String: Any]) -> [String: Any] {
    guard let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last else {
      return schema
    }
    return resolved(schemas[String(name)] as? [String: Any] ?? [:])
  }
}
