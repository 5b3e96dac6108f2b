import Foundation
import Testing

@Suite("architecture rules")
struct ArchitectureTests {
  @Test("the scan sees the sources")
  func seesSources() {
    #expect(SourceFile.sources.count > 30)
    #expect(SourceFile.sources.contains { $0.path == "Sources/podctl/Main.swift" })
  }

  /// What only some rooms may say; a room is the beginning of a path.
  struct Rule: Sendable, CustomTestStringConvertible {
    var word: String
    var rooms: [String]
    var testDescription: String { word }
  }

  static let rules = [
    Rule(word: #"(?<![A-Za-z.])print\("#, rooms: []),
    Rule(word: #"\bdebugPrint\("#, rooms: []),
    Rule(word: #"\bDate\(\)"#, rooms: []),
    Rule(word: #"\bDate\.now\b"#, rooms: []),
    Rule(word: #"\bgetenv\b"#, rooms: []),
    Rule(word: #"\bclock_gettime\b"#, rooms: ["Sources/PodctlCommands/Context/Environment.swift"]),
    Rule(
      word: #"processInfo\.environment|process\.environment"#,
      rooms: ["Sources/PodctlCommands/Context/Environment.swift"]),
    Rule(word: #"\bFileHandle\b"#, rooms: ["Sources/PodctlCommands/Console/"]),
    Rule(
      word: #"\bProcess\(\)|\bposix_spawn"#,
      rooms: ["Sources/PodctlGateways/Programs/", "Sources/PodctlCommands/Console/Pager.swift"]),
    Rule(word: #"\bcurl_"#, rooms: ["Sources/PodctlGateways/", "Sources/CCurl/"]),
    Rule(word: #"\bsqlite3_"#, rooms: ["Sources/PodctlStore/Database/"]),
    Rule(word: #"\bPQ[a-z]"#, rooms: ["Sources/PodctlStore/Database/"]),
    // Aliases are counted there before they are written out.
    Rule(
      word: #"\bYAMLDecoder\b|\bYams\.|\bcompose\(yaml|import CYaml"#,
      rooms: ["Sources/PodctlCommands/Context/BoundedYAML.swift"]),
    Rule(word: #"\bDateFormatter\b"#, rooms: []),
    Rule(word: #"\bSystemRandomNumberGenerator\b|\.random\(in:"#, rooms: []),
    Rule(
      word: #"(SELECT .* FROM |INSERT INTO |UPDATE [a-z_]+ SET |DELETE FROM |CREATE TABLE )"#,
      rooms: ["Sources/PodctlStore/"]),
    Rule(
      word: #"dialect == |case \.postgres|\.dialect\b"#,
      // A folder of migrations names its files by the database they are for.
      rooms: ["Sources/PodctlStore/", "Sources/PodctlOperations/Migrating/"]),
  ]

  @Test("a word is said only in its room", arguments: rules)
  func wordsStayInRooms(rule: Rule) throws {
    let pattern = try NSRegularExpression(pattern: rule.word)
    for file in SourceFile.sources where !rule.rooms.contains(where: { file.path.hasPrefix($0) }) {
      for (number, line) in file.code.enumerated() {
        let hit = pattern.firstMatch(in: line, range: NSRange(line.startIndex..., in: line))
        #expect(hit == nil, "\(file.path):\(number + 1) says \(rule.word)")
      }
    }
  }

  /// The arrows of docs/ARCHITECTURE.md; Foundation and the system's library may be imported anywhere.
  static let imports: [String: Set<String>] = [
    "podctl": ["PodctlCommands"],
    "PodctlCommands": [
      "PodctlOperations", "PodctlRender", "PodctlStore", "PodctlGateways", "PodctlMeasurement", "PodctlCore",
      "PodctlDigest", "ArgumentParser", "Configuration", "Logging", "Yams", "CYaml",
    ],
    "PodctlOperations": [
      "PodctlStore", "PodctlGateways", "PodctlMeasurement", "PodctlRender", "PodctlDigest", "PodctlCore",
    ],
    "PodctlMeasurement": ["PodctlCore", "PodctlDigest", "CScan", "CZlib", "CIsal", "CZstd"],
    "PodctlStore": ["PodctlCore", "PodctlDigest", "Migrations", "CLibPQ", "CSQLite", "CZlib"],
    "PodctlGateways": ["PodctlCore", "PodctlDigest", "FoundationXML", "CCurl"],
    "PodctlRender": ["PodctlCore", "Mustache"],
    "PodctlDigest": ["CCrypto"],
    "PodctlCore": [],
  ]
  static let everywhere: Set<String> = ["Foundation", "Dispatch", "Glibc", "Synchronization"]

  @Test("a module imports only what lies below it")
  func importsPointDown() {
    for file in SourceFile.sources {
      guard let allowed = ArchitectureTests.imports[file.module] else {
        Issue.record("\(file.path) lies in a module that the table does not have")
        continue
      }
      for line in file.code {
        let words = line.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
          words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" })
        else { continue }
        let module = words[words.count - 1].split(separator: ".").first.map(String.init) ?? ""
        #expect(
          allowed.contains(module) || ArchitectureTests.everywhere.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test("no file is longer than 500 lines, and the median is under 120")
  func sizes() {
    let files = SourceFile.sources + SourceFile.tests
    for file in files { #expect(file.lines.count <= 501, "\(file.path) has \(file.lines.count) lines") }
    let sizes = files.map(\.lines.count).sorted()
    #expect(sizes[sizes.count / 2] < 120)
  }

  @Test("no file is a drawer for odds and ends")
  func names() {
    for file in SourceFile.sources + SourceFile.tests
    where file.path != "Tests/ArchitectureTests/ArchitectureTests.swift" {
      for word in ["Utils", "Util.", "Helper", "Manager", "Common", "Misc"] {
        #expect(!file.name.contains(word), "\(file.path)")
      }
    }
  }

  @Test("nothing is left to do in a comment")
  func noLeftovers() {
    for file in SourceFile.sources {
      for (number, line) in file.lines.enumerated() {
        #expect(!line.contains("TO" + "DO") && !line.contains("FIX" + "ME"), "\(file.path):\(number + 1)")
      }
    }
  }

  @Test("at most six Markdown files stand in the root")
  func markdown() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: SourceFile.root.path)
    #expect(names.filter { $0.hasSuffix(".md") }.count <= 6)
  }
}
