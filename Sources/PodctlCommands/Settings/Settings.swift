import Configuration
import Foundation
import PodctlCore
import PodctlOperations

/// Every setting, resolved once before a command's body runs: flag, then variable, project file, profile, default.
struct Settings: Sendable {
  var databaseURL: Setting<String>
  var tenantSlug: Setting<String?>
  var profile: Setting<String>
  /// Folders with published lists of agents and addresses, read in this order.
  var listFolders: Setting<[String]>
  /// Whether a live key may be used, where a command asks for it too.
  var live: Setting<Bool>
  /// Who mails are from, and which way they go.
  var mailFrom: Setting<String?>
  var mailTransport: Setting<MailTransport>
  var mailServer: Setting<String?>
  /// Who hears of failures, by the other way.
  var mailNotices: Setting<String?>
  var color: Setting<ColorChoice>
  /// The command that shows long tables; an empty one or `cat` turns it off.
  var pager: Setting<String>

  var tenant: String? { tenantSlug.value }
  var lists: [String] { listFolders.value }

  /// Throws `setting_invalid`, `file_unreadable`, or `file_not_found` where `--config` names no file.
  static func resolve(_ global: GlobalOptions, _ environment: Environment) throws(PodctlError) -> Settings {
    let flags = SettingsLayer.flags(global)
    let variables = SettingsLayer.variables(environment)
    let project =
      try SettingsFile(at: environment.workingDirectory + "/podctl.yaml", ofProject: true)?
      .projectLayer(own: environment.configDirectory + "/config.yaml") ?? SettingsLayer()
    let file = try userFile(global, environment)

    var chosen = SettingsLayer()
    if let name = try file?.chosenProfile(), let file {
      chosen.set(.profile, name, .profile(name: name, file: file.path))
    }
    let profile = Resolution([flags, variables, project, chosen]).text(.profile) ?? .init("default")
    let ofProfile = try file?.profileLayer(profile.value) ?? SettingsLayer()
    if file == nil, profile.value != "default" {
      throw PodctlError(
        .settingInvalid, "there is no settings file with profile \"\(profile.value)\"",
        hint: "write one at \(environment.configDirectory)/config.yaml, or name one with --config")
    }

    let resolution = Resolution([flags, variables, project, ofProfile])
    return Settings(
      databaseURL: resolution.text(.database) ?? .init("sqlite:\(environment.dataDirectory)/podctl.db"),
      tenantSlug: resolution.optionalText(.tenant),
      profile: profile,
      listFolders: resolution.list(.lists) ?? .init([]),
      live: try resolution.read(.live, "true or false") { Bool($0) } ?? .init(false),
      mailFrom: resolution.optionalText(.mailFrom),
      mailTransport: try resolution.read(.mailTransport, "sendgrid or smtp") { MailTransport(rawValue: $0) }
        ?? .init(.sendGrid),
      mailServer: resolution.optionalText(.mailServer),
      mailNotices: resolution.optionalText(.mailNotices),
      color: try resolution.read(.color, "auto, always or never") { ColorChoice(rawValue: $0) } ?? .init(.auto),
      pager: resolution.text(.pager) ?? .init("less"))
  }

  private static func userFile(
    _ global: GlobalOptions, _ environment: Environment
  ) throws(PodctlError) -> SettingsFile? {
    let named = global.config ?? environment["PODCTL_CONFIG"]
    let file = try SettingsFile(at: named ?? environment.configDirectory + "/config.yaml")
    if file == nil, let named {
      throw PodctlError(.fileNotFound, "there is no settings file \(named)")
    }
    return file
  }
}

/// The layers, strongest first, as swift-configuration reads them.
private struct Resolution {
  private let layers: [SettingsLayer]
  private let reader: ConfigReader

  init(_ layers: [SettingsLayer]) {
    self.layers = layers
    reader = ConfigReader(providers: layers.map { InMemoryProvider(values: $0.values) })
  }

  func text(_ key: SettingKey) -> Setting<String>? {
    guard let value = reader.string(forKey: key.configKey), let origin = origin(key) else { return nil }
    return Setting(value: value, origin: origin)
  }

  func optionalText(_ key: SettingKey) -> Setting<String?> {
    let found = text(key)
    return Setting(value: found?.value, origin: found?.origin ?? .standard)
  }

  /// A value as another type; throws `setting_invalid` that says where it stands and what it may be.
  func read<Value: Sendable>(
    _ key: SettingKey, _ allowed: String, _ parse: (String) -> Value?
  ) throws(PodctlError) -> Setting<Value>? {
    guard let found = text(key) else { return nil }
    guard let value = parse(found.value) else {
      throw PodctlError(
        .settingInvalid, "the setting \(key.rawValue) is not \(allowed) (\(found.origin.description))",
        commands: ["podctl config show --origin"], context: [.init("key", key.rawValue)])
    }
    return Setting(value: value, origin: found.origin)
  }

  func list(_ key: SettingKey) -> Setting<[String]>? {
    guard let value = reader.stringArray(forKey: key.configKey), let origin = origin(key) else { return nil }
    return Setting(value: value, origin: origin)
  }

  private func origin(_ key: SettingKey) -> SettingOrigin? { layers.lazy.compactMap { $0.origins[key] }.first }
}
