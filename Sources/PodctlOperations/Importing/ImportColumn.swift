import PodctlCore

/// A column that an import knows.
public struct ImportColumn: Sendable, Hashable {
  /// Our name, as `--map` takes it: snake_case.
  public var name: String
  /// Whether the file must have it.
  public var isRequired: Bool
  /// Other names under which files commonly carry it.
  public var aliases: [String]

  public init(_ name: String, required: Bool = false, aliases: [String] = []) {
    self.name = name
    isRequired = required
    self.aliases = aliases
  }

  /// Header names compare without case, surrounding blanks, and with blanks and hyphens as underscores.
  static func normalised(_ name: String) -> String {
    let trimmed = name.drop(while: \.isWhitespace)
    var result = ""
    for character in trimmed.lowercased() {
      result.append(character.isWhitespace || character == "-" ? "_" : character)
    }
    while result.hasSuffix("_") { result.removeLast() }
    return result
  }
}

/// Which name of the file's header stands for which of our columns: `--map ours=theirs`, repeated.
public struct ColumnMap: Sendable, Hashable {
  public var theirs: [String: String]

  public static let none = ColumnMap(theirs: [:])

  public init(theirs: [String: String]) { self.theirs = theirs }

  /// Reads `--map` options; throws `usage` for one that is not `ours=theirs`, or names a column twice or none of ours.
  public init(options: [String], columns: [ImportColumn]) throws(PodctlError) {
    theirs = [:]
    for option in options {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw PodctlError(
          .usage, "--map \"\(option)\" does not say which column stands for which",
          hint: "write our name, an equals sign and the file's name, for example --map day=Datum")
      }
      let known = columns.map(\.name)
      guard known.contains(parts[0]) else {
        let suggestion = Suggestion.nearest(to: parts[0], among: known)
        throw PodctlError(
          .usage, "--map names \"\(parts[0])\", which is no column of this import",
          hint: suggestion.map { "did you mean \"\($0)\"?" } ?? "the columns are \(known.joined(separator: ", "))")
      }
      guard theirs.updateValue(parts[1], forKey: parts[0]) == nil else {
        throw PodctlError(.usage, "--map names \"\(parts[0])\" twice", hint: "give each column one name")
      }
    }
  }
}
