import PodctlCore

extension BulkWriter {
  func uuid<Noun>(_ id: Identifier<Noun>) throws { try uuid(high: id.high, low: id.low) }

  func text(_ text: String?) throws {
    guard var text else { return try null() }
    try text.withUTF8 { try self.text($0) }
  }

  func bytes(_ bytes: [UInt8]?) throws {
    guard let bytes else { return try null() }
    try bytes.withUnsafeBufferPointer { try self.bytes($0) }
  }

  func integer(_ number: Int64?) throws {
    guard let number else { return try null() }
    try integer(number)
  }
}
