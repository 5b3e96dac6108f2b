import ArgumentParser

struct ReportScheduleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Which sponsor reports go out by themselves, when and to whom.",
    subcommands: [ReportScheduleAdd.self, ReportScheduleList.self, ReportScheduleRemove.self])
}
