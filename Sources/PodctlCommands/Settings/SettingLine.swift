import Foundation
import PodctlRender

/// A setting as it is shown: a password in an address is left out.
struct SettingLine: Sendable {
  var name: String
  var value: FieldValue
  var origin: SettingOrigin

  static func listing(showsOrigin: Bool) -> Listing<SettingLine> {
    Listing(
      schema: "podctl.config.show/1",
      [
        Column("setting", "Setting") { .text($0.name) },
        Column("value", "Value") { $0.value },
        Column("origin", "Origin", inTable: showsOrigin) { .text($0.origin.description) },
      ])
  }

  /// The address without user's password and without parameters, any of which may be a secret.
  static func redacted(_ url: String) -> String {
    guard let scheme = url.range(of: "://") else { return url }
    let rest = url[scheme.upperBound...].prefix { $0 != "?" }
    guard let at = rest.lastIndex(of: "@") else { return String(url[..<scheme.upperBound] + rest) }
    let user = rest[..<at].prefix { $0 != ":" }
    let password = user.endIndex == at ? "" : ":***"
    return url[..<scheme.upperBound] + user + password + rest[at...]
  }
}

extension Settings {
  var lines: [SettingLine] {
    [
      SettingLine(
        name: "database", value: .text(SettingLine.redacted(databaseURL.value)), origin: databaseURL.origin),
      SettingLine(name: "tenant", value: .text(tenant.value), origin: tenant.origin),
      SettingLine(name: "profile", value: .text(profile.value), origin: profile.origin),
      SettingLine(name: "lists", value: .list(lists.value.map { .text($0) }), origin: lists.origin),
      SettingLine(name: "color", value: .text(color.value.rawValue), origin: color.origin),
      SettingLine(name: "pager", value: .text(pager.value), origin: pager.origin),
    ]
  }
}
