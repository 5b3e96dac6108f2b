import ArgumentParser

struct ReportScheduleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Manage schedules: which sponsor reports are sent when, and to whom.",
    subcommands: [ReportScheduleAdd.self, ReportScheduleList.self, ReportScheduleRemove.self])
}
