import PodctlCommands

@main
struct Main {
  static func main() async { await Podctl.launch() }
}
