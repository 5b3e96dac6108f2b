import Foundation
import PodctlCore
import Yams

/// A settings file in YAML: `podctl.yaml` of a project, which is shared and holds no secret, or the user's own with its
/// profiles. A key that podctl does not know is refused, so that a slip of the finger is not silently ignored.
struct SettingsFile {
  let path: String
  private let root: Node.Mapping

  /// Nil where there is no such file; throws `setting_invalid` or `file_unreadable`.
  init?(at path: String) throws(PodctlError) {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw PodctlError(.fileUnreadable, "the settings file \(path) cannot be read")
    }
    self.path = path
    do {
      let node = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
      root = node?.mapping ?? Node.Mapping([])
      if let node, node.mapping == nil, node.scalar?.string.isEmpty != true {
        throw SettingsFile.invalid(path, "it holds no keys")
      }
    } catch let error as PodctlError {
      throw error
    } catch {
      let line = (error as? YamlError).flatMap(SettingsFile.line)
      throw SettingsFile.invalid(path, "it is not YAML" + (line.map { " (line \($0))" } ?? ""))
    }
  }

  /// The settings of a project's file.
  func projectLayer() throws(PodctlError) -> SettingsLayer {
    try layer(root, prefix: [], origin: .projectFile(path))
  }

  /// The name of the profile that the file itself chooses.
  func chosenProfile() throws(PodctlError) -> String? {
    guard let node = root["profile"] else { return nil }
    return try text(node, "profile")
  }

  var profileNames: [String] { (root["profiles"]?.mapping ?? [:]).keys.compactMap { $0.scalar?.string } }

  /// The settings of one profile; throws `setting_invalid` for one that the file does not have, unless it is `default`.
  func profileLayer(_ name: String) throws(PodctlError) -> SettingsLayer {
    for (key, _) in root where !["profile", "profiles"].contains(key.scalar?.string) {
      throw unknown(key.scalar?.string ?? "?", among: ["profile", "profiles"])
    }
    guard let profile = root["profiles"]?.mapping?[Node(name)] else {
      if name == "default" { return SettingsLayer() }
      let suggestion = Suggestion.nearest(to: name, among: profileNames)
      throw PodctlError(
        .settingInvalid, "there is no profile \"\(name)\" in \(path)",
        hint: suggestion.map { "did you mean \"\($0)\"?" } ?? "its profiles: \(profileNames.joined(separator: ", "))")
    }
    guard let mapping = profile.mapping else {
      if profile.scalar?.string.isEmpty == true { return SettingsLayer() }
      throw SettingsFile.invalid(path, "profile \"\(name)\" holds no keys")
    }
    return try layer(mapping, prefix: [], origin: .profile(name: name, file: path))
  }

  private func layer(
    _ mapping: Node.Mapping, prefix: [String], origin: SettingOrigin
  ) throws(PodctlError) -> SettingsLayer {
    var layer = SettingsLayer()
    for (key, value) in try flattened(mapping, prefix: prefix) {
      guard let known = SettingKey(rawValue: key) else {
        if SettingsFile.looksSecret(key) { throw secretFound(key) }
        throw unknown(key, among: SettingKey.allCases.map(\.rawValue))
      }
      if known.isList {
        let items = value.sequence.map(Array.init) ?? [value]
        var paths: [String] = []
        for item in items { paths.append(absolute(try text(item, key))) }
        layer.set(known, paths, origin)
      } else {
        let setting = try text(value, key)
        // A password within the address is a secret all the same.
        if [.database, .mailServer].contains(known), SettingLine.holdsPassword(setting) { throw secretFound(key) }
        layer.set(known, setting, origin)
      }
    }
    return layer
  }

  private func flattened(_ mapping: Node.Mapping, prefix: [String]) throws(PodctlError) -> [(String, Node)] {
    var result: [(String, Node)] = []
    for (key, value) in mapping {
      let path = prefix + [try text(key, "a key")]
      if let inner = value.mapping {
        result += try flattened(inner, prefix: path)
      } else {
        result.append((path.joined(separator: "."), value))
      }
    }
    return result
  }

  private func text(_ node: Node, _ key: String) throws(PodctlError) -> String {
    guard let scalar = node.scalar else { throw SettingsFile.invalid(path, "\(key) is not a single value") }
    return scalar.string
  }

  /// Folders named in a file are found from where the file lies.
  private func absolute(_ folder: String) -> String {
    folder.hasPrefix("/")
      ? folder : path[..<(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)] + folder
  }

  private static let secretWords = ["password", "passwd", "secret", "token", "api-key", "apikey", "api_key", "private"]

  private static func looksSecret(_ key: String) -> Bool {
    secretWords.contains { key.lowercased().contains($0) }
  }

  private func secretFound(_ key: String) -> PodctlError {
    PodctlError(
      .settingInvalid, "\(path) holds what looks like a secret (\(key))",
      hint: "a settings file holds none; a database's password belongs in ~/.pgpass or PGPASSWORD",
      context: [.init("key", key)])
  }

  private func unknown(_ key: String, among known: [String]) -> PodctlError {
    PodctlError(
      .settingInvalid, "unknown setting \"\(key)\" in \(path)",
      hint: Suggestion.nearest(to: key, among: known).map { "did you mean \"\($0)\"?" }
        ?? "the settings are \(known.joined(separator: ", "))",
      context: [.init("key", key)])
  }

  private static func invalid(_ path: String, _ why: String) -> PodctlError {
    PodctlError(.settingInvalid, "the settings file \(path) cannot be used: \(why)")
  }

  private static func line(_ error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }
}
