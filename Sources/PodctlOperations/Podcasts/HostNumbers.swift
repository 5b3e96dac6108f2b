import PodctlCore

/// What a host says that its episodes were downloaded.
public struct HostNumbers: Sendable {
  /// By the episode's name as ours, over all of the file's days.
  public private(set) var downloads: [String: Int64] = [:]
  /// The days that the file has figures of; nil where it has no days.
  public private(set) var days: Set<Day>?
  public private(set) var rejects: [RejectedRow] = []

  private static let columns = [
    ImportColumn(
      "episode", required: true, aliases: ["episode_title", "title", "guid", "episode_guid", "name", "episode_name"]),
    ImportColumn(
      "downloads", required: true,
      aliases: ["count", "total", "total_downloads", "iab_downloads", "plays", "listens", "hits"]),
    ImportColumn("day", aliases: ["date", "datum"]),
  ]

  /// Reads a host's file. Rows of episodes that are not among `episodes`, and rows that cannot be read, are rejected
  /// with their line; rows of the same episode and day add up. Throws `file_not_found`, `file_unreadable` or
  /// `header_invalid`.
  public init(_ path: String, episodes: [String]) throws {
    let file = try ImportFile.read(path)
    let text = try TextDecoding.decode(file.bytes, file: file.name)
    let table = try HostNumbers.table(text, file)
    let numbers = NumberReading(learningFrom: table.rows.lazy.compactMap { $0["downloads"] })
    let dates = DateReading()
    let known = Dictionary(
      episodes.map { (HostNumbers.plain($0), $0) }, uniquingKeysWith: { first, _ in first })
    if table.has("day") { days = [] }
    for row in table.rows {
      do throws(RowProblem) {
        if let problem = row.problem { throw problem }
        guard let name = row["episode"] else { throw RowProblem("no episode") }
        guard let episode = known[HostNumbers.plain(name)] else {
          let near = Suggestion.nearest(to: name, among: episodes)
          throw RowProblem("\"\(name)\" is no episode" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
        }
        guard let figure = row["downloads"] else { throw RowProblem("no downloads") }
        let count = try numbers.count(figure)
        var day: Day?
        if table.has("day") {
          guard let text = row["day"] else { throw RowProblem("no day") }
          day = try dates.day(text)
        }
        let (sum, isTooLarge) = (downloads[episode] ?? 0).addingReportingOverflow(count)
        guard !isTooLarge else { throw RowProblem("\"\(figure)\" is too large a number") }
        downloads[episode] = sum
        if let day { days?.insert(day) }
      } catch {
        rejects.append(RejectedRow(line: row.line, reason: error.reason, fields: row.fields))
      }
    }
  }

  private static func table(_ text: DecodedText, _ file: ImportFile) throws(PodctlError) -> CSVTable {
    do {
      return try CSVTable(text, columns: columns, file: file.name)
    } catch {
      // What an import would hint at, a map of columns, is none of this comparison's options.
      var named = error
      named.hint =
        "its first line must name an episode (\(columns[0].aliases.joined(separator: ", "))), its downloads"
        + " (\(columns[1].aliases.joined(separator: ", "))) and perhaps a day"
      throw named
    }
  }

  /// Names compare without case and surrounding blanks.
  private static func plain(_ name: String) -> String { name.lowercased().trimmedBlanks }
}
