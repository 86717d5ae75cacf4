import HilumReports
import Testing

@Suite("Gates")
struct GateTests {
    @Test(
        "say what they ask for",
        arguments: [
            (.maxDrop, "kg_reward=0.01", "kg_reward drops by no more than 0.01"),
            (.maxDrop, "clinically_significant_errors=2", "clinically_significant_errors rises by no more than 2"),
            (.maxDrop, "crimson=2", "crimson drops by no more than 2"),
            (.min, "chexpert_f1_macro_5=.5", "chexpert_f1_macro_5 is 0.5 or more"),
            (.max, "clinically_insignificant_errors=1e1", "clinically_insignificant_errors is 10 or less"),
        ] as [(Gate.Kind, String, String)])
    func rule(kind: Gate.Kind, text: String, rule: String) throws {
        #expect(try Gate(kind, text).rule == rule)
    }

    @Test(
        "are refused where no number could keep to them, or every one",
        arguments: [
            (.min, "green", "metric=number is expected"), (.min, "", "metric=number is expected"),
            (.min, "reward=1", "there is no metric 'reward'; the metrics are kg_reward, "),
            (.min, "green=", "'' is no number"), (.min, "green=inf", "'inf' is no number"),
            (.min, "green=80", "green is from 0 to 1: 80 is out of its reach"),
            (.min, "crimson=-2", "crimson is from -1 to 1"), (.maxDrop, "green=1.5", "out of its reach"),
            (.maxDrop, "green=-0.1", "a drop is 0 or more"),
            (.min, "clinically_significant_errors=1", "give it a ceiling with --max"),
            (.max, "kg_reward=1", "give it a floor with --min"),
        ] as [(Gate.Kind, String, String)])
    func refused(kind: Gate.Kind, text: String, says: String) {
        #expect {
            try Gate(kind, text)
        } throws: { error in
            "\(error)".contains(says)
        }
    }

    @Test("are for every name that they say there is, in one direction each")
    func names() throws {
        #expect(Gate.names.count == Set(Gate.names).count)
        for name in Gate.names {
            #expect(try Gate(.maxDrop, "\(name)=0").metric.name == name)
            let bounds = [Gate.Kind.min, .max].count { (try? Gate($0, "\(name)=0.5")) != nil }
            #expect(bounds == 1, "\(name)")
        }
    }
}
