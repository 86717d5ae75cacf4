import HilumMetrics
import Testing

@Suite("What is left when others are taken away")
struct SurplusTests {
    @Test(
        "counts one for one and keeps the order",
        arguments: [
            ([1, 2, 1, 3, 1], [1, 3], [2, 1, 1]), ([], [1], []), ([1, 1], [], [1, 1]), ([4, 4], [4, 4, 4], []),
        ])
    func surplus(of numbers: [Int], over others: [Int], left: [Int]) {
        #expect(numbers.surplus(over: others, by: \.self) == left)
    }
}
