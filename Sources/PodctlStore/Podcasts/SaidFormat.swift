/// What was said of a log's format when it was taken, so that it need not be said again.
public struct SaidFormat: Sendable, Hashable {
  /// The format's name.
  public var name: String?
  /// The text of a mapping file.
  public var map: String?

  public init(name: String? = nil, map: String? = nil) {
    self.name = name
    self.map = map
  }
}
