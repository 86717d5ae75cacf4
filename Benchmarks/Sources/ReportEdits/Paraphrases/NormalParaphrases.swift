extension Paraphrases {
    /// Other ways to say that all is well.
    static let normal: [Rewriting] = [
        Rewriting(#"^(?:the )?lungs are clear$"#, "Both lungs are clear"),
        Rewriting(#"^(?:the )?lungs are clear$"#, "Clear lungs"),
        Rewriting(#"^(?:the )?lungs are clear$"#, "The lungs are clear bilaterally"),
        Rewriting(#"^(?:the )?lungs are clear$"#, "Lungs clear"),
        Rewriting(#"^(?:the )?lungs are clear$"#, "The lung fields are clear"),
        Rewriting(#"^(?:the )?lungs are clear$"#, "The lungs appear clear"),
        Rewriting(#"^(?:the )?lungs are clear$"#, "Lungs: clear"),
        Rewriting(#"^(?:the )?lungs are clear$"#, "Both lung fields are clear"),
        Rewriting(#"^(?:the )?lungs are clear$"#, "Lungs remain clear"),
        Rewriting(#"^(?:the )?heart(?: size)? is normal(?: in size)?$"#, "Heart: normal in size"),
        Rewriting(#"^(?:the )?heart(?: size)? is normal(?: in size)?$"#, "The cardiac silhouette is of normal size"),
        Rewriting(#"^(?:the )?heart(?: size)? is normal(?: in size)?$"#, "Heart size is unremarkable"),
        Rewriting(#"^(?:the )?heart(?: size)? is normal(?: in size)?$"#, "There is no enlargement of the heart"),
        Rewriting(
            #"^no acute cardiopulmonary (?:disease|process|abnormality|abnormalities|findings?)$"#, "Nothing acute in the chest"),
        Rewriting(
            #"^no acute cardiopulmonary (?:disease|process|abnormality|abnormalities|findings?)$"#, "No acute chest abnormality"),
        Rewriting(
            #"^no acute cardiopulmonary (?:disease|process|abnormality|abnormalities|findings?)$"#,
            "Negative for acute cardiopulmonary disease"),
        Rewriting(#"^(?:the )?lungs are clear bilaterally$"#, "The lungs are clear"),
        Rewriting(#"^(?:the )?heart size is normal$"#, "The heart is normal in size"),
        Rewriting(#"^(?:the )?heart is normal in size$"#, "Heart size is within normal limits"),
        Rewriting(#"^(?:the )?heart(?: size)? is normal(?: in size)?$"#, "Normal heart size"),
        Rewriting(#"^(?:the )?heart(?: size)? is normal(?: in size)?$"#, "The heart is not enlarged"),
        Rewriting(#"^(?:the )?heart(?: size)? is normal(?: in size)?$"#, "No cardiomegaly"),
        Rewriting(#"^heart size(?: is)? within normal limits$"#, "Heart size normal"),
        Rewriting(#"\b(is|are) within normal limits\b"#, "$1 normal"),
        Rewriting(#"\b(is|are) normal$"#, "$1 within normal limits"),
        Rewriting(#"\b(is|are) normal$"#, "$1 unremarkable"),
        Rewriting(#"\b(is|are) unremarkable$"#, "$1 normal"),
        Rewriting(#"\b(is|are) unremarkable$"#, "$1 within normal limits"),
        Rewriting(
            #"\b(?:no|without) acute cardiopulmonary (disease|process|abnormality|abnormalities|findings?)$"#,
            "no acute cardiopulmonary abnormality"),
        Rewriting(
            #"^no acute cardiopulmonary (?:disease|process|abnormality|abnormalities|findings?)$"#,
            "No acute cardiopulmonary disease is identified"),
        Rewriting(
            #"^no acute cardiopulmonary (?:disease|process|abnormality|abnormalities|findings?)$"#,
            "No evidence of acute cardiopulmonary disease"),
        Rewriting(
            #"^no acute cardiopulmonary (?:disease|process|abnormality|abnormalities|findings?)$"#,
            "No acute intrathoracic process"),
        Rewriting(#"^no active disease$"#, "No acute disease"),
        Rewriting(#"^(?:the )?cardiomediastinal silhouette is normal$"#, "The heart and mediastinum are normal"),
        Rewriting(#"^(?:the )?heart and mediastinum (?:are )?(?:normal|unremarkable)$"#, "Normal heart and mediastinum"),
        Rewriting(#"^(?:the )?(?:bony|osseous) structures are intact$"#, "The bones are intact"),
        Rewriting(#"^(?:the )?pulmonary vascularity is (?:normal|within normal limits)$"#, "Normal pulmonary vascularity"),
        Rewriting(#"^(?:the )?trachea is midline$"#, "Midline trachea"),
        Rewriting(#"^both lungs are clear and expanded$"#, "The lungs are clear and well expanded"),
    ]
}
