import Glibc
import PodctlCore

/// A process as a lease names it: which boot of which machine, which space of process numbers, which number, and when
/// it began. Only where all but the last two are our own can it be told whether the process is still there.
public struct ProcessHolder: Sendable, Hashable {
  public let text: String

  public init(text: String) { self.text = text }

  /// The running process; `salt` stands in where the system has no /proc.
  public static func current(salt: String) -> ProcessHolder {
    guard let place, let start = start(of: getpid()) else { return ProcessHolder(text: "elsewhere \(salt)") }
    return ProcessHolder(text: "\(place) \(getpid()) \(start)")
  }

  /// True only where it is certain that the holder's process has ended.
  static func isGone(_ holder: String) -> Bool {
    let words = holder.split(separator: " ")
    guard words.count == 4, let place, "\(words[0]) \(words[1])" == place, let number = Int32(words[2]) else {
      return false
    }
    if kill(number, 0) != 0, errno == ESRCH { return true }
    // Without a right to look at the process, it may live.
    guard let start = start(of: number) else { return false }
    return start != String(words[3])
  }

  private static let place: String? = {
    guard let boot = contents(of: "/proc/sys/kernel/random/boot_id"), !boot.isEmpty else { return nil }
    var target = [UInt8](repeating: 0, count: 128)
    let count = readlink("/proc/self/ns/pid", &target, target.count)
    guard count > 0 else { return nil }
    return "\(boot) \(String(decoding: target[..<count], as: UTF8.self))"
  }()

  /// The clock tick of a process's start; nil when there is none of that number.
  private static func start(of number: Int32) -> String? {
    guard let line = contents(of: "/proc/\(number)/stat"), let name = line.lastIndex(of: ")") else { return nil }
    let fields = line[name...].split(separator: " ")
    // The name closes field 2; the state is field 3, the start field 22. What has ended and is not yet waited for works
    // on nothing.
    guard fields.count > 20 else { return nil }
    return fields[1] == "Z" ? "ended" : String(fields[20])
  }

  private static func contents(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n").first.map(String.init)
  }
}
