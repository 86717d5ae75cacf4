/// An array that is filled anew many times a second: to empty it costs nothing, and it keeps its memory. For plain values, which need no
/// clearing up.
struct Scratch<Element>: RandomAccessCollection, MutableCollection {
    private var elements: [Element] = []
    private(set) var endIndex = 0
    var startIndex: Int { 0 }
    var indices: Range<Int> { 0..<endIndex }

    subscript(index: Int) -> Element {
        get {
            precondition(index < endIndex)
            return elements[index]
        }
        set {
            precondition(index < endIndex)
            elements[index] = newValue
        }
    }

    mutating func append(_ element: Element) {
        if endIndex < elements.count {
            elements[endIndex] = element
        } else {
            elements.append(element)
        }
        endIndex += 1
    }

    mutating func removeAll() { endIndex = 0 }

    mutating func removeLast(_ count: Int) {
        precondition(count <= endIndex)
        endIndex -= count
    }
}
