import HilumReports
import Testing

@Suite("Hashes of texts")
struct TextHashTests {
    @Test(
        "are FNV-1a's of 128 bits, by its authors' test vectors, in 32 digits",
        arguments: [
            ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
            ("foobar", "343e1662793c64bf6f0d3597ba446f18"),
        ])
    func vectors(text: String, digits: String) {
        let hash = TextHash(of: text.utf8)
        #expect(hash.hexadecimal == digits)
        #expect(TextHash(hexadecimal: digits) == hash)
    }

    @Test(
        "are read from nothing else",
        arguments: ["", "6c62", "6c62272e07bb014262b821756295c58g", "+c62272e07bb014262b821756295c58d"])
    func refused(digits: String) {
        #expect(TextHash(hexadecimal: digits) == nil)
    }
}
