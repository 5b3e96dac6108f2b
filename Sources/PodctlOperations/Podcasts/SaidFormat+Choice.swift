import PodctlCore
import PodctlMeasurement
import PodctlStore

extension SaidFormat {
  init(_ choice: FormatChoice) {
    switch choice.origin {
    case .detected: self.init()
    case .named(let name): self.init(name: name)
    case .mapped(let text): self.init(map: text)
    }
  }

  /// The same choice again, for the log of a path; throws what no reading of a kept text should.
  func choice(for path: String) throws(PodctlError) -> FormatChoice {
    if let map { return try FormatMap.parse(map, name: "the mapping kept with \(path)") }
    return try name.map { (name) throws(PodctlError) in try FormatChoice(named: name) } ?? .detected
  }
}
