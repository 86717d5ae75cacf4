import HilumScoring

/// Writes hard rows: what they were, with a reward and the reasons why they are hard.
public enum HardExampleJSON {
    /// The keys that are added; columns of these names are not to be passed on.
    public static let keys = ["reward", "why"]

    /// Appends the columns of the row and `"reward"`, `"why": {"reasons", "stratum", "rewards", "errors"}`.
    /// - Parameters:
    ///   - row: with the columns to pass on.
    ///   - rewards: one a candidate.
    ///   - errors: those of the worst candidate.
    public static func append(
        _ row: Row, _ example: HardExample, reasons: [HardReason], rewards: [Double], errors: [FactualityError],
        to writer: inout JSONWriter
    ) {
        writer.object {
            if !row.passed.isEmpty { $0.fragment(row.passed) }
            $0.key("reward")
            $0.number(example.reward)
            $0.key("why")
            $0.object {
                $0.key("reasons")
                $0.array { for reason in reasons { $0.string(reason.rawValue) } }
                $0.key("stratum")
                $0.array { for name in example.stratum { $0.string(name) } }
                $0.key("rewards")
                $0.array { for reward in rewards { $0.number(reward) } }
                $0.key("errors")
                $0.array { for error in errors { ScoreJSON.append(error, to: &$0) } }
            }
        }
    }
}
