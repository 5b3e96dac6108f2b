import Foundation

extension InstalledProgram {
  /// The Python that runs this program, where it is a script of Python: the one that has the script's modules. Nil where it
  /// is none, or where that Python is not there.
  var python: InstalledProgram? {
    guard let file = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else { return nil }
    let lines = String(decoding: file.prefix(2048), as: UTF8.self).split(separator: "\n", maxSplits: 2)
    guard let first = lines.first, first.hasPrefix("#!") else { return nil }
    var words = first.dropFirst(2).split(separator: " ").map(String.init)
    // Where a path is too long for a first line, installers write a shell's line that Python reads as a text.
    if words.first?.hasSuffix("/sh") == true, lines.count > 1, lines[1].hasPrefix("'''exec' ") {
      words = [Self.word(lines[1].dropFirst(9))]
    }
    if words.first?.hasSuffix("/env") == true { words = words.dropFirst().filter { !$0.hasPrefix("-") } }
    guard let name = words.first, let last = name.split(separator: "/").last,
      last.hasPrefix("python") || last.hasPrefix("pypy")
    else { return nil }
    return sibling(name)
  }

  /// The first word of a shell's line, which may be in quotes.
  private static func word(_ line: Substring) -> String {
    guard line.first == "\"" else { return String(line.prefix { $0 != " " }) }
    return String(line.dropFirst().prefix { $0 != "\"" })
  }
}
