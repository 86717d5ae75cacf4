extension Paraphrases {
    /// Words written otherwise in British English, to be replaced throughout.
    static let british: [Rewriting] = [
        Rewriting(#"\bedema"#, "oedema"), Rewriting(#"\besophag"#, "oesophag"), Rewriting(#"\btumor"#, "tumour"),
        Rewriting(#"\bhemo(?=thorax|pneumo|rrhage|pericard)"#, "haemo"), Rewriting(#"\bhematoma"#, "haematoma"),
        Rewriting(#"\betiolog"#, "aetiolog"), Rewriting(#"\bcenter"#, "centre"), Rewriting(#"\bfavored"#, "favoured"),
        Rewriting(#"\bneighboring"#, "neighbouring"), Rewriting(#"\b(milli|centi)meter"#, "$1metre"),
        Rewriting(#"\b(visual|local|general|mineral|character|optim|stabil|vascular|minim|organ)iz(?=e|ing|ation)"#, "$1is"),
        Rewriting(#"\bdemineraliz"#, "demineralis"), Rewriting(#"\bcephalization"#, "cephalisation"),
        Rewriting(#"\bgray\b"#, "grey"),
        Rewriting(#"\bfiber"#, "fibre"), Rewriting(#"\bleukemi"#, "leukaemi"), Rewriting(#"\borthopedic"#, "orthopaedic"),
        Rewriting(#"\baluminum"#, "aluminium"), Rewriting(#"\baging\b"#, "ageing"), Rewriting(#"\bischemi"#, "ischaemi"),
    ]
}
