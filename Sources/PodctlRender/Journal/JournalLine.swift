import PodctlCore

/// An entry of the journal with the number of its invoice, as other books are given it.
public struct JournalLine: Sendable {
  public var number: String
  public var entry: JournalEntry

  public init(number: String, entry: JournalEntry) {
    self.number = number
    self.entry = entry
  }
}
