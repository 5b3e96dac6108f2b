import PodctlCore

extension PodctlError {
  /// Whether it is said of one log alone, so that others can be read all the same.
  public var isOfOneLog: Bool {
    switch code {
    case .logUnreadable, .gzipDamaged, .zstdDamaged, .fileUnreadable, .fileNotFound: true
    default: false
    }
  }
}
