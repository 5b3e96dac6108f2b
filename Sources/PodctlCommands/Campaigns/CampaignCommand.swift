import ArgumentParser

struct CampaignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: "Manage sponsors, campaigns, flights and spots, and track delivery.",
    subcommands: [
      CampaignCreate.self, CampaignList.self, CampaignShow.self, CampaignLaunch.self, CampaignPause.self,
      CampaignComplete.self, CampaignCancel.self, CampaignPacing.self, CampaignCheck.self, CampaignSponsor.self,
      CampaignFlight.self, CampaignSpot.self, CampaignDelivery.self,
    ])
}

struct CampaignSponsor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sponsor", abstract: "Manage sponsors: the advertisers who buy campaigns.",
    subcommands: [
      CampaignSponsorAdd.self, CampaignSponsorUpdate.self, CampaignSponsorList.self, CampaignSponsorShow.self,
    ])
}

struct CampaignFlight: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flight", abstract: "Manage flights: the lines of a campaign's insertion orders.",
    subcommands: [CampaignFlightAdd.self, CampaignFlightList.self])
}

struct CampaignSpot: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spot", abstract: "Manage spots: a flight's airings in episodes.",
    subcommands: [CampaignSpotAdd.self, CampaignSpotList.self, CampaignSpotAir.self])
}

struct CampaignDelivery: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delivery", abstract: "Import delivery that was counted elsewhere.",
    subcommands: [CampaignDeliveryImport.self])
}
