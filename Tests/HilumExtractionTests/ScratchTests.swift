import HilumTestSupport
import Testing

@testable import HilumExtraction

@Suite("A scratch array")
struct ScratchTests {
    @Test("holds what an array holds after the same steps, whatever it held before")
    func parity() {
        var generator = SeededGenerator(seed: 3)
        var scratch = Scratch<Int>()
        var array: [Int] = []
        for step in 0..<5_000 {
            switch Int.random(in: 0..<20, using: &generator) {
            case 0:
                scratch.removeAll()
                array.removeAll()
            case 1:
                let count = Int.random(in: 0...array.count, using: &generator)
                scratch.removeLast(count)
                array.removeLast(count)
            case 2 where !array.isEmpty:
                let index = array.indices.randomElement(using: &generator) ?? 0
                scratch[index] = step
                array[index] = step
            default:
                scratch.append(step)
                array.append(step)
            }
            #expect(scratch.elementsEqual(array))
        }
    }

    @Test("keeps no access to what was removed")
    func bounds() async {
        await #expect(processExitsWith: .failure) {
            var scratch = Scratch<Int>()
            scratch.append(1)
            scratch.removeAll()
            _ = scratch[0]
        }
    }
}
