import ArgumentParser

struct CampaignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "campaign", abstract: "Sponsors, campaigns, their flights and spots, and what they deliver.",
    subcommands: [
      CampaignCreate.self, CampaignList.self, CampaignShow.self, CampaignLaunch.self, CampaignPause.self,
      CampaignComplete.self, CampaignCancel.self, CampaignPacing.self, CampaignCheck.self, CampaignSponsor.self,
      CampaignFlight.self, CampaignSpot.self, CampaignDelivery.self,
    ])
}

struct CampaignSponsor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sponsor", abstract: "Who buys sponsorships.",
    subcommands: [
      CampaignSponsorAdd.self, CampaignSponsorUpdate.self, CampaignSponsorList.self, CampaignSponsorShow.self,
    ])
}

struct CampaignFlight: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flight", abstract: "The lines of a campaign's orders.",
    subcommands: [CampaignFlightAdd.self, CampaignFlightList.self])
}

struct CampaignSpot: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spot", abstract: "Airings of a flight in episodes.",
    subcommands: [CampaignSpotAdd.self, CampaignSpotList.self, CampaignSpotAir.self])
}

struct CampaignDelivery: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delivery", abstract: "Delivery that others counted.", subcommands: [CampaignDeliveryImport.self])
}
