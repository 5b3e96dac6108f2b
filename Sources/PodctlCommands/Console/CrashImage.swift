import Foundation

/// The image of memory that a crash may leave on disk; it could hold a key of Stripe's or a tenant's secret.
enum CrashImage {
  /// Has this process, and what it starts, leave none.
  static func forbid() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
