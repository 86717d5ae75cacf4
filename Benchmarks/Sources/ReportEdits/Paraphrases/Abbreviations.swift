extension Paraphrases {
    /// Short for long and long for short.
    static let abbreviations: [Rewriting] = [
        Rewriting(#"\bright upper lobe\b"#, "RUL"), Rewriting(#"\bright middle lobe\b"#, "RML"),
        Rewriting(#"\bright lower lobe\b"#, "RLL"), Rewriting(#"\bleft upper lobe\b"#, "LUL"),
        Rewriting(#"\bleft lower lobe\b"#, "LLL"), Rewriting(#"\bpneumothorax\b"#, "PTX"),
        Rewriting(#"\bchronic obstructive pulmonary disease\b"#, "COPD"),
        Rewriting(#"\bcopd\b"#, "chronic obstructive pulmonary disease"),
        Rewriting(#"\bsuperior vena cava\b"#, "SVC"), Rewriting(#"\bsvc\b(?! ?/)"#, "superior vena cava"),
        Rewriting(#"\bendotracheal tube\b"#, "ETT"), Rewriting(#"\bnasogastric tube\b"#, "NG tube"),
        Rewriting(#"\bng tube\b"#, "nasogastric tube"), Rewriting(#"\bcabg\b"#, "coronary artery bypass grafting"),
        Rewriting(#"\bcoronary artery bypass graft(?:ing)?\b"#, "CABG"),
        Rewriting(#"\bpicc(?: line| catheter)?\b"#, "peripherally inserted central catheter"),
        Rewriting(#"\bcongestive heart failure\b"#, "CHF"), Rewriting(#"\bchf\b"#, "congestive heart failure"),
        Rewriting(#"\bpulmonary arterial hypertension\b"#, "PAH"), Rewriting(#"\bwithin normal limits\b"#, "WNL"),
        Rewriting(#"\bij\b(?! /)"#, "internal jugular"), Rewriting(#"\binternal jugular\b(?! xxxx)"#, "IJ"),
        Rewriting(#"\bcentral venous catheter\b"#, "CVC"), Rewriting(#"\btuberculosis\b"#, "TB"),
        Rewriting(#"\bright\b(?= (?:pleural|basilar|apical|lung))"#, "R"),
        Rewriting(#"\bleft\b(?= (?:pleural|basilar|apical|lung))"#, "L"),
        Rewriting(#"\bthoracic spine\b"#, "T-spine"), Rewriting(#"\bcostophrenic (?=angle|sulcus|sulci|recess)"#, "CP "),
        Rewriting(#"\bmillimeters?\b"#, "mm"), Rewriting(#"\bcentimeters?\b"#, "cm"),
        Rewriting(#"\b(\d) ?mm\b"#, "$1 millimeters"),
        Rewriting(#"\b(\d) ?cm\b"#, "$1 centimeters"), Rewriting(#"\binterstitial lung disease\b"#, "ILD"),
        Rewriting(#"\baicd\b"#, "implantable cardioverter defibrillator"),
        Rewriting(#"\bwith\b(?= (?:mild|small|patchy))"#, "w/"),
    ]
}
