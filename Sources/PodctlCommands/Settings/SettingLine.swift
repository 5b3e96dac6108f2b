import Foundation
import PodctlOperations
import PodctlRender

/// A setting as it is shown: a password in an address is left out.
struct SettingLine: Sendable {
  var name: String
  var value: FieldValue
  var origin: SettingOrigin

  init(_ key: SettingKey, _ value: FieldValue, _ origin: SettingOrigin) {
    name = key.rawValue
    self.value = value
    self.origin = origin
  }

  static func listing(showsOrigin: Bool) -> Listing<SettingLine> {
    Listing(
      schema: "podctl.config.show/1",
      [
        Column("setting", "Setting") { .text($0.name) },
        Column("value", "Value") { $0.value },
        Column("origin", "Origin", inTable: showsOrigin) { .text($0.origin.description) },
      ])
  }

  /// Whether the address carries a password, as a part of the login or as a parameter.
  static func holdsPassword(_ url: String) -> Bool {
    redacted(url).contains(":***@") || url.lowercased().contains("password=")
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
  /// One line for every key, in the keys' order.
  var lines: [SettingLine] {
    SettingKey.allCases.map { key in
      switch key {
      case .database:
        SettingLine(key, .text(SettingLine.redacted(databaseURL.value)), databaseURL.origin)
      case .tenant: SettingLine(key, .text(tenantSlug.value), tenantSlug.origin)
      case .profile: SettingLine(key, .text(profile.value), profile.origin)
      case .lists: SettingLine(key, .list(lists.map { .text($0) }), listFolders.origin)
      case .live: SettingLine(key, .boolean(live.value), live.origin)
      case .mailFrom: SettingLine(key, .text(mailFrom.value), mailFrom.origin)
      case .mailTransport: SettingLine(key, .text(mailTransport.value.rawValue), mailTransport.origin)
      case .mailServer: SettingLine(key, .text(mailServer.value.map(SettingLine.redacted)), mailServer.origin)
      case .mailNotices: SettingLine(key, .text(mailNotices.value), mailNotices.origin)
      case .color: SettingLine(key, .text(color.value.rawValue), color.origin)
      case .pager: SettingLine(key, .text(pager.value), pager.origin)
      }
    }
  }
}
