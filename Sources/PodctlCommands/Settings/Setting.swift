/// Where a setting's value was found, strongest first.
enum SettingOrigin: Sendable, Equatable {
  case flag(String)
  case variable(String)
  case projectFile(String)
  case profile(name: String, file: String)
  case standard

  var description: String {
    switch self {
    case .flag(let name): name
    case .variable(let name): name
    case .projectFile(let path): path
    case .profile(let name, let file): "profile \(name) in \(file)"
    case .standard: "default"
    }
  }
}

/// A value and where it came from.
struct Setting<Value: Sendable>: Sendable {
  var value: Value
  var origin: SettingOrigin

  init(value: Value, origin: SettingOrigin) {
    self.value = value
    self.origin = origin
  }

  /// The value that holds when nobody set one.
  init(_ standard: Value) { self.init(value: standard, origin: .standard) }
}
