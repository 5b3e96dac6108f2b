import PodctlCore

/// Every setting, resolved once before a command's body runs: flag, then variable, project file, profile, default.
struct Settings: Sendable {
  var databaseURL: Setting<String>
  var tenant: Setting<String?>
  var profile: Setting<String>
  /// Folders with published lists of agents and addresses, read in this order.
  var lists: Setting<[String]>
  var color: Setting<ColorChoice>
  var pager: Setting<String?>

  /// Throws `setting_invalid` for a value that cannot be read.
  static func resolve(_ global: GlobalOptions, _ environment: Environment) throws(PodctlError) -> Settings {
    func first(_ flag: (String, String?), _ variables: String...) -> Setting<String>? {
      if let value = flag.1 { return Setting(value: value, origin: .flag(flag.0)) }
      for name in variables {
        if let value = environment[name] { return Setting(value: value, origin: .variable(name)) }
      }
      return nil
    }
    let tenant = first(("", nil), "PODCTL_TENANT")
    let lists = first(("", nil), "PODCTL_LISTS")
    return Settings(
      databaseURL: first(("--database", global.databaseURL), "PODCTL_DATABASE", "DATABASE_URL")
        ?? Setting(value: "sqlite:\(environment.dataDirectory)/podctl.db", origin: .standard),
      tenant: Setting(value: tenant?.value, origin: tenant?.origin ?? .standard),
      profile: first(("--profile", global.profile), "PODCTL_PROFILE") ?? Setting(value: "default", origin: .standard),
      lists: Setting(
        value: lists?.value.split(separator: ":").map(String.init) ?? [], origin: lists?.origin ?? .standard),
      color: Setting(value: global.color, origin: .standard),
      pager: Setting(value: nil, origin: .standard))
  }
}
