import PodctlCore
import PodctlDigest

/// Makes what an effect freezes.
public enum EffectRequest {
  public static func post(_ path: String, _ body: [UInt8]) -> Effect.Request {
    frozen("POST", path, body)
  }

  static func frozen(_ method: String, _ path: String, _ body: [UInt8]) -> Effect.Request {
    var request = Effect.Request(method: method, path: path, body: body, sha256: "")
    request.sha256 = hash(request)
    return request
  }

  /// Over method, path and body, parted by zero bytes.
  static func hash(_ request: Effect.Request) -> String {
    SHA256.hex(Array(request.method.utf8) + [0] + Array(request.path.utf8) + [0] + request.body)
  }

  /// The key of an effect follows from its name, so that a database brought back from a backup uses the same one.
  public static func keyStem(tenant: Slug, isLive: Bool, name: String) -> String {
    "podctl:1:" + SHA256.hex(Array("\(tenant)\u{0}\(isLive ? "live" : "test")\u{0}\(name)".utf8)).prefix(32)
  }
}
