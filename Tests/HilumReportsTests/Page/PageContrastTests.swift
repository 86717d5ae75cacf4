import Foundation
import Testing

@testable import HilumReports

/// Contrast as WCAG 2.2 computes it, of the colours that the page's style names.
@Suite("The page's colours")
struct PageContrastTests {
    /// By name, in light and dark.
    private static let colours: [Substring: [String]] = {
        let style = String(decoding: PageAsset.style, as: UTF8.self)
        var colours: [Substring: [String]] = [:]
        for match in style.matches(of: /--([a-z-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)/) {
            colours[match.1] = [String(match.2), String(match.3)]
        }
        return colours
    }()

    /// Relative luminance (WCAG 2.2).
    private static func luminance(_ colour: String) -> Double {
        let number = Int(colour, radix: 16) ?? 0
        let parts = [16, 8, 0].map { shift in
            let share = Double(number >> shift & 255) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    static func contrast(_ one: String, _ other: String) -> Double {
        let levels = [luminance(one), luminance(other)].sorted()
        return (levels[1] + 0.05) / (levels[0] + 0.05)
    }

    @Test("Black on white is 21 to 1, and the grey of WCAG's example 4.54 to 1")
    func formula() {
        #expect(abs(Self.contrast("000000", "ffffff") - 21) < 0.001)
        #expect(abs(Self.contrast("767676", "ffffff") - 4.54) < 0.01)
    }

    @Test(
        "What is read has 4.5 to 1 in light and dark",
        arguments: [
            ("ink", ["paper", "panel", "accent-wash", "significant-wash", "insignificant-wash", "implausible-wash"]),
            ("muted", ["paper", "panel", "accent-wash", "missing-wash", "invented-wash"]),
            ("accent", ["paper", "panel", "accent-wash"]),
            ("significant", ["significant-wash", "panel"]), ("insignificant", ["insignificant-wash", "panel", "accent-wash"]),
            ("implausible", ["implausible-wash", "panel"]), ("missing", ["missing-wash", "panel"]),
            ("invented", ["invented-wash", "panel"]),
        ])
    func text(colour: String, grounds: [String]) throws {
        for ground in grounds { try check(colour, on: ground, least: 4.5) }
    }

    @Test(
        "What is seen without being read has 3 to 1: lines, underlines, borders of what can be used",
        arguments: [
            "edge", "present", "uncertain", "absent", "accent", "significant", "insignificant", "implausible", "missing",
            "invented",
        ])
    func lines(colour: String) throws {
        for ground in ["paper", "panel"] { try check(colour, on: ground, least: 3) }
    }

    private func check(_ colour: String, on ground: String, least: Double) throws {
        let (over, under) = (try #require(Self.colours[colour[...]]), try #require(Self.colours[ground[...]]))
        for (theme, pair) in zip(["light", "dark"], zip(over, under)) {
            let contrast = Self.contrast(pair.0, pair.1)
            #expect(contrast >= least, "\(colour) on \(ground), \(theme): \(contrast)")
        }
    }
}
