/// Why an endpoint cannot be used at all, so that no further pair is sent. It quotes neither reports nor keys.
public enum EndpointError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The URL is none that reports could be sent to.
    case badURL(reason: String)
    /// The key, or what stands in its place, cannot be sent.
    case badKey(reason: String)
    /// A key would go over an unencrypted connection to another machine.
    case keyInTheOpen(host: String)
    /// There is nothing to ask over HTTP with.
    case noClient(reason: String)
    /// It answered that nothing sent to it will do.
    /// - Parameter status: 3xx, 401, 402, 403, 404 or 405.
    case refused(status: Int, place: String, says: String?)
    /// It asks for a longer wait than anybody would wait for, or has no quota left.
    case exhausted(place: String, says: String)
    /// Nothing was there to answer, whatever number of times it was asked.
    case unreachable(place: String, reason: String)
    /// It must not be asked, or cannot be: a certificate that does not hold, a protocol that libcurl has not.
    case insecure(place: String, reason: String)
    /// So many pairs in a row got no answer.
    case keepsFailing(pairs: Int, place: String, reason: String)
    /// It answers, but nothing that can be read.
    /// - Parameter reason: the commonest.
    case unreadable(answers: Int, place: String, reason: String, advice: [String])

    public var description: String {
        switch self {
        case .badURL(let reason): "the URL of the endpoint \(reason)"
        case .badKey(let reason): reason
        case .keyInTheOpen(let host):
            "the key would go to \(host) unencrypted; use https, unset the key, or say --allow-key-over-http"
        case .noClient(let reason): reason
        case .refused(let status, let place, let says):
            "\(place) answers HTTP \(status)\(says.map { " (\($0))" } ?? ""): \(Self.advice(status)); what was answered before is kept"
        case .exhausted(let place, let says): "\(place) \(says); what was answered before is kept: run it again later"
        case .unreachable(let place, let reason):
            "\(place) cannot be reached: \(reason); is the URL right, and the server running?"
        case .insecure(let place, let reason):
            "\(place) cannot be asked: \(reason) (certificates are checked against the system's)"
        case .keepsFailing(let pairs, let place, let reason):
            """
            \(pairs) pairs in a row got no answer from \(place), the last one: \(reason); what was answered before is kept: \
            run it again when this is mended
            """
        case .unreadable(let answers, let place, let reason, let advice):
            (["\(answers) answer\(answers == 1 ? "" : "s") from \(place), and none can be read, most often: \(reason)"] + advice)
                .joined(separator: "; ")
        }
    }

    private static func advice(_ status: Int) -> String {
        switch status {
        case 300..<400: "it redirects, which is not followed, as reports go to the URL given alone; give the URL that it leads to"
        case 401: "the key is missing or wrong; put it into the environment (HILUM_JUDGE_KEY, or what --key-variable names)"
        case 402: "it wants to be paid"
        case 403: "the key may not use this model or endpoint"
        default: "there is no such endpoint or model; check --url and --model"
        }
    }
}
