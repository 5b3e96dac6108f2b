/// The places at which a test stops podctl dead, to see what the next run makes of it.
public enum OutboxCheckpoint: String, Sendable, CaseIterable {
  /// An effect is about to be planned.
  case beforeIntent = "before_intent"
  /// Its frozen body is committed.
  case afterIntent = "after_intent"
  /// It is committed as on its way, and nothing has left yet.
  case beforePost = "before_post"
  /// The answer is here, and nothing of it is written down.
  case afterReply = "after_reply"
  /// The answer is written down within a transaction that is not committed.
  case beforeCommit = "before_commit"
  case afterCommit = "after_commit"
  /// The wish to have a batch of mails back is committed, and the service has not been asked.
  case beforeRecall = "before_recall"
  /// The service has answered, and nothing of it is written down.
  case afterRecall = "after_recall"
}
