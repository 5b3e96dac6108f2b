import PodctlCore

/// Where a log's text comes from: the file's bytes, or what they are decompressed to.
struct ReadStage {
  private enum Kind {
    case plain(ByteInput)
    case gzip(GzipInput)
    case zstd(ZstdInput)
    indirect case rows(JSONRows, Kind)
  }

  private let kind: Kind

  /// It can only be read from its beginning: its lines are not the file's bytes.
  var isWhole: Bool { if case .plain = kind { false } else { true } }

  /// So many bytes are looked at to see what a log is.
  private static let headSize = 1 << 12

  /// Opens a log; its first bytes tell what it is, not its name. Returns the first bytes of its text besides.
  static func open(
    _ source: LogSource, at start: Int
  ) throws(PodctlError) -> (stage: ReadStage, head: [UInt8], isEmpty: Bool) {
    let input = try ByteInput(source, at: start)
    var head = [UInt8](repeating: 0, count: headSize)
    var count = 0
    // A pipe may give its first bytes one by one.
    while count < 4 {
      let more = try input.read(into: &head, after: count)
      if more == 0 { break }
      count += more
    }
    head.removeLast(head.count - count)
    guard start == 0 else { return (ReadStage(kind: .plain(input)), head, false) }
    var kind = Kind.plain(input)
    if head.starts(with: [0x1f, 0x8b]) {
      kind = .gzip(try GzipInput(input, head: head))
      head = try text(kind)
    } else if ZstdInput.begins(head) {
      kind = .zstd(try ZstdInput(input, head: head))
      head = try text(kind)
    }
    if let depth = JSONRows.depth(of: head) {
      return (ReadStage(kind: .rows(JSONRows(head, depth: depth), kind)), [], false)
    }
    return (ReadStage(kind: kind), head, count == 0)
  }

  private static func text(_ kind: Kind) throws(PodctlError) -> [UInt8] {
    let target = UnsafeMutablePointer<UInt8>.allocate(capacity: headSize)
    defer { target.deallocate() }
    let count = try read(kind, into: target, count: headSize)
    return Array(ByteSpan(start: target, count: count))
  }

  /// Reads up to `count` bytes of text; 0 at the end. Throws `gzip_damaged`, `zstd_damaged` or `file_unreadable`.
  func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(PodctlError) -> Int {
    try ReadStage.read(kind, into: target, count: count)
  }

  private static func read(
    _ kind: Kind, into target: UnsafeMutablePointer<UInt8>, count: Int
  ) throws(PodctlError) -> Int {
    switch kind {
    case .plain(let input): return try input.read(into: target, count: count)
    case .gzip(let input): return try input.read(into: target, count: count)
    case .zstd(let input): return try input.read(into: target, count: count)
    case .rows(let rows, let inner):
      return try rows.read(into: target, count: count) { (target, count) throws(PodctlError) in
        try read(inner, into: target, count: count)
      }
    }
  }
}
