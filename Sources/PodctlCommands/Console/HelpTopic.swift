import PodctlCore
import PodctlRender

/// What `podctl help TOPIC` explains.
enum HelpTopic: String, CaseIterable {
  case environment
  case exitCodes = "exit-codes"
  case formats
  case settings
  case errors
  case time

  var abstract: String {
    switch self {
    case .environment: "The variables that podctl reads"
    case .exitCodes: "What each exit status means"
    case .formats: "Output formats, fields and colour"
    case .settings: "Where settings come from"
    case .errors: "How an error is told, and every code"
    case .time: "Days, weeks, zones and a fixed clock"
    }
  }

  var text: String {
    switch self {
    case .environment: HelpTopic.environmentText
    case .exitCodes: "EXIT STATUSES\n" + HelpTopic.aligned(ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning) })
    case .formats: HelpTopic.formatsText
    case .settings: HelpTopic.settingsText
    case .errors: HelpTopic.errorsText
    case .time: HelpTopic.timeText
    }
  }

  static var list: String { aligned(allCases.map { ($0.rawValue, $0.abstract) }) }

  static func aligned(_ pairs: [(String, String)]) -> String {
    let width = pairs.map { DisplayWidth.of($0.0) }.max() ?? 0
    return pairs.map { "  " + DisplayWidth.padded($0.0, to: width) + "  " + $0.1 }.joined(separator: "\n")
  }

  private static var environmentText: String {
    let settings = SettingKey.allCases.flatMap { key in key.variables.map { ($0, key.meaning) } }
    let others = [
      ("PODCTL_CONFIG", "the settings file, in place of the one in the configuration directory"),
      ("PODCTL_STRIPE_KEY", "Stripe's key, where no file of it is named"),
      ("PODCTL_STRIPE_API_BASE", "a server on this machine in Stripe's place, for tests"),
      ("PODCTL_NOW", "fixes the clock, as 2026-11-02T08:00:00Z"),
      ("PODCTL_ID_SEED", "makes new ids repeatable: the same command gives the same ids"),
      ("NO_COLOR", "set to anything, turns colour off"),
      ("CLICOLOR_FORCE", "set to anything but 0, turns colour on"),
      ("XDG_CONFIG_HOME", "holds podctl/config.yaml; otherwise ~/.config"),
      ("XDG_DATA_HOME", "holds podctl/podctl.db, the default database; otherwise ~/.local/share"),
      ("PGPASSWORD, PGSSLMODE, …", "as for every program that uses libpq"),
    ]
    return "VARIABLES\n" + aligned(settings + others) + "\n\nAn empty variable counts as unset."
  }

  private static let formatsText = """
    FORMATS
      table     for people: columns fit the terminal; piped, the same without colour or cutting
      json      {"schema":…,"data":…,"meta":…} on one line; the schema's number rises when a field changes
      ndjson    one object a line, no envelope
      csv       RFC 4180, lines end in LF; a text that a spreadsheet would run as a formula starts with '
      tsv       tab-separated; \\t, \\n, \\r and \\\\ within a cell
      markdown  a table of GitHub-flavoured Markdown

    --json is --format json with all fields. --fields a,b chooses fields and their order in every format.
    Scripts may rely on json, ndjson, csv and tsv. Money is {"minor":123450,"currency":"USD"} in JSON and
    "1234.50 USD" in CSV; dates are ISO 8601; an unknown value is null, an empty cell, or — for people.
    Data goes to standard output, everything else to standard error. An empty list is no failure.
    """

  private static var settingsText: String {
    """
    SETTINGS, strongest first
      1. a flag of the command
      2. a variable (podctl help environment)
      3. ./podctl.yaml, which came with a folder: tenant, lists, color and a database that is a SQLite file; it may
         not run a program, send or spend, nor hold a secret
      4. the profile in $XDG_CONFIG_HOME/podctl/config.yaml:
           profile: default
           profiles:
             default:
               tenant: acme
      5. the default; with nothing set the database is a SQLite file

    KEYS
    \(aligned(SettingKey.allCases.map { ($0.rawValue, $0.meaning) }))

    podctl config show --origin prints each value and where it came from.
    """
  }

  private static var errorsText: String {
    """
    ERRORS
    An error is told on standard error: what happened, a hint, commands that help, and a code that does not change.
    With --json, or --format json, ndjson, csv or tsv, it is one line:
      {"error":{"code":…,"message":…,"hint":…,"commands":[…],"exit":66,"context":{…}}}

    CODES
    \(aligned(ErrorCode.allCases.map { ($0.rawValue, "exit \($0.exit.rawValue)") }))

    docs/errors.md says what each means and what to do.
    """
  }

  private static let timeText = """
    TIME
    Instants are kept in UTC. Days, weeks, months, reports and bills are cut in the tenant's zone, an IANA name such
    as America/New_York; a day with a change of clock has 23 or 25 hours.
      day     2026-10-31
      week    2026-W43, Monday to Sunday (ISO 8601)
      month   2026-10
      instant 2026-10-31T08:30:00Z
    Tables on a terminal show relative times; piped and in every other format they are RFC 3339.
    PODCTL_NOW=2026-11-02T08:00:00Z fixes the clock.
    """
}

extension ExitStatus {
  var meaning: String {
    switch self {
    case .success: "done, or nothing to do"
    case .finding: "the check ran and found something"
    case .usage: "wrong words"
    case .invalidInput: "input rows or files are invalid"
    case .notFound: "the named thing does not exist"
    case .unavailable: "a database or service cannot be reached"
    case .internalFault: "a fault in podctl"
    case .cannotCreate: "a file cannot be created"
    case .ioFailure: "reading or writing failed, or a disk is full"
    case .temporary: "temporary: run it again"
    case .refused: "refused: credentials, file mode, role, read-only"
    case .configuration: "settings are wrong, or the schema is not the binary's"
    case .interrupted: "interrupted (SIGINT)"
    case .terminated: "terminated (SIGTERM)"
    }
  }
}
