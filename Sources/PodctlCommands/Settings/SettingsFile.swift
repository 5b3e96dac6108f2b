import Foundation
import PodctlCore
import Yams

/// A settings file in YAML: `podctl.yaml` of a project, which is shared and holds no secret, or the user's own with its
/// profiles. A key that podctl does not know is refused, so that a slip of the finger is not silently ignored.
struct SettingsFile {
  let path: String
  private let root: Node.Mapping

  /// Nil where there is no such file; throws `setting_invalid` or `file_unreadable`.
  init?(at path: String, ofProject: Bool = false) throws(PodctlError) {
    guard let bytes = try SettingsFile.bytes(of: path, ofProject: ofProject) else { return nil }
    self.path = path
    do {
      let node = try BoundedYAML.node(of: String(decoding: bytes, as: UTF8.self))
      root = node?.mapping ?? Node.Mapping([])
      if let node, node.mapping == nil, node.scalar?.string.isEmpty != true {
        throw SettingsFile.invalid(path, "it holds no keys")
      }
    } catch let error as PodctlError {
      throw error
    } catch let excess as BoundedYAML.Excess {
      throw SettingsFile.invalid(path, excess.description)
    } catch {
      let line = (error as? YamlError).flatMap(SettingsFile.line)
      throw SettingsFile.invalid(path, "it is not YAML" + (line.map { " (line \($0))" } ?? ""))
    }
  }

  /// More than any settings need, in bytes.
  private static let largest = 256 << 10

  private static func bytes(of path: String, ofProject: Bool) throws(PodctlError) -> [UInt8]? {
    // A pipe that came with a folder would be waited for, and a device be read without an end.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (ofProject ? O_NONBLOCK : 0))
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      // A folder that may not be entered, such as another user's home under a service, holds no settings of this user's.
      var status = stat()
      if errno == EACCES, stat(path, &status) != 0 { return nil }
      throw PodctlError(.fileUnreadable, "the settings file \(path) cannot be read")
    }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    guard !ofProject || status.st_mode & S_IFMT == S_IFREG else { throw invalid(path, "it is no plain file") }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= largest {
      let count = read(descriptor, &piece, piece.count)
      guard count >= 0 else { throw PodctlError(.fileUnreadable, "the settings file \(path) cannot be read") }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
    throw invalid(path, "it is larger than \(largest >> 10) KiB")
  }

  /// The settings of a project's file; `own` is the file in which a setting may stand that is not for a project's. Throws
  /// `setting_invalid` for such a one.
  func projectLayer(own: String) throws(PodctlError) -> SettingsLayer {
    let layer = try layer(root, prefix: [], origin: .projectFile(path))
    for key in SettingKey.allCases where layer.origins[key] != nil {
      switch key.projectUse {
      case .free: continue
      case .sqliteFile where layer.text(key)?.hasPrefix("sqlite:") == true: continue
      case .sqliteFile: throw notOfProject(key, "a database that is no SQLite file", own)
      case .none: throw notOfProject(key, key.rawValue, own)
      }
    }
    return layer
  }

  private func notOfProject(_ key: SettingKey, _ what: String, _ own: String) -> PodctlError {
    let variable = key.variables.first.map { ", or set \($0)" } ?? ""
    let allowed = SettingKey.allCases.filter { $0.projectUse == .free }.map(\.rawValue).joined(separator: ", ")
    return PodctlError(
      .settingInvalid, "\(path) sets \(what), and a file that came with a folder may not",
      hint: "take \(key.rawValue) out of it, and put it into your profile in \(own)\(variable); such a file may set "
        + "\(allowed), and a database that is a SQLite file",
      context: [.init("file", path), .init("key", key.rawValue)])
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
        if [.database, .mailServer].contains(known), Redaction.holdsPassword(setting) { throw secretFound(key) }
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
