// What a library user needs, by one import: `import TextShift`. Of each module below only what is public here is; the rest is the
// package's own.
@_exported import AnalysisFolder
@_exported import ImportanceWeights
@_exported import ShiftModel
@_exported import ShiftPipeline
@_exported import ShiftReport
@_exported import Statistics
@_exported import TextRecords
@_exported import TextTokens
