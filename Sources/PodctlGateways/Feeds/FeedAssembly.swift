import Foundation
import PodctlCore

/// Judges the items of a feed one after the other: an episode, with what is to be noted about it, or a reject.
struct FeedAssembly {
  private(set) var feed: Feed
  private var positionOfGUID: [String: Int] = [:]
  private var positionOfPath: [String: Int] = [:]

  init(_ channel: FeedChannel) {
    let words = channel.words
    feed = Feed(
      title: words[.rss("title")] ?? words[.itunes("title")] ?? "", author: words[.itunes("author")],
      link: words[.rss("link")], language: words[.rss("language")])
  }

  mutating func add(_ item: FeedItem) {
    var notes: [String] = []
    switch draft(of: item, &notes) {
    case .success(let draft):
      positionOfGUID[draft.guid] = item.position
      for file in draft.files { positionOfPath[file.path] = item.position }
      feed.episodes.append(draft)
      feed.positions.append(item.position)
      feed.notes += notes.map { remark(item, $0) }
    case .failure(let reason): feed.rejects.append(remark(item, reason.text))
    }
  }

  private struct Reason: Error { var text: String }

  private func remark(_ item: FeedItem, _ reason: String) -> FeedRemark {
    FeedRemark(position: item.position, line: item.line, guid: item.guid, title: item.title, reason: reason)
  }

  private func draft(of item: FeedItem, _ notes: inout [String]) -> Result<EpisodeDraft, Reason> {
    let (files, host, refusal) = files(of: item, &notes)
    guard let first = files.first else { return .failure(Reason(text: refusal)) }
    let guid: String
    if let given = item.guid {
      guid = given
    } else {
      // The address without prefixes and query: it stays the same when a measuring service comes or goes.
      guid = host + first.path
      notes.append("it has no GUID; its enclosure's address stands in")
    }
    if let other = positionOfGUID[guid] { return .failure(Reason(text: "it has the same GUID as item \(other)")) }
    if item.title == nil { notes.append("it has no title; its GUID stands in") }
    return .success(
      EpisodeDraft(
        guid: guid, title: item.title ?? guid, publishedAt: date(of: item, &notes),
        durationSeconds: duration(of: item, &notes), files: files))
  }

  private func date(of item: FeedItem, _ notes: inout [String]) -> Instant? {
    guard let text = item.words[.rss("pubDate")] else { return nil }
    guard let (instant, lacksZone) = FeedDate.instant(text) else {
      notes.append("its date \"\(text.prefix(60))\" cannot be read")
      return nil
    }
    if lacksZone { notes.append("its date has no zone; UTC was taken") }
    return instant
  }

  private func duration(of item: FeedItem, _ notes: inout [String]) -> Int64? {
    guard let text = item.words[.itunes("duration")] else { return nil }
    let seconds = FeedDuration.seconds(text)
    if seconds == nil { notes.append("its duration \"\(text.prefix(60))\" cannot be read") }
    return seconds
  }

  /// The item's files, no path twice, the first one's host, and why there is none.
  private func files(
    of item: FeedItem, _ notes: inout [String]
  ) -> (files: [EpisodeDraft.File], host: String, refusal: String) {
    var files: [EpisodeDraft.File] = []
    var host = ""
    var refusal = "it has no enclosure"
    for (isMain, enclosure) in [(true, item.enclosure)] + item.sources.map({ (false, $0) }) {
      guard let enclosure else { continue }
      guard let url = enclosure.url?.trimmingCharacters(in: .whitespacesAndNewlines), !url.isEmpty else {
        if isMain { refusal = "its enclosure has no address" }
        continue
      }
      guard let place = EnclosurePath.place(of: url) else {
        // Alternative sources may well be torrents; only the enclosure must be a file on the web.
        if isMain { refusal = "its enclosure is no http or https address of a file" }
        continue
      }
      if files.contains(where: { $0.path == place.path }) { continue }
      if let other = positionOfPath[place.path] {
        refusal = "its file has the same path as item \(other)'s"
        if isMain { return ([], "", refusal) }
        notes.append("an alternative enclosure has the same path as item \(other)'s and was left out")
        continue
      }
      if files.isEmpty { host = place.host }
      files.append(
        .init(
          path: place.path, bytes: length(enclosure.length, &notes), mediaType: enclosure.type?.nonEmpty,
          host: place.host))
    }
    return (files, host, refusal)
  }

  /// Bytes; a length that is missing or zero is simply unknown.
  private func length(_ text: String?, _ notes: inout [String]) -> Int64? {
    guard let text = text?.trimmingCharacters(in: .whitespacesAndNewlines).nonEmpty else { return nil }
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let bytes = Int64(text) else {
      notes.append("its length \"\(text.prefix(40))\" is no number of bytes")
      return nil
    }
    return bytes > 0 ? bytes : nil
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
