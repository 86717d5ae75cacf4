/// The words that the editors know besides findings, written for them.
enum WordLists {
    static let lists: [(WordClass, String)] = [
        (.side, "left right left-sided right-sided leftsided rightsided"),
        (.bothSides, "bilateral bilaterally both bibasilar bibasal biapical bihilar"),
        (
            .place,
            """
            lung lungs lobe lobes base bases apex apices zone zones region regions area areas hilum hila hilar perihilar \
            suprahilar infrahilar hemithorax hemithoraces hemidiaphragm diaphragm apical basilar basal bibasal upper lower \
            middle mid midlung midzone mid-lung lingula lingular retrocardiac cardiophrenic paratracheal parahilar \
            paraspinal subpleural peripheral central lateral medial posterior anterior inferior superior posteriorly \
            anteriorly laterally medially inferiorly superiorly inferolateral posterolateral anterolateral segment segments \
            thoracic thoracolumbar lumbar cervical spine midthoracic rib ribs clavicle shoulder humerus humeral scapula \
            sternum aorta aortic arch chest wall axilla axillary abdomen abdominal quadrant neck lobar fissure thorax field \
            fields distal proximal lung's periphery vertebral vertebra body bodies level levels descending ascending knob \
            joint joints acromioclavicular glenohumeral subclavian jugular internal vein svc cavoatrial junction atrium \
            carina tip tips svc/right stomach trachea pulmonary intrathoracic soft tissue tissues breast supraclavicular \
            t-spine under beneath aspect
            """
        ),
        (
            .degree,
            """
            mild mildly minimal minimally slight slightly small tiny trace moderate moderately large severe severely marked \
            markedly extensive massive
            """
        ),
        (
            .change,
            """
            stable unchanged new newly increased increasing decreased decreasing worsened worsening improved improving \
            larger smaller enlarging stably resolving
            """
        ),
        (
            .earlier,
            """
            again persistent persistently redemonstrated redemonstration residual continued remains remain remained \
            previously previous prior interval progressive progression recurrent changed change chronically worse better \
            worsen compared comparison since developing development developed demonstrated clearing progressed improvement \
            long-standing longstanding exam examination study film films radiograph radiographs similar still now currently \
            recent recently
            """
        ),
        (
            .denial,
            """
            no not without negative free absent resolution removal none nor neither never absence excluded denies \
            unremarkable resolved removed
            """
        ),
        (
            .hedge,
            """
            possible possibly probable probably likely may might could suggest suggests suggesting suggestive versus vs \
            questionable question presumed presumably suspected suspicious concerning cannot if perhaps equivocal apparent \
            apparently suspicion consider exclude
            """
        ),
        (.normal, "normal normally clear clearly intact unremarkable grossly midline"),
        (
            .organ,
            """
            heart silhouette cardiac mediastinum mediastinal contour contours cardiomediastinal vascularity vasculature \
            osseous bony bone structures skeletal size
            """
        ),
        (
            .descriptor,
            """
            patchy streaky focal diffuse scattered calcified subsegmental linear discoid platelike bandlike subtle vague \
            hazy ill-defined multiple several multilevel few solitary single old healed healing remote chronic acute \
            subacute dense prominent nodular reticular reticulonodular interstitial airspace air-space air space alveolar \
            atherosclerotic some coarse coarsened vascular dependent layering loculated simple compressive displaced \
            nondisplaced non-displaced noncalcified non-calcified rounded round bulky confluent thin-walled dextro \
            visualized visualised dual-lumen single-lead dual-lead tunneled partial complete associated adjacent underlying \
            overlying degenerative surgical postsurgical postoperative granulomatous senescent early developed typical any \
            overt significant obvious superimposed discrete pleural parenchymal bronchovascular increased-density irregular \
            smooth asymmetric endplate endplates anterior-posterior compression wedge
            """
        ),
        (
            .function,
            """
            the a an there in of at on within to from over along near by which that also seen noted present identified \
            visualized visible evident appreciated has have had been be appears appear appearing as well located involving \
            overlies overlying projecting projects extending extends terminates positioned overall noted. demonstrates shows \
            show evidence finding findings appearance throughout through this it its patient patient's amount for into mm cm \
            measuring measures measured approximately about definite evidence
            """
        ),
        (.verb, "is are was were"),
        (.conjunction, "and or"),
        (
            .link,
            """
            with consistent compatible representing represent represents reflecting reflect reflects due secondary related \
            indicating indicative causing obscuring but although however status post including from likely
            """
        ),
    ]
}
