import ArgumentParser
import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@testable import PodctlCommands

@Suite("settings")
struct SettingsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func environment(_ variables: [String: String] = [:]) -> Environment {
    Environment(
      now: { FixedTime.now }, ids: CountingIdentifiers(), variables: variables, arguments: [],
      workingDirectory: folder.path, home: folder.path + "/home")
  }

  private func resolve(_ words: [String] = [], _ variables: [String: String] = [:]) throws -> Settings {
    try Settings.resolve(GlobalOptions.parse(words), environment(variables))
  }

  private func failure(_ words: [String] = [], _ variables: [String: String] = [:]) -> PodctlError? {
    do {
      _ = try resolve(words, variables)
      return nil
    } catch { return error as? PodctlError }
  }

  private func writeProfile(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/home/.config/podctl", withIntermediateDirectories: true)
    try folder.write(text, to: "home/.config/podctl/config.yaml")
  }

  @Test("with nothing set the database is a SQLite file in the data directory")
  func defaults() throws {
    let settings = try resolve()
    #expect(settings.databaseURL.value == "sqlite:\(folder.path)/home/.local/share/podctl/podctl.db")
    #expect(settings.databaseURL.origin == .standard && settings.tenant == nil)
    #expect(try resolve([], ["XDG_DATA_HOME": "/data"]).databaseURL.value == "sqlite:/data/podctl/podctl.db")
    #expect(try resolve([], ["XDG_DATA_HOME": "relative"]).databaseURL.value.contains("/home/.local/share/"))
  }

  @Test("flag over variable over project file over profile over default, each with its origin")
  func order() throws {
    let file = folder.path + "/home/.config/podctl/config.yaml"
    try writeProfile("profile: shop\nprofiles:\n  shop:\n    database: sqlite:profile.db\n    tenant: p\n")
    #expect(try resolve().databaseURL.value == "sqlite:profile.db")
    #expect(try resolve().databaseURL.origin == .profile(name: "shop", file: file))
    try folder.write("database: sqlite:project.db\n", to: "podctl.yaml")
    #expect(try resolve().databaseURL.origin == .projectFile(folder.path + "/podctl.yaml"))
    #expect(try resolve().tenant == "p")
    #expect(try resolve([], ["DATABASE_URL": "sqlite:v"]).databaseURL.origin == .variable("DATABASE_URL"))
    let both = ["DATABASE_URL": "sqlite:v", "PODCTL_DATABASE": "sqlite:w"]
    #expect(try resolve([], both).databaseURL.value == "sqlite:w")
    #expect(try resolve(["--database", "sqlite:f"], both).databaseURL.origin == .flag("--database"))
    #expect(try resolve([], ["DATABASE_URL": ""]).databaseURL.value == "sqlite:project.db")
  }

  @Test("folders of lists are found from where their file lies")
  func lists() throws {
    try folder.write("lists: [mine, /theirs]\n", to: "podctl.yaml")
    #expect(try resolve().lists == ["\(folder.path)/mine", "/theirs"])
    #expect(try resolve([], ["PODCTL_LISTS": "/a:/b"]).lists == ["/a", "/b"])
  }

  @Test(
    "what a settings file may not hold is refused, and the secret is not repeated",
    arguments: [
      "stripe-api-key: sk_live_x", "password: sk_live_x", "database: postgres://me:sk_live_x@h/d",
      "database: postgres://h/d?password=sk_live_x", "smtp:\n  secret: sk_live_x",
    ])
  func secrets(text: String) throws {
    try folder.write(text + "\n", to: "podctl.yaml")
    let error = try #require(failure())
    #expect(error.code == .settingInvalid && !"\(error)".contains("sk_live_x"))
  }

  @Test(
    "a file that cannot be used says why",
    arguments: [
      ("tennant: x", "unknown setting \"tennant\""), ("- a\n- b", "holds no keys"), ("a: [", "not YAML"),
      ("tenant: [a]", "tenant is not a single value"), ("color: loud", "color is not auto, always or never"),
    ])
  func broken(text: String, why: String) throws {
    try folder.write(text + "\n", to: "podctl.yaml")
    let error = try #require(failure())
    #expect(error.code == .settingInvalid && error.message.contains(why), "\(error)")
  }

  @Test("an empty file is no fault")
  func empty() throws {
    try folder.write("", to: "podctl.yaml")
    try writeProfile("# nothing yet\n")
    #expect(failure() == nil)
  }

  @Test("a profile or file that is not there is refused when it was asked for")
  func missing() throws {
    #expect(failure(["--config", "/nonexistent.yaml"])?.code == .fileNotFound)
    #expect(failure(["--profile", "shop"])?.code == .settingInvalid)
    try writeProfile("profiles:\n  shop:\n    tenant: s\n")
    #expect(failure(["--profile", "shp"])?.hint == "did you mean \"shop\"?")
    #expect(try resolve(["--profile", "shop"]).tenant == "s")
    #expect(try resolve().tenant == nil)
  }
}
