import PodctlCore
import PodctlRender

/// What one check of `doctor` found, and what to do about it.
struct Finding: Sendable {
  enum Verdict: String, Sendable {
    case ok
    case warn
    case fail
  }

  var check: String
  var verdict: Verdict
  var detail: String
  var fix: String?

  static func ok(_ check: String, _ detail: String) -> Finding {
    Finding(check: check, verdict: .ok, detail: detail, fix: nil)
  }

  static func warn(_ check: String, _ detail: String, fix: String) -> Finding {
    Finding(check: check, verdict: .warn, detail: detail, fix: fix)
  }

  static func fail(_ check: String, _ detail: String, fix: String) -> Finding {
    Finding(check: check, verdict: .fail, detail: detail, fix: fix)
  }

  /// An error as a failed check: its hint and commands are the fix.
  static func fail(_ check: String, _ error: any Error) -> Finding {
    guard let error = error as? PodctlError else {
      return .fail(check, "a fault in podctl (\(type(of: error)))", fix: "please report it")
    }
    let fix = ([error.hint].compactMap { $0 } + error.commands).joined(separator: ": ")
    let shown = Redaction.masked(error.message)
    return .fail(check, shown, fix: fix.isEmpty ? "see docs/errors.md, \(error.code.rawValue)" : fix)
  }

  static let listing = Listing<Finding>(
    schema: "podctl.doctor/1",
    [
      Column("check", "Check") { .text($0.check) },
      Column("verdict", "Verdict") { .text($0.verdict.rawValue) },
      Column("detail", "Detail") { .text($0.detail) },
      Column("fix", "Fix") { .text($0.fix) },
    ])

  /// The lines that people read: the fix stands under what it mends.
  func lines(hasColor: Bool) -> String {
    let ink: Ink =
      switch verdict {
      case .ok: .green
      case .warn: .yellow
      case .fail: .red
      }
    let mark = ink.on(DisplayWidth.padded(verdict.rawValue, to: 4), if: hasColor)
    let text = "\(mark)  \(check): \(FieldValue.singleLine(detail))\n"
    return text + (fix.map { "      fix: \(FieldValue.singleLine($0))\n" } ?? "")
  }
}
