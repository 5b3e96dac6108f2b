import Configuration

/// One source of settings: its values for swift-configuration, and the place that each was written.
struct SettingsLayer: Sendable {
  private(set) var values: [AbsoluteConfigKey: ConfigValue] = [:]
  private(set) var origins: [SettingKey: SettingOrigin] = [:]

  /// A value given once; the first one for a key stays.
  mutating func set(_ key: SettingKey, _ value: String?, _ origin: SettingOrigin) {
    guard let value, origins[key] == nil else { return }
    if key.isList {
      set(key, value.split(separator: ":").map(String.init), origin)
    } else {
      values[AbsoluteConfigKey(key.components)] = ConfigValue(.string(value), isSecret: key == .database)
      origins[key] = origin
    }
  }

  /// A single value as it was written.
  func text(_ key: SettingKey) -> String? {
    guard case .string(let text) = values[AbsoluteConfigKey(key.components)]?.content else { return nil }
    return text
  }

  mutating func set(_ key: SettingKey, _ list: [String], _ origin: SettingOrigin) {
    values[AbsoluteConfigKey(key.components)] = ConfigValue(.stringArray(list), isSecret: false)
    origins[key] = origin
  }

  static func flags(_ global: GlobalOptions) -> SettingsLayer {
    var layer = SettingsLayer()
    layer.set(.database, global.databaseURL, .flag("--database"))
    layer.set(.profile, global.profile, .flag("--profile"))
    layer.set(.color, global.color?.rawValue, .flag("--color"))
    return layer
  }

  static func variables(_ environment: Environment) -> SettingsLayer {
    var layer = SettingsLayer()
    for key in SettingKey.allCases {
      for name in key.variables { layer.set(key, environment[name], .variable(name)) }
    }
    return layer
  }
}
