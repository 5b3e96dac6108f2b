import PodctlCore
import PodctlDigest

/// A file `NNNN_name.sql`, or its variant for one database: `NNNN_name.postgres.sql`, `NNNN_name.sqlite.sql`.
public struct MigrationFile: Sendable, Equatable {
  public let fileName: String
  public let version: Int64
  public let name: String
  /// The one database that it is for; nil for any.
  public let engine: Dialect?
  /// The text without a byte order mark, with LF line ends.
  public let text: String
  public let checksum: String

  /// Throws `migration_name_invalid` or, where the bytes are no UTF-8, `not_text`.
  public init(fileName: String, bytes: [UInt8]) throws(PodctlError) {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    let stem = parts[0].split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
    let engine = parts.count == 3 ? Dialect(rawValue: String(parts[1])) : nil
    guard parts.count == 2 || engine != nil, parts.last == "sql", stem.count == 2,
      (4...18).contains(stem[0].utf8.count),
      stem[0].utf8.allSatisfy({ (48...57).contains($0) }), let version = Int64(stem[0]), MigrationFile.isName(stem[1])
    else {
      throw PodctlError(
        .migrationNameInvalid, "\"\(fileName)\" is not a migration's name",
        hint: "name it 0007_what_it_does.sql, or 0007_what_it_does.postgres.sql for one database",
        context: [.init("file", fileName)])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PodctlError(
        .notText, "\(fileName) is not UTF-8", hint: "save it as UTF-8", context: [.init("file", fileName)])
    }
    self.fileName = fileName
    self.version = version
    self.name = String(stem[1])
    self.engine = engine
    self.text = MigrationFile.normalised(text)
    checksum = "v1:" + SHA256.hex(self.text.utf8)
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == 95 || $0 == 45
      }
  }

  /// What a checkout on another system changes does not count: the mark, the line ends, the end of the file.
  static func normalised(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
      if scalar == "\n", afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = scalar == "\r"
      scalars.append(afterReturn ? "\n" : scalar)
    }
    while scalars.last == "\n" { scalars.removeLast() }
    scalars.append("\n")
    return String(scalars)
  }

  /// The files that are for one database, in the order of their versions: of a version with variants, its own variant,
  /// else the plain file. Throws `migration_duplicate` where a version names two files.
  public static func chosen(_ files: [MigrationFile], for dialect: Dialect) throws(PodctlError) -> [MigrationFile] {
    var byVersion: [Int64: [MigrationFile]] = [:]
    for file in files.sorted(by: { $0.fileName < $1.fileName }) {
      let others = byVersion[file.version] ?? []
      if let other = others.first(where: { $0.engine == file.engine || $0.name != file.name }) {
        throw PodctlError(
          .migrationDuplicate, "version \(file.version) names both \(other.fileName) and \(file.fileName)",
          hint: "give one of them the next free number",
          context: [.init("version", "\(file.version)"), .init("file", file.fileName)])
      }
      byVersion[file.version] = others + [file]
    }
    return byVersion.sorted { $0.key < $1.key }.compactMap { entry in
      entry.value.first { $0.engine == dialect } ?? entry.value.first { $0.engine == nil }
    }
  }
}
