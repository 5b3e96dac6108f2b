import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The limit of volume, as it is said", .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct VolumeProcessTests {
  /// So many players behind one address, and one at home.
  private static func log(_ crowd: Int) -> String {
    var text = "#Version: 1.0\n#Fields: date time sc-bytes c-ip cs-method cs-uri-stem sc-status cs(User-Agent)\n"
    for number in 0..<crowd {
      text += "2026-06-10\t10:00:00\t9600000\t192.0.2.1\tGET\t/tide/1.mp3\t200\tOvercast/\(number)\n"
    }
    return text + "2026-06-10\t10:00:00\t9600000\t198.51.100.1\tGET\t/tide/1.mp3\t200\tOvercast/3.0\n"
  }

  @Test("measure counts by 250 unless another limit or none is asked for, and says which")
  func measure() throws {
    let folder = try TemporaryFolder()
    try folder.write("/tide/1.mp3\tone\t9600000\t128\n", to: "episodes.tsv")
    try folder.write(Self.log(251), to: "farm.log")
    func measure(_ words: [String]) throws -> PodctlProcess.Ending {
      try PodctlProcess.run(
        ["podcast", "measure", "--episodes", "episodes.tsv", "farm.log", "--reasons", "--format", "csv"] + words,
        in: folder.path)
    }
    let usual = try measure([])
    #expect(usual.status == 0 && usual.output == "reason,lines\ncounted,1\nvolume,251\n", "\(usual.output)")
    #expect(
      usual.errors.contains("PTMG 2.3 rules applied; not certified; an address with more than 250 downloads on a day"))
    let wider = try measure(["--volume-limit", "251"])
    #expect(wider.output == "reason,lines\ncounted,252\n" && wider.errors.contains("more than 251 downloads"))
    let none = try measure(["--volume-limit", "none"])
    #expect(none.output == "reason,lines\ncounted,252\n" && none.errors.contains("volume limit none"))
    #expect(!none.errors.contains("PTMG 2.3 rules applied"))
    let odl = try measure(["--counting-profile", "odl"])
    #expect(odl.status == 0 && odl.output.contains("counted,252"))
    for wrong in ["0", "-1", "all"] { #expect(try measure(["--volume-limit=\(wrong)"]).status == 64) }
  }

  @Test(
    "a new tenant has the limit; one of an older podctl has none, which doctor says until someone decides",
    arguments: TestDatabase.kinds)
  func tenants(_ kind: TestDatabase.Kind) throws {
    let world = try SmallShow.world(kind)
    try world.folder.write(Self.log(300), to: "farm.log")
    #expect(try world.did(["tenant", "show", "one"]).output.contains("250"))
    func doctor() throws -> String { try world.run(["doctor"]).output }
    #expect(try !doctor().contains("volume limit of one"))
    let database = try Database.open(DatabaseURL(world.urlText), for: .work, now: { FixedTime.now })
    let id = try TenantStore.find(slug: "one", in: database).id
    try database.write(for: id) { tx in
      try tx.run("UPDATE tenants SET volume_limit = NULL WHERE tenant_id = \(id)")
    }
    let shown = try world.did(["tenant", "show", "one"]).output
    #expect(shown.split(separator: "\n").contains { $0.hasPrefix("Volume limit") && $0.hasSuffix("none") }, "\(shown)")
    #expect(try world.did(["tenant", "show", "one", "--json"]).output.contains(#""volume_limit":null"#))
    #expect(try doctor().contains("warn  volume limit of one: none"))
    let taken = try world.did(["podcast", "ingest", "--tenant", "one", "farm.log"])
    #expect(taken.errors.contains("volume limit none") && !taken.errors.contains("PTMG 2.3 rules applied"))
    #expect(try world.daily() == ["tide-1 2026-06-10 301"])
    let methodology = try world.did(["podcast", "methodology", "--tenant", "one", "--format", "markdown"]).output
    #expect(
      methodology.contains("HLS") && methodology.contains("Not counted")
        && !methodology.contains("PTMG 2.3 rules applied"))
    // Somebody decides, first the one way, then the other.
    try world.did(["tenant", "update", "one", "--volume-limit", "none"])
    #expect(try !doctor().contains("volume limit of one"))
    #expect(try world.did(["tenant", "show", "one"]).output.contains("none"))
    try world.did(["tenant", "update", "one", "--volume-limit", "250"])
    try world.did(["podcast", "ingest", "--tenant", "one", "--again"])
    #expect(try world.daily() == ["tide-1 2026-06-10 1"])
    let applied = try world.did(["podcast", "methodology", "--tenant", "one", "--format", "json"]).output
    #expect(applied.contains("PTMG 2.3 rules applied; not certified") && applied.contains(#""hls":"not counted""#))
    #expect(applied.contains(#""volume_limit":250"#))
  }
}
