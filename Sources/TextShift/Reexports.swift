// What a library user needs with one import: `import TextShift`. Only the public declarations of each module below are visible;
// the rest belongs to the package.
@_exported import AnalysisFolder
@_exported import ImportanceWeights
@_exported import ShiftModel
@_exported import ShiftPipeline
@_exported import ShiftReport
@_exported import Statistics
@_exported import TextRecords
@_exported import TextTokens
