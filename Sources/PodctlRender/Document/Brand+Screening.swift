import PodctlCore

extension Brand.Logo {
  /// Takes a file's bytes for what they are; throws `usage` for another kind of file, one that is too large, and a drawing
  /// (SVG) that does more than draw.
  public init(file bytes: [UInt8]) throws(PodctlError) {
    guard bytes.count <= Self.largest else {
      throw PodctlError(.usage, "the logo has more than 100 KB", hint: "make it smaller; it is part of every page")
    }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self.init(type: "image/png", bytes: bytes)
      return
    }
    guard String(decoding: bytes, as: UTF8.self).contains("<svg") else {
      throw PodctlError(.usage, "the logo is neither PNG nor SVG", hint: "save it as one of them")
    }
    self.init(type: "image/svg+xml", bytes: bytes)
    if let fault { throw fault }
  }

  /// Why the logo is not shown; nil for a good one. Logos that an older podctl took were not looked through.
  var fault: PodctlError? {
    guard type != "image/png" else { return nil }
    return DrawingCheck.fault(in: bytes).map {
      PodctlError(.usage, "line \($0.line) of the logo: \($0.message)", hint: $0.hint)
    }
  }
}

extension Brand {
  /// What of a stored look is not used, because an older podctl took what this one refuses: a report then has podctl's own
  /// layout, and no logo.
  public var faults: [PodctlError] {
    var faults: [PodctlError] = []
    if let fault = logo?.fault { faults.append(fault) }
    for (text, kind) in [(pageTemplate, LayoutTemplate.Kind.page), (mailTemplate, .mail)] {
      guard let text else { continue }
      do throws(PodctlError) { _ = try LayoutTemplate(text, kind) } catch { faults.append(error) }
    }
    return faults
  }
}
