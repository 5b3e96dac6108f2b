import Foundation
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake
import Testing

@Suite("a mail in doubt is taken back within its window, and one goes in its place") struct MailRecallingTests {
  private static let mail = "/v3/mail/send"
  private static let cancelling = "/v3/user/scheduled_sends"

  /// The nth request to a path is lost so.
  private static func lose(
    _ loss: FakeMailNetwork.Loss, _ numbers: ClosedRange<Int> = 1...1, to path: String = mail, in world: MailingWorld
  ) {
    var count = 0
    world.network.loss = { request in
      guard request.method == .post, request.address.text.hasSuffix(path) else { return nil }
      count += 1
      return numbers.contains(count) ? loss : nil
    }
  }

  private static func stop(at checkpoint: OutboxCheckpoint, _ number: Int = 1, in world: MailingWorld) {
    var count = 0
    world.checkpoint = { reached in
      guard reached == checkpoint else { return }
      count += 1
      if count == number { throw MailingWorld.Stopped() }
    }
  }

  @Test(
    "in the same run: whether it had arrived, had not, or comes late, each person gets one at the new time",
    arguments: TestDatabase.kinds, [FakeMailNetwork.Loss.lostBefore, .lostAfter, .late, .errorAfter, .unavailable])
  func sameRun(_ kind: TestDatabase.Kind, _ loss: FakeMailNetwork.Loss) throws {
    let world = try MailingWorld(kind)
    Self.lose(loss, in: world)
    #expect(try world.send() == [.sent])
    #expect(try world.standing() == ["done", "done"])
    let mails = try world.mails()
    #expect(mails.count { $0.state == .cancelled } == mails.count - 2 && mails.contains { $0.revision == 2 })
    world.pass(minutes: 29)
    #expect(world.reached.isEmpty)
    world.pass(minutes: 5)
    world.network.deliverLate()
    #expect(world.reached == MailingWorld.people)
    #expect(try world.send() == [.known])
    world.pass(minutes: 60)
    #expect(world.reached == MailingWorld.people)
  }

  @Test("what goes in its place is the same but for its mark, its batch and its time", arguments: TestDatabase.kinds)
  func content(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    Self.lose(.lostAfter, in: world)
    try world.send()
    func wire(_ effect: Effect) throws -> NSMutableDictionary {
      let read = try JSONSerialization.jsonObject(with: Data(effect.request.body), options: .mutableContainers)
      return try #require(read as? NSMutableDictionary)
    }
    let mails = try world.mails()
    let second = try #require(mails.first { $0.revision == 2 })
    let first = try #require(mails.first { $0.name == second.stem })
    let (before, after) = (try wire(first), try wire(second))
    #expect(before["batch_id"] as? String != after["batch_id"] as? String)
    #expect(after["send_at"] as? Int64 == second.window?.sendAt.seconds)
    #expect(String(decoding: second.request.body, as: UTF8.self).contains("\"podctl_effect\":\"\(second.id)\""))
    for key in ["batch_id", "send_at", "personalizations"] {
      before.removeObject(forKey: key)
      after.removeObject(forKey: key)
    }
    #expect(before == after)
    #expect(SendGridMail.recipient(of: first.request.body) == SendGridMail.recipient(of: second.request.body))
  }

  @Test(
    "killed anywhere, at the sending or at the taking back, each person gets one",
    arguments: TestDatabase.kinds,
    [OutboxCheckpoint.beforePost, .afterReply, .beforeCommit, .afterCommit, .beforeRecall, .afterRecall])
  func killed(_ kind: TestDatabase.Kind, _ checkpoint: OutboxCheckpoint) throws {
    for (number, gap) in [(1, 1), (2, 1), (1, 12), (3, 3)] as [(Int, Int64)] {
      let world = try MailingWorld(kind)
      Self.lose(.lostAfter, in: world)
      Self.stop(at: checkpoint, number, in: world)
      _ = try world.send()
      for _ in 1...3 {
        world.pass(minutes: gap)
        _ = try world.send()
      }
      world.pass(minutes: 120)
      let known = try world.send()
      #expect(world.reached == MailingWorld.people, "\(checkpoint) \(number), \(gap) minutes")
      let states = try world.standing()
      #expect(known == [.known], "\(checkpoint) \(number), \(gap) minutes: \(states)")
    }
  }

  @Test("in its last ten minutes nothing is asked for: it stays unknown, none is sent", arguments: TestDatabase.kinds)
  func late(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    Self.stop(at: .afterReply, in: world)
    #expect(try world.send() == nil)
    for minutes in [21, 60, 1500] as [Int64] {
      world.pass(minutes: minutes)
      #expect(try world.send() == [.unknown])
    }
    // The other had not left, and goes in a window of its own.
    #expect(try world.standing().sorted() == ["done", "unknown"])
    world.pass(minutes: 60)
    #expect(world.reached == MailingWorld.people)
  }

  @Test("SendGrid refuses an eleventh batch: it stays unknown, and none is sent", arguments: TestDatabase.kinds)
  func eleventh(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    for number in 1...10 { world.fake.cancelElsewhere("Other-\(number)") }
    Self.lose(.lostAfter, in: world)
    for minutes in [5, 60] as [Int64] {
      #expect(try world.send() == [.unknown])
      world.pass(minutes: minutes)
    }
    #expect(try world.standing().sorted() == ["done", "unknown"])
    #expect(try world.mails().count == 2)
    #expect(world.reached == MailingWorld.people)
  }

