import HilumText

/// Numbers phrases as they come, the forms of one alike; or gives again, in the same order, the numbers that were given before.
struct PhraseNumbers {
    /// Of each time that a phrase was asked for, its number.
    private(set) var given: [UInt32]
    /// By number: the words. None where numbers are given again.
    private(set) var phrases: [[UInt16]] = []
    private var numbers: [[UInt16]: Int] = [:]
    private let vocabulary: Vocabulary?
    private var next = 0

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        given = []
    }

    init(again given: [UInt32]) {
        self.given = given
        vocabulary = nil
    }

    /// How many phrases there are so far, or were before.
    var count: Int { given.max().map { Int($0) + 1 } ?? 0 }

    mutating func number(of text: String) -> Int {
        guard let vocabulary else {
            defer { next += 1 }
            return next < given.count ? Int(given[next]) : 0
        }
        let phrase = vocabulary.numbers(of: text)
        let number = numbers[phrase] ?? phrases.count
        if number == phrases.count {
            numbers[phrase] = number
            phrases.append(phrase)
        }
        given.append(UInt32(number))
        return number
    }
}
