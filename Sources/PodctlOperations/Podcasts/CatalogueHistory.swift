import PodctlCore
import PodctlDigest

/// A hash of what a tenant's files are counted with: episodes, paths, sizes and what thresholds are made of. Only
/// episodes that were out when a log ended can have lines in it, so that a new episode makes no old file want a recount.
struct CatalogueHistory: Sendable {
  /// By the time of publication, those without one first; each hash stands for all up to its own.
  private var steps: [(published: Instant, sha256: [UInt8])] = []
  /// Players and hosts know an episode a little before its feed says that it is out.
  private static let slack: Int64 = 2 * 86_400

  init(_ episodes: [Episode], _ paths: [EpisodePath]) {
    var linesOf: [Identifier<Episode>: [String]] = [:]
    for path in paths { linesOf[path.episode, default: []].append("\(path.path)\t\(path.bytes ?? -1)") }
    let inOrder = episodes.map { (published: $0.publishedAt ?? Instant(microseconds: .min), episode: $0) }
      .sorted { ($0.published, $0.episode.id) < ($1.published, $1.episode.id) }
    var hash: [UInt8] = []
    for (published, episode) in inOrder {
      guard let lines = linesOf[episode.id]?.sorted() else { continue }
      let facts = [episode.durationSeconds ?? -1, episode.kbps ?? -1, episode.headerBytes]
      let text = "\(episode.id)\t\(facts)\n" + lines.joined(separator: "\n")
      hash = SHA256.hash(hash + Array(text.utf8))
      if steps.last?.published == published {
        steps[steps.count - 1].sha256 = hash
      } else {
        steps.append((published, hash))
      }
    }
  }

  /// The hash for a log that ends at an instant, in hexadecimal; nil stands for a log without lines, which nothing can
  /// change.
  func sha256(through last: Instant?) -> String {
    guard let last else { return SHA256.hex([]) }
    let end = last.advanced(seconds: CatalogueHistory.slack)
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].published <= end { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? SHA256.hex([]) : steps[low - 1].sha256.hexadecimal
  }
}
