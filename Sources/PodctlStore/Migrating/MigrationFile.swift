import PodctlCore
import PodctlDigest

/// A file of a schema's history: `NNNN_name.sql` runs once, `R_name.sql` and `schema/name.sql` run again when they were
/// changed. `.sqlite`, `.postgres`, `.timescaledb` or `.citus` before `.sql` says the one kind of database it is for.
public struct MigrationFile: Sendable, Equatable {
  public let fileName: String
  public let kind: Migration.Kind
  /// Zero for a repeatable file.
  public let version: Int64
  public let name: String
  public let variant: MigrationVariant?
  /// `v1:` and the SHA-256 of the text as `ScriptSource` levels it, with one line feed at its end. What a checkout on
  /// another system changes does not count. An algorithm of another number may come beside it; this one stays.
  public let checksum: String
  private let content: Content

  private enum Content: Sendable, Equatable {
    case bytes([UInt8])
    case path(String)
  }

  /// A file in memory. Throws `migration_name_invalid` or, where the bytes are no UTF-8, `not_text`.
  public init(fileName: String, bytes: [UInt8]) throws {
    try self.init(fileName, .bytes(bytes))
  }

  /// A file on disk, which is read piece by piece. Throws `file_not_found` or `file_unreadable` as well.
  public init(fileName: String, path: String) throws {
    try self.init(fileName, .path(path))
  }

  private init(_ fileName: String, _ content: Content) throws {
    let name = try MigrationName(fileName)
    self.fileName = fileName
    kind = name.kind
    version = name.version
    self.name = name.name
    variant = name.variant
    self.content = content
    let digest = TextDigest(keepsText: false)
    var source = try MigrationFile.source(of: content)
    while let piece = try source.next() { digest.update(piece) }
    guard digest.isText else {
      throw PodctlError(
        .notText, "\(fileName) is not UTF-8", hint: "save it as UTF-8", context: [.init("file", fileName)])
    }
    checksum = digest.finish().checksum
  }

  public var engine: Dialect? { variant?.dialect }

  /// Its bytes from the start, levelled.
  public func source() throws -> ScriptSource { try MigrationFile.source(of: content) }

  /// Its statements one after another.
  public func reader(_ dialect: Dialect) throws -> ScriptReader { ScriptReader(try source(), dialect) }

  /// The whole text, levelled.
  public func text() throws -> String {
    var source = try source()
    var bytes: [UInt8] = []
    while let piece = try source.next() { bytes += piece }
    while bytes.last == 0x0A { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  private static func source(of content: Content) throws -> ScriptSource {
    switch content {
    case .bytes(let bytes): ScriptSource(bytes)
    case .path(let path): try ScriptSource(file: path)
    }
  }

  /// The same complaint with the file's name before it.
  func named(_ error: PodctlError) -> PodctlError {
    var error = error
    error.message = "\(fileName), \(error.message)"
    error.context = [.init("file", fileName)] + error.context
    return error
  }
}