  @Test(
    "an answer to the taking back that is lost is asked for again, and 400 for what is held back is a success",
    arguments: TestDatabase.kinds, [3, 40] as [Int64])
  func answerLost(_ kind: TestDatabase.Kind, _ gap: Int64) throws {
    let world = try MailingWorld(kind)
    Self.stop(at: .afterReply, in: world)
    _ = try world.send()
    world.checkpoint = { _ in }
    Self.lose(.lostAfter, to: Self.cancelling, in: world)
    #expect(try world.send() == [.unknown])
    // Nobody knows of the other mail of the batch either, which had not left.
    #expect(try world.standing().sorted() == ["planned", "unknown"])
    world.pass(minutes: gap)
    #expect(try world.send() == [.sent])
    world.pass(minutes: 45)
    #expect(world.reached == MailingWorld.people)
  }

  @Test("what SendGrid had taken of a batch that it keeps counts as sent again", arguments: TestDatabase.kinds)
  func restored(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    Self.stop(at: .afterReply, 2, in: world)
    _ = try world.send()
    world.checkpoint = { _ in }
    // The taking back never arrives, and then it is too late.
    Self.lose(.lostBefore, to: Self.cancelling, in: world)
    #expect(try world.send() == [.unknown])
    #expect(try world.standing() == ["unknown", "unknown"])
    world.pass(minutes: 40)
    #expect(try world.send() == [.unknown])
    #expect(try world.standing().sorted() == ["done", "unknown"])
    #expect(world.reached == MailingWorld.people)
  }

  @Test("a person's taking back that was killed is finished by the next run", arguments: TestDatabase.kinds)
  func personKilled(_ kind: TestDatabase.Kind) throws {
    for checkpoint in [OutboxCheckpoint.beforeRecall, .afterRecall, .beforeCommit] {
      let world = try MailingWorld(kind)
      #expect(try world.send() == [.sent])
      Self.stop(at: checkpoint, in: world)
      try world.cancel()
      world.checkpoint = { _ in }
      #expect(try world.standing() == ["unknown", "unknown"])
      #expect(try world.send() == [.rejected])
      #expect(try world.standing() == ["cancelled", "cancelled"])
      world.pass(minutes: 60)
      #expect(try world.send() == [.rejected])
      #expect(world.reached.isEmpty)
    }
  }

  @Test("a report that was taken back goes again once a person approves it, and once", arguments: TestDatabase.kinds)
  func approved(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try world.send()
    try world.cancel()
    let week = try Period(week: "2026-W43", zone: world.tenant.zone)
    _ = try ReportReviewing.decide(
      .approved, on: week, of: "autumn", tenant: world.tenant, in: world.database, now: FixedTime.now)
    #expect(try world.send() == [.sent])
    #expect(try world.send() == [.known])
    world.pass(minutes: 60)
    #expect(world.reached == MailingWorld.people)
    #expect(try world.mails().filter { $0.revision == 2 }.map(\.state) == [.done, .done])
  }

  @Test("what was in doubt before the rest was taken back is still said to be", arguments: TestDatabase.kinds)
  func doubtBesideCancelled(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    Self.stop(at: .afterReply, in: world)
    _ = try world.send()
    world.pass(minutes: 1500)
    #expect(try world.send() == [.unknown])
    try world.cancel()
    #expect(try world.standing().sorted() == ["cancelled", "unknown"])
    #expect(try world.send() == [.unknown])
    world.pass(minutes: 60)
    #expect(world.reached.count == 1)
  }

  @Test("mails that never left and whose window is over get another", arguments: TestDatabase.kinds)
  func stale(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    Self.lose(.notSent, 1...99, in: world)
    #expect(try world.send() == [.delayed])
    world.network.loss = { _ in nil }
    world.pass(minutes: 1500)
    #expect(try world.send() == [.sent])
    #expect(world.reached.isEmpty)
    world.pass(minutes: 31)
    #expect(world.reached == MailingWorld.people)
  }

  @Test("an address that came to take no mail gets none in the place of one in doubt", arguments: TestDatabase.kinds)
  func suppressed(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    Self.stop(at: .afterReply, in: world)
    _ = try world.send()
    world.checkpoint = { _ in }
    let address = try MailAddress(typed: "ann@kettle.example")
    try world.database.write(for: world.tenant.id) { tx in
      _ = try SuppressionStore(tx).add(.init(address: address, reason: "bounced", since: FixedTime.now))
    }
    #expect(try world.send() == [.sent])
    world.pass(minutes: 60)
    #expect(world.reached == ["bob@kettle.example"])
  }

  @Test("without a window nothing is taken back, and what is unknown stays so", arguments: TestDatabase.kinds)
  func atOnce(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    Self.lose(.lostAfter, in: world)
    #expect(try world.send(window: 0) == [.unknown])
    #expect(try world.send(window: 0) == [.unknown])
    #expect(world.reached == MailingWorld.people && world.fake.mails.allSatisfy { $0.batch == nil })
  }
}
