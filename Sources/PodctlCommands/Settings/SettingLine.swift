import Foundation
import PodctlCore
import PodctlOperations
import PodctlRender

/// A setting as it is shown, without what lets somebody in.
struct SettingLine: Sendable {
  var name: String
  var value: FieldValue
  var origin: SettingOrigin

  init(_ key: SettingKey, _ value: FieldValue, _ origin: SettingOrigin) {
    name = key.rawValue
    self.value = if case .text(let text) = value { .text(Redaction.masked(text)) } else { value }
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
}

extension Settings {
  /// One line for every key, in the keys' order.
  var lines: [SettingLine] {
    SettingKey.allCases.map { key in
      switch key {
      case .database:
        SettingLine(key, .text(databaseURL.value), databaseURL.origin)
      case .tenant: SettingLine(key, .text(tenantSlug.value), tenantSlug.origin)
      case .profile: SettingLine(key, .text(profile.value), profile.origin)
      case .lists: SettingLine(key, .list(lists.map { .text($0) }), listFolders.origin)
      case .live: SettingLine(key, .boolean(live.value), live.origin)
      case .mailFrom: SettingLine(key, .text(mailFrom.value), mailFrom.origin)
      case .mailTransport: SettingLine(key, .text(mailTransport.value.rawValue), mailTransport.origin)
      case .mailServer: SettingLine(key, .text(mailServer.value), mailServer.origin)
      case .mailNotices: SettingLine(key, .text(mailNotices.value), mailNotices.origin)
      case .color: SettingLine(key, .text(color.value.rawValue), color.origin)
      case .pager: SettingLine(key, .text(pager.value), pager.origin)
      }
    }
  }
}
