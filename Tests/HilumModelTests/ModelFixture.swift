import Foundation
import HilumTestSupport

/// Files of the repository.
enum ModelFixture {
    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The checkpoint that is built in.
    static let bundled = repository.appending(path: "Sources/ModelData/model").path

    /// Of Fixtures/.
    static func path(_ name: String) -> String { repository.appending(path: "Fixtures/\(name)").path }
}

/// What may become of a file.
enum Damage {
    /// Changes bytes in their place, takes some out, doubles some, or cuts the end off.
    static func apply(to bytes: inout [UInt8], count: Int, _ generator: inout SeededGenerator) {
        for _ in 0..<count where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(place + Int.random(in: 1...8, using: &generator), bytes.count)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4:
                // JSON that is sound but says something else.
                if let digit = bytes.indices.filter({ (0x30...0x39).contains(bytes[$0]) }).randomElement(using: &generator) {
                    bytes[digit] = UInt8.random(in: 0x30...0x39, using: &generator)
                }
            default: bytes.removeSubrange(place...)
            }
        }
    }
}
