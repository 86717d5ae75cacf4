/// What a caller may choose about rewards: the options of `hilum reward`, and of `hilum_reward` in C.
package struct RewardOptions: Sendable, Hashable {
    /// Nil for the usual one: `hilum` for texts, `chexpo` for graphs.
    package var mode: RewardMode?
    package var weights = RewardPartWeights()
    /// Whether graphs are given instead of texts.
    package var isOfGraphs = false
    /// Whether reasons are wanted besides the numbers.
    package var explains = true
    package var givesAdvantages = false
    /// How many completions of a request are one group; nil for all of it.
    package var groupSize: Int?

    package init() {}

    package var effectiveMode: RewardMode { mode ?? (isOfGraphs ? .chexpo : .hilum) }

    /// Why these do not go together; nil if they do.
    package var conflict: String? {
        if isOfGraphs, mode == .hilum { return "graphs are compared in mode chexpo or chexpo-f1, not hilum" }
        if isOfGraphs, givesAdvantages { return "advantages are of groups of texts, and graphs are given instead" }
        if let groupSize, groupSize < 2 { return "a group has 2 completions or more" }
        if groupSize != nil, !givesAdvantages { return "a group size is for advantages, which are not asked for" }
        return nil
    }
}
