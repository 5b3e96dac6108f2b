import Foundation

/// A picture that lies in its own address.
enum DataPicture {
  private static let grids: Set<String> = [
    "image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp", "image/avif", "image/bmp",
  ]

  /// What is wrong with an address as that of a picture, for the end of a sentence; nil for a good one. A drawing (SVG) is
  /// looked through as a logo is, unless only grids of points are taken.
  static func fault(in address: String, onlyGrids: Bool = false) -> String? {
    guard address.lowercased().hasPrefix("data:"), let comma = address.firstIndex(of: ",") else {
      return "is no data: picture"
    }
    let head = address[..<comma].dropFirst(5).lowercased().split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let type = head[0]
    if grids.contains(type) { return nil }
    guard type == "image/svg+xml", !onlyGrids else { return "is no picture of a kind that is taken" }
    let parameters = head.dropFirst()
    guard
      parameters.allSatisfy({ ["base64", "utf8", "charset=utf-8", "charset=utf8", "charset=us-ascii"].contains($0) })
    else { return "is a drawing in an encoding that is not read" }
    let body = String(address[address.index(after: comma)...])
    guard let text = body.removingPercentEncoding else { return "is a drawing that cannot be read" }
    guard parameters.last == "base64" else {
      return DrawingCheck.fault(in: Array(text.utf8)).map { "is a drawing: \($0.message)" }
    }
    let letters = text.filter { !$0.isWhitespace }
    guard
      let bytes = Data(base64Encoded: letters) ?? Data(base64Encoded: letters + "=")
        ?? Data(base64Encoded: letters + "==")
    else { return "is a drawing that cannot be read" }
    return DrawingCheck.fault(in: Array(bytes)).map { "is a drawing: \($0.message)" }
  }
}
