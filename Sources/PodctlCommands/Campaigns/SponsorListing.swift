import PodctlCore
import PodctlRender

enum SponsorListing {
  static func columns(_ schema: String) -> Listing<Sponsor> {
    Listing(
      schema: schema,
      [
        Column("sponsor", "Sponsor") { .text($0.slug.text) },
        Column("name", "Name") { .text($0.name) },
        Column("contact_name", "Contact") { .text($0.contactName) },
        Column("contact_email", "E-mail") { .text($0.contactEmail) },
        Column("website", "Website", inTable: false) { .text($0.website) },
        Column("id", "Id", inTable: false) { .text($0.id.description) },
        Column("created_at", "Created", inTable: false) { .instant($0.createdAt) },
        Column("updated_at", "Updated", inTable: false) { .instant($0.updatedAt) },
      ])
  }
}
