/// Cuts one listener's requests of one episode into windows; they are given in the order of time.
public struct WindowEdge: Sendable {
  /// Seconds of a rolling window.
  public static let length: Int64 = 86_400

  private let window: MeasurementWindow
  private let zone: Zone
  /// Seconds since 1970 of the open window's first request.
  public private(set) var start: Int64 = .min
  /// Where the open window ends, in seconds since 1970; a request at this very second opens the next one.
  public private(set) var end: Int64 = .min

  /// The zone cuts calendar windows only.
  public init(_ window: MeasurementWindow, zone: Zone = .utc) {
    self.window = window
    self.zone = zone
  }

  /// Takes a request at a second since 1970; true when it opens a new window.
  public mutating func opens(at time: Int64) -> Bool {
    let isNew = time >= end
    if isNew { start = time }
    switch window {
    case .lastTouch: end = time + WindowEdge.length
    case .firstTouch: if isNew { end = time + WindowEdge.length }
    case .calendar:
      if isNew {
        let instant = Instant(seconds: time)
        end = zone.start(of: zone.day(of: instant).advanced(by: 1)).seconds
      }
    }
    return isNew
  }
}
