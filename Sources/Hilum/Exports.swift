@_exported import HilumExtraction
@_exported import HilumMetrics
@_exported import HilumOntology
@_exported import HilumReports
@_exported import HilumScoring
