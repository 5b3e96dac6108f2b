import ArgumentParser
import Foundation
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore

/// What every leaf takes that works on an outbox.
struct OutboxOptions: ParsableArguments {
  @Option(help: "If another run holds the lock: wait, fail (exit 75) or skip (exit 0).")
  var lock: LeaseChoice = .fail
  @Option(help: ArgumentHelp("Start nothing new after N seconds.", valueName: "seconds"))
  var timeout = 900

  func validate() throws {
    guard (1...86_400).contains(timeout) else { throw ValidationError("--timeout takes 1 to 86400 seconds.") }
  }
}

extension LeaseChoice: ExpressibleByArgument {}

/// What every leaf takes that talks to Stripe.
struct StripeOptions: ParsableArguments {
  @Flag(help: "Use a live key: real money. The profile must say live: true as well.")
  var live = false
  @Option(
    help: ArgumentHelp(
      "File of the key, for its owner alone (0600); the default is the credential podctl-stripe, then PODCTL_STRIPE_KEY.",
      valueName: "file"))
  var stripeKeyFile: String?
}

extension CommandContext {
  /// The name under which all work on a tenant's outbox is leased.
  static let outboxLease = "outbox"

  /// The clock of a run of the outbox. Where PODCTL_NOW fixes the clock, waiting moves it on.
  func outboxTime(seconds: Int) -> OutboxTime {
    let environment = environment
    var waited: Int64 = 0
    let isFixed = environment["PODCTL_NOW"] != nil
    let now = {
      isFixed ? Instant(microseconds: environment.now().microseconds + waited * 1000) : environment.now()
    }
    return OutboxTime(
      now: now,
      sleep: { milliseconds in
        waited += Int64(milliseconds)
        usleep(UInt32(milliseconds) * 1000)
      },
      jitter: { Int(environment.ids.next(Lease.self).low % 1001) },
      deadline: now().advanced(seconds: Int64(seconds)))
  }

  /// Does something under the tenant's lease; nil where another run holds it and `choice` is to skip.
  func holdingLease<Result>(
    of tenant: Tenant, choice: LeaseChoice, time: OutboxTime, _ body: (Lease) throws -> Result
  ) throws -> Result? {
    let database = try database()
    let salt = ids.next(Lease.self).description
    guard
      let lease = try LeaseKeeping.take(
        CommandContext.outboxLease, of: tenant.id, in: database, holder: ProcessHolder.current(salt: salt),
        choice: choice, time: time)
    else { return nil }
    defer { try? LeaseKeeping.release(lease, of: tenant.id, in: database, now: time.now()) }
    return try body(lease)
  }

  /// Stripe for one tenant, after every check that needs no network. What the tenant itself buys of the platform is
  /// billed by the platform's account, so that a key of the tenant's own is not looked for.
  func stripe(
    _ options: StripeOptions, for tenant: Tenant, ofPlatform: Bool = false, time: OutboxTime
  ) throws -> StripeClient {
    let address = try environment["PODCTL_STRIPE_API_BASE"].map { text throws(PodctlError) in try StripeAddress(text) }
    let key = try stripeKey(options, ofPlatform ? nil : tenant)
    try (address ?? .live).admit(
      key, asksLive: options.live, profileIsLive: settings.live.value, isDemo: tenant.isDemo)
    return StripeClient(
      try CurlTransport(userAgent: "podctl/" + Podctl.configuration.version), key: key, address: address ?? .live,
      now: time.now, sleep: time.sleep)
  }

  private func stripeKey(_ options: StripeOptions, _ tenant: Tenant?) throws(PodctlError) -> StripeKey {
    try StripeKey(gatewayKey("Stripe", file: options.stripeKeyFile, for: tenant))
  }

  /// A service's key: from a file named by hand, else the tenant's credential, the common one, then the variable.
  func gatewayKey(
    _ service: String, word: String = "key", file: String?, for tenant: Tenant?
  ) throws(PodctlError) -> String {
    let name = service.lowercased()
    if let file {
      guard let text = try SecretFile.read(file, isCredential: false) else {
        throw PodctlError(.fileNotFound, "there is no \(word) file \(file)")
      }
      return text
    }
    if let folder = environment["CREDENTIALS_DIRECTORY"] {
      for credential in (tenant.map { ["podctl-\(name)-\($0.slug)"] } ?? []) + ["podctl-\(name)"] {
        if let text = try SecretFile.read("\(folder)/\(credential)", isCredential: true) { return text }
      }
    }
    let variable = "PODCTL_\(service.uppercased())_\(word.uppercased())"
    guard let text = environment[variable] else {
      throw PodctlError(
        .gatewayKeyInvalid, "no \(word) of \(service) is at hand",
        hint: "name its file with --\(name)-\(word)-file, give the credential podctl-\(name), or set \(variable)")
    }
    return text
  }

  /// Stops the process dead where a test's build was told to: `PODCTL_FAULT=after_reply:3` at the third such place.
  func checkpoint() -> (OutboxCheckpoint, String) throws -> Void {
    #if DEBUG
      let words = environment["PODCTL_FAULT"]?.split(separator: ":").map(String.init) ?? []
      guard words.count == 2, let wanted = Int(words[1]) else { return { _, _ in } }
      var count = 0
      return { checkpoint, _ in
        guard checkpoint.rawValue == words[0] else { return }
        count += 1
        if count == wanted { kill(getpid(), SIGKILL) }
      }
    #else
      return { _, _ in }
    #endif
  }
}
