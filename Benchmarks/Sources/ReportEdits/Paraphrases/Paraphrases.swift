/// Rules that keep the meaning of a sentence, for one match in one sentence each.
public enum Paraphrases {
    static let all = findings + negations + normal + hedges + statements + british + abbreviations
}
