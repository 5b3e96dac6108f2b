import PodctlCore
import PodctlOperations

/// A line of the list of runs: a run on record, or a report that no run has brought out in time.
enum RunLine {
  case run(Run)
  case report(ReportStanding, Slug)

  var run: Run? { if case .run(let run) = self { run } else { nil } }

  /// Of a report, when it was due.
  var startedAt: Instant {
    switch self {
    case .run(let run): run.startedAt
    case .report(let standing, _): standing.dueAt
    }
  }

  var tenant: Slug? {
    switch self {
    case .run(let run): run.tenant
    case .report(_, let tenant): tenant
    }
  }

  var errorCode: String? {
    switch self {
    case .run(let run): run.errorCode
    case .report: ErrorCode.reportsOverdue.rawValue
    }
  }

  /// Of a report, what would have brought it out.
  var command: String {
    switch self {
    case .run(let run): run.command
    case .report(let standing, _):
      "report of \(standing.campaign), \(standing.week.weekName ?? "\(standing.week.start)"): "
        + (standing.state?.rawValue ?? "never begun")
    }
  }

  var summary: String? {
    switch self {
    case .run(let run): run.summary
    case .report(let standing, _): standing.reason
    }
  }
}
