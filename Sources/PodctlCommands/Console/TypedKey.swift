import Foundation
import PodctlCore

/// A key that was typed where the name of its file belongs. Other processes and the shell's history have seen it by then; it
/// must not be on record in the database as well.
enum TypedKey {
  /// Throws `usage`, without the key, where an option such as `--stripe-key-file` is followed by what looks like a key and
  /// names no file.
  static func refuse(in words: [String]) throws(PodctlError) {
    for (index, word) in words.enumerated() {
      let equals = word.hasPrefix("--") ? word.firstIndex(of: "=") : nil
      let option = equals.map { String(word[..<$0]) } ?? (index > 0 ? words[index - 1] : "")
      let value = equals.map { String(word[word.index(after: $0)...]) } ?? word
      guard option.hasPrefix("--"), Redaction.namesKeyFile(option), Redaction.looksLikeKey(value),
        !FileManager.default.fileExists(atPath: value)
      else { continue }
      throw PodctlError(
        .usage, "\(option) was followed by what looks like a key, and takes the name of a file",
        hint: "put the key into a file for its owner alone (chmod 600) and name that; "
          + "others may have seen what was typed, so have the service give a new key")
    }
  }
}
