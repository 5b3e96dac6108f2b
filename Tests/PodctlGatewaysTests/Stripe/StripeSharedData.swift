import Foundation

/// Stripe's published data beside the repository; tests of it are skipped where it is absent.
enum StripeSharedData {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/data/stripe").standardizedFileURL.path
  static let isPresent = FileManager.default.fileExists(atPath: root + "/form_encoding_vectors.json")

  static func object(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(name)"))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }
}
