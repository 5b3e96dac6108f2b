import ArgumentParser
import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@testable import PodctlCommands

@Suite("a settings file that came with a folder runs, sends and spends nothing")
struct ProjectFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var environment: Environment {
    Environment(
      now: { FixedTime.now }, ids: CountingIdentifiers(), variables: ["PAGER": "less"], arguments: [],
      workingDirectory: folder.path, home: folder.path + "/home")
  }

  private func resolve() throws -> Settings { try Settings.resolve(GlobalOptions.parse([]), environment) }

  /// A setting with a value that would be good elsewhere.
  private static let values: [(SettingKey, String)] = SettingKey.allCases.map { key in
    switch key {
    case .database: (key, "sqlite:x.db")
    case .live: (key, "true")
    case .mailTransport: (key, "smtp")
    case .color: (key, "never")
    default: (key, "x")
    }
  }

  @Test("each setting says whether it may stand there; the others name file, key and place", arguments: values)
  func settings(key: SettingKey, value: String) throws {
    let path = try folder.write(Self.text(key, value), to: "podctl.yaml")
    switch key {
    case .tenant, .lists, .color, .database:
      #expect(try resolve().lines.contains { $0.name == key.rawValue && $0.origin == .projectFile(path) })
    default:
      let error = #expect(throws: PodctlError.self) { try resolve() }
      #expect(error?.code == .settingInvalid && error?.exit.rawValue == 78)
      #expect(error?.message.contains(path) == true && error?.message.contains(key.rawValue) == true)
      #expect(error?.hint?.contains(folder.path + "/home/.config/podctl/config.yaml") == true)
      for variable in key.variables.prefix(1) { #expect(error?.hint?.contains(variable) == true) }
      #expect(error?.context.contains { $0.name == "key" && $0.value == key.rawValue } == true)
    }
  }

  private static func text(_ key: SettingKey, _ value: String) -> String {
    let parts = key.components
    return parts.count == 1 ? "\(parts[0]): \(value)\n" : "\(parts[0]):\n  \(parts[1]): \(value)\n"
  }

  @Test(
    "a database may be a SQLite file and nothing else",
    arguments: ["postgres://h/d", "postgresql://u@h/d", "host=h dbname=d", "POSTGRES://h/d", "mysql://h/d", "x.db", ""])
  func database(url: String) throws {
    try folder.write("tenant: one\ndatabase: '\(url)'\n", to: "podctl.yaml")
    #expect((#expect(throws: PodctlError.self) { try resolve() })?.code == .settingInvalid)
    // In a profile any database may stand.
    try FileManager.default.removeItem(atPath: folder.file("podctl.yaml"))
    try FileManager.default.createDirectory(
      atPath: folder.path + "/home/.config/podctl", withIntermediateDirectories: true)
    try folder.write(
      "profiles:\n  default:\n    database: '\(url)'\n    pager: more\n", to: "home/.config/podctl/config.yaml")
    #expect(try resolve().databaseURL.value == url)
  }

  @Test("what is no plain file, or a large one, is not read", arguments: ["device", "pipe", "large"])
  func special(kind: String) throws {
    let path = folder.file("podctl.yaml")
    switch kind {
    case "device": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    default: try folder.write("tenant: x\n" + String(repeating: "# more\n", count: 100_000), to: "podctl.yaml")
    }
    #expect((#expect(throws: PodctlError.self) { try resolve() })?.code == .settingInvalid)
  }

  @Test("the pager gets no key", arguments: ["env > seen; cat > shown", "env >seen"])
  func pager(command: String) throws {
    var environment = environment
    environment.variables = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm", "PODCTL_STRIPE_KEY": "Kept1", "PGPASSWORD": "Kept2",
      "DATABASE_URL": "postgres://u:Kept3@h", "PODCTL_PAGER": "Kept4", "SMTP_PASSWORD": "Kept5",
      "OTHER": "sk_live_Kept6",
    ]
    let pager = try #require(Pager(command: "cd '\(folder.path)'; \(command)", rows: 1))
    #expect(pager.show("text\n", environment))
    let seen = try String(contentsOfFile: folder.file("seen"), encoding: .utf8)
    #expect(seen.contains("TERM=xterm\n") && seen.contains("LESS=FRX\n") && !seen.contains("Kept"), "\(seen)")
  }
}
