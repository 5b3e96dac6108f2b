import Configuration

/// Every setting by the name that files use; `config show` lists them in this order.
enum SettingKey: String, CaseIterable, Sendable {
  case database
  case tenant
  case profile
  case lists
  case live
  case mailFrom = "mail.from"
  case mailTransport = "mail.transport"
  case mailServer = "mail.server"
  case mailNotices = "mail.notices"
  case color
  case pager

  /// The variables that set it, strongest first.
  var variables: [String] {
    switch self {
    case .database: ["PODCTL_DATABASE", "DATABASE_URL"]
    case .tenant: ["PODCTL_TENANT"]
    case .profile: ["PODCTL_PROFILE"]
    case .lists: ["PODCTL_LISTS"]
    case .live: []
    case .mailFrom: ["PODCTL_MAIL_FROM"]
    case .mailTransport: ["PODCTL_MAIL_TRANSPORT"]
    case .mailServer: ["PODCTL_MAIL_SERVER"]
    case .mailNotices: ["PODCTL_MAIL_NOTICES"]
    case .color: ["PODCTL_COLOR"]
    case .pager: ["PODCTL_PAGER", "PAGER"]
    }
  }

  var meaning: String {
    switch self {
    case .database: "sqlite:PATH or postgres://USER@HOST/NAME"
    case .tenant: "the tenant of commands that name none"
    case .profile: "the profile of the settings file that applies"
    case .lists: "folders with published lists of agents and addresses"
    case .live: "true where real money may move; --live is needed besides"
    case .mailFrom: "who mails are from, as 'Name <address>'"
    case .mailTransport: "sendgrid or smtp"
    case .mailServer: "smtps://USER@HOST:465 or smtp://USER@HOST:587"
    case .mailNotices: "who is mailed when reports do not go out, by the other transport"
    case .color: "auto, always or never"
    case .pager: "the program that shows long tables on a terminal"
    }
  }

  /// What `./podctl.yaml` may say of a setting. That file came with a folder: it may choose what is looked at and how it
  /// looks, and never what runs, where something is sent, what is spent, or who signs in where.
  enum ProjectUse { case free, sqliteFile, none }

  /// A new setting is for its user alone until it is named here.
  var projectUse: ProjectUse {
    switch self {
    case .tenant, .lists, .color: .free
    case .database: .sqliteFile
    default: .none
    }
  }

  var isList: Bool { self == .lists }

  var components: [String] { rawValue.split(separator: ".").map(String.init) }
  var configKey: ConfigKey { ConfigKey(components) }
}
