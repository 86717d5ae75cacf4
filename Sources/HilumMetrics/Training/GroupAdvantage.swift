/// How much better than its group a completion is, as GRPO has it (Shao et al. 2024, arXiv:2402.03300):
///
///     advantage = (reward − mean) / (sd + 1e-4)
///
/// with the standard deviation of a sample (n − 1), as PyTorch's `std` and TRL have it.
public enum GroupAdvantage {
    /// Keeps the quotient finite; TRL's.
    public static let epsilon = 1e-4

    /// The advantage of each reward of a group, in their order; nil where all are equal (or there is but one), as such a group teaches
    /// nothing and is dropped.
    public static func values(of rewards: [Double]) -> [Double]? {
        guard let first = rewards.first, rewards.contains(where: { $0 != first }) else { return nil }
        let mean = rewards.reduce(0, +) / Double(rewards.count)
        let squares = rewards.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let deviation = (squares / Double(rewards.count - 1)).squareRoot()
        return rewards.map { ($0 - mean) / (deviation + epsilon) }
    }
}
