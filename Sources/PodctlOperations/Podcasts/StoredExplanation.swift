import PodctlCore
import PodctlMeasurement
import PodctlStore

/// Why one line was counted or not, from its log and from what is stored.
public struct StoredExplanation: Sendable {
  /// What is stored of the line's listener on its day.
  public enum State: String, Sendable, CaseIterable {
    case download, coverage, requests, closed, purged, nothing
  }

  /// By the tenant's rules, over all recorded files of the time that still lie where they lay.
  public var line: LineExplanation
  /// The file's record; nil where it was never taken.
  public var file: IngestedFile?
  /// The keyed hashes of listener and household, in hexadecimal; nil for a line that a filter took.
  public var listener: String?
  public var household: String?
  /// Nil for a line that a filter took.
  public var state: State?
  public var stored: ListenerDay?
  /// Bytes of the line's path that the stored coverage holds.
  public var storedBytes: Int64?
  public var day: CountedDay?
  /// Recorded files of the time that were read again, and those that are gone or changed.
  public var readFiles: [String]
  public var missingFiles: [String]
  /// Things that a reader must know, in plain words.
  public var remarks: [String]
}
