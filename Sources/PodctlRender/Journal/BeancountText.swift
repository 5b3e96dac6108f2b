import PodctlCore

/// The journal as beancount reads it: accounts opened on the first day they are used and in the currencies they are used
/// in, every leg written out with all its decimals, so that nothing is inferred.
public enum BeancountText {
  public static func journal(_ lines: [JournalLine]) -> String {
    openings(lines) + lines.map { "\n" + entry($0) }.joined()
  }

  private static func openings(_ lines: [JournalLine]) -> String {
    struct Use {
      var firstDay: Day
      var currencies: Set<String>
    }
    var uses: [JournalAccount: Use] = [:]
    for entry in lines.map(\.entry) {
      for posting in entry.postings {
        var use = uses[posting.account] ?? Use(firstDay: entry.day, currencies: [])
        use.firstDay = min(use.firstDay, entry.day)
        use.currencies.insert(posting.amount.currency.code)
        uses[posting.account] = use
      }
    }
    return uses.sorted { $0.key < $1.key }.map { account, use in
      "\(use.firstDay) open \(name(account)) \(use.currencies.sorted().joined(separator: ","))\n"
    }.joined()
  }

  private static func entry(_ line: JournalLine) -> String {
    let entry = line.entry
    var text = "\(entry.day) * \(quoted(entry.description))\n"
    text += "  invoice: \(quoted(line.number))\n"
    text += "  kind: \(quoted(entry.kind.rawValue))\n"
    text += "  mode: \(quoted(entry.isLive ? "live" : "test"))\n"
    let postings = entry.postings.map { (name($0.account), $0.amount.decimal, $0.amount.currency.code) }
    let width = postings.map(\.0.count).max() ?? 0
    let amountWidth = postings.map(\.1.count).max() ?? 0
    for (account, amount, currency) in postings {
      text += "  \(account)" + String(repeating: " ", count: width - account.count + 2)
      text += String(repeating: " ", count: amountWidth - amount.count)
      text += "\(amount) \(currency)\n"
    }
    return text
  }

  /// beancount begins each word of an account with a capital. Ours are of small letters, digits and hyphens, so that no
  /// two become one.
  private static func name(_ account: JournalAccount) -> String {
    account.path.split(separator: ":").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: ":")
  }

  /// Within quotes, on one line.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      let breaks = character.isNewline || character.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
      quoted.append(breaks ? " " : character)
    }
    return quoted + "\""
  }
}
