import PodctlCore

/// What a program that podctl starts is given of the process's variables.
public enum ProgramVariables {
  /// The variables without podctl's own, without those of a database, and without every other that is a key or a password
  /// by its name or its value: the program does its part of the work without them.
  public static func filtered(_ variables: [String: String]) -> [String: String] {
    variables.filter { !isKept($0.key, $0.value) }
  }

  private static func isKept(_ name: String, _ value: String) -> Bool {
    if name.hasPrefix("PODCTL_") || name.hasPrefix("PG") { return true }
    if ["DATABASE_URL", "CREDENTIALS_DIRECTORY"].contains(name) { return true }
    // `less` reads its keys' bindings by such names.
    if name.hasPrefix("LESS") { return false }
    let words = name.uppercased().split(separator: "_")
    return words.contains { secrets.contains(String($0)) } || Redaction.masked(value) != value
  }

  private static let secrets: Set<String> = [
    "KEY", "KEYS", "APIKEY", "TOKEN", "TOKENS", "SECRET", "SECRETS", "PASSWORD", "PASSWD", "PASSPHRASE", "PASS",
    "CREDENTIAL", "CREDENTIALS", "AUTHORIZATION",
  ]
}
