import PodctlCore

/// The journal as hledger reads it: accounts and currencies declared, every leg written out with all its decimals, so
/// that nothing is inferred.
public enum HledgerText {
  public static func journal(_ lines: [JournalLine]) -> String {
    let postings = lines.flatMap(\.entry.postings)
    var text = ""
    for currency in Set(postings.map(\.amount.currency)).sorted(by: { $0.code < $1.code }) {
      // A point must stand here even where the currency has no decimals.
      let decimals = String(repeating: "0", count: currency.minorDigits)
      text += "commodity 1000.\(decimals) \(currency)\n"
    }
    for account in Set(postings.map(\.account)).sorted() { text += "account \(account)\n" }
    for line in lines { text += "\n" + entry(line) }
    return text
  }

  private static func entry(_ line: JournalLine) -> String {
    let entry = line.entry
    var text = "\(entry.day) (\(plain(line.number))) \(plain(entry.description))"
    text += "  ; kind:\(entry.kind.rawValue), mode:\(entry.isLive ? "live" : "test")\n"
    let postings = entry.postings
    let width = postings.map { $0.account.path.count }.max() ?? 0
    let amounts = postings.map(\.amount.decimal)
    let amountWidth = amounts.map(\.count).max() ?? 0
    for (posting, amount) in zip(postings, amounts) {
      let path = posting.account.path
      text += "    \(path)" + String(repeating: " ", count: width - path.count + 2)
      text += String(repeating: " ", count: amountWidth - amount.count)
      text += "\(amount) \(posting.amount.currency)\n"
    }
    return text
  }

  /// Without what would begin a comment, a payee, a tag or another line.
  private static func plain(_ text: String) -> String {
    String(
      text.map { character in
        character.isNewline || character.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
          ? " " : ";|()".contains(character) ? "," : character
      })
  }
}
