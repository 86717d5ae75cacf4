import ArgumentParser
import Hilum

@main
struct HilumCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hilum")
}
