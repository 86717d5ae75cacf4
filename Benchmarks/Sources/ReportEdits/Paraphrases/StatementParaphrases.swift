extension Paraphrases {
    /// Other ways to state a finding or a change.
    static let statements: [Rewriting] = [
        Rewriting(#"^there is (an? [^,]+?)$"#, "$1 is seen"),
        Rewriting(#"^there is (an? (?:[a-z]+ ){1,4}?)(?:in|within) (the (?:left|right)(?: [a-z]+){1,3})$"#, "In $2 there is $1"),
        Rewriting(#"^there (is|are) ((?!no\b|an?\b)[a-z]+(?: [a-z]+)?)$"#, "$2 $1 present"),
        Rewriting(#"^((?!no\b|there\b)[a-z -]+) (?:is|are) (?:noted|seen|identified|present)$"#, "$1"),
        Rewriting(#"^((?!no\b|there\b)[a-z -]+) is (?:noted|seen|identified|present)$"#, "There is $1"),
        Rewriting(#"^((?!no\b|there\b)[a-z -]+) are (?:noted|seen|identified|present)$"#, "There are $1"),
        Rewriting(#"^there is (an? (?:small|large|moderate|mild)[^,]+?)$"#, "$1 is demonstrated"),
        Rewriting(#"^(stable|unchanged) ((?:mild |moderate )?[a-z]+)$"#, "$2, $1"),
        Rewriting(#"^(stable|unchanged) ((?:mild |moderate )?[a-z]+(?: [a-z]+)?)$"#, "$2 is unchanged"),
        Rewriting(#"^(stable|unchanged) ((?:mild |moderate )?[a-z]+(?: [a-z]+)?)$"#, "$2 without interval change"),
        Rewriting(#"\bunchanged$"#, "not significantly changed"),
        Rewriting(#"\bagain noted\b"#, "again seen"),
        Rewriting(#"\bunchanged\b(?! from| since| compared)"#, "stable"),
        Rewriting(#"^stable\b"#, "Unchanged"),
        Rewriting(#"\b(is|are) stable$"#, "$1 unchanged"),
        Rewriting(#"\bstable since the (?:prior|previous) (?:exam|examination|study)\b"#, "unchanged from the prior study"),
        Rewriting(#"\bunchanged from the prior (?:exam|examination|study)\b"#, "stable compared to the prior exam"),
        Rewriting(#"\bworsening\b"#, "increasing"),
        Rewriting(#"^(?:interval )?increase in\b"#, "Increased"),
        Rewriting(#"\bwithin the\b"#, "in the"),
        Rewriting(#"\bin the (right|left)\b"#, "within the $1"),
        Rewriting(#"\bold (?=[a-z ]*fracture)"#, "remote "),
        Rewriting(#"\bhealed fracture\b"#, "old healed fracture"),
        Rewriting(#"\bcompared to\b"#, "compared with"),
        Rewriting(#"\bnoted\b"#, "seen"),
        Rewriting(#"\bidentified\b"#, "demonstrated"),
        Rewriting(#"\bprior (exam|examination|study)\b"#, "previous $1"),
        Rewriting(
            "^((?:mild|moderate|severe|small|large|minimal) [a-z -]+?) (?:in|of|within) the (right|left) "
                + "(lower lobe|upper lobe|lung base|lung)$",
            "$1, $2 $3"),
    ]
}
