import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake
import Testing

@Suite("a clock that moved mails nobody twice, and no half of a week") struct MailClockTests {
  private static let day: Int64 = 86_400

  private static func code(_ body: () throws -> Void) -> ErrorCode? {
    do { try body() } catch { return (error as? PodctlError)?.code }
    return nil
  }

  @Test(
    "set back by a day it is refused, whether mails wait or went at once, until it is right again",
    arguments: TestDatabase.kinds, [0, 30])
  func back(_ kind: TestDatabase.Kind, _ window: Int) throws {
    let world = try MailingWorld(kind)
    #expect(try world.send(window: window) == [.sent])
    let requests = world.fake.mails.count
    world.offset = -Self.day
    #expect(Self.code { try world.send(window: window) } == .clockMoved)
    #expect(Self.code { try world.cancel() } == .clockMoved)
    #expect(world.fake.mails.count == requests)
    world.offset = 0
    world.pass(minutes: 60)
    #expect(try world.send(window: window) == [.known])
    #expect(world.reached == MailingWorld.people)
  }

  @Test("by a clock that was set back, what is in doubt is not taken back", arguments: TestDatabase.kinds)
  func backInDoubt(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    world.checkpoint = { if $0 == .afterReply { throw MailingWorld.Stopped() } }
    _ = try world.send()
    world.checkpoint = { _ in }
    world.pass(minutes: 60)
    world.offset = -Self.day
    #expect(Self.code { try world.send() } == .clockMoved)
    world.offset = 0
    #expect(try world.send() == [.unknown])
    world.pass(minutes: 60)
    #expect(world.reached == MailingWorld.people)
  }

  @Test("a clock that goes a minute wrong is no reason to stop", arguments: TestDatabase.kinds)
  func little(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try world.send()
    world.offset = -60
    #expect(try world.send() == [.known])
  }

  @Test(
    "set forward by eight days, the week that is not over is held; set right, nothing goes before a person says so",
    arguments: TestDatabase.kinds)
  func forward(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    #expect(try world.send(window: 0) == [.sent])
    world.offset = 8 * Self.day
    #expect(try world.send(window: 0) == [.held])
    world.offset = 0
    #expect(Self.code { try world.send(window: 0) } == .clockMoved)
    #expect(try world.send(window: 0, clockIsTrusted: true) == [.known])
    #expect(try world.send(window: 0) == [.known])
    #expect(world.reached == MailingWorld.people)
    // A week later, when its figures are in.
    world.pass(minutes: 7 * 1440)
    try world.say(.log, through: "2026-11-01")
    #expect(try world.send(window: 0) == [.sent])
    #expect(try world.send(window: 0) == [.known])
    #expect(world.reached.count == 4)
  }

  @Test("where SendGrid's clock shows another time, nothing is written down", arguments: TestDatabase.kinds)
  func service(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try world.say(.log, through: "2026-12-31", isFinal: true)
    world.offset = 8 * Self.day
    #expect(Self.code { try world.send() } == .clockMoved)
    #expect(try world.mails().isEmpty)
    world.offset = 0
    #expect(try world.send() == [.sent])
  }

  @Test(
    "SendGrid's clock may show five minutes more or less, and not a second beyond",
    arguments: TestDatabase.kinds, [-301, -300, 300, 301] as [Int64])
  func tolerance(_ kind: TestDatabase.Kind, _ seconds: Int64) throws {
    let world = try MailingWorld(kind)
    try world.set("2026-10-26T09:30:00Z")
    world.offset = seconds
    if abs(seconds) == 300 {
      #expect(try world.send() == [.sent])
    } else {
      #expect(Self.code { try world.send() } == .clockMoved)
      #expect(try world.mails().isEmpty)
    }
  }

  @Test("what was begun in one week is brought to its end in the next", arguments: TestDatabase.kinds)
  func nextWeek(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    world.network.loss = { $0.address.text.hasSuffix("/v3/mail/send") ? .notSent : nil }
    #expect(try world.send() == [.delayed])
    world.network.loss = { _ in nil }
    world.pass(minutes: 7 * 1440)
    try world.say(.log, through: "2026-11-01")
    #expect(try world.send() == [.sent, .sent])
    #expect(try world.send() == [.known])
    world.pass(minutes: 60)
    #expect(world.reached.count == 4)
  }
}
