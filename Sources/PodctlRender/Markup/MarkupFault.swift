/// Why markup was not taken: the line, what is wrong with it, and what to do.
struct MarkupFault: Error {
  /// What a report and a logo have in common.
  static let inert = "a report runs nothing and fetches nothing; a logo is set by --logo"
  /// What is not well written.
  static let broken = "mend it: readers repair what is broken, each in its own way"

  var line: Int
  var message: String
  var hint: String?

  init(_ line: Int, _ message: String, hint: String? = MarkupFault.inert) {
    self.line = line
    self.message = message
    self.hint = hint
  }
}
