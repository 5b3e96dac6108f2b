import Foundation
import PodctlCore
import PodctlMeasurement

/// A format with good lines to begin from: the logs of `Fixtures/logs` and `Fixtures/formats`.
public struct FuzzedFormat: Sendable {
  public let name: String
  public let choice: FormatChoice
  /// What stands before the first line and is never touched.
  public let header: [UInt8]
  public let lines: [[UInt8]]

  /// All fixtures that have one record a line, sorted by name.
  public static func all(in fixtures: String) throws -> [FuzzedFormat] {
    let logs = try names(in: fixtures + "/logs").filter { !$0.hasSuffix(".zst") && !$0.hasPrefix("op3-hits.json") }
      .filter { $0 != "op3-downloads.json" }
    let mapped = try names(in: fixtures + "/formats").filter { $0.hasSuffix(".map") }
    return try logs.map { try FuzzedFormat($0, fixtures + "/logs/" + $0, .detected) }
      + mapped.map { map in
        let log = fixtures + "/formats/" + map.replacingOccurrences(of: ".map", with: ".log")
        return try FuzzedFormat(map, log, FormatMap.read(fixtures + "/formats/" + map))
      }
  }

  private static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
  }

  private init(_ name: String, _ path: String, _ choice: FormatChoice) throws {
    self.name = name
    self.choice = choice
    let all = [UInt8](try Data(contentsOf: URL(filePath: path))).split(separator: 10).map(Array.init)
    // Tables whose first line names the columns.
    let hasHeader = name.hasSuffix(".tsv") || name.hasSuffix(".csv") || name == "hosting.map"
    let count = all.prefix { $0.first == UInt8(ascii: "#") }.count + (hasHeader ? 1 : 0)
    header = all[..<count].flatMap { $0 + [10] }
    lines = Array(all[count...])
  }
}
