extension DocumentSchema {
    /// estimates.json.
    static let estimates = DocumentSchema(
        """
        schema: count 1...1
        tool: text textshift
        version: text
        scores.name, scores.digest: text
        scores.records: count
        scores.joinedBy: text
        scores.isDrawn: flag
        scores.outsideSample: count
        scores.inSample: object
        scores.inSample.auc, scores.inSample.standardError: amount
        scores.inSample.isLikely: flag
        scores.otherFolds: count
        scores.labelled: object
        scores.labelled.name, scores.labelled.digest: text
        scores.labelled.rows, scores.labelled.strata: count
        analysis.trainDigest, analysis.testDigest: text
        analysis.trainRows, analysis.testRows: count
        analysis.weight: text
        analysis.seed: count 0...18446744073709551615
        analysis.groups[]: text
        analysis.replicates: count
        analysis.refits: count
        analysis.worlds: object
        analysis.worlds.count: count
        analysis.worlds.recovered: number
        analysis.worlds.factor: amount
        analysis.isTrusted, analysis.isShift: flag
        analysis.failures[]: #failure
        sources: object
        sources.key: text
        sources.period: text day|week|month|quarter|year
        sources.count, sources.leftOut: count
        sources.unnamedRows: count
        sources.knownTestRows: count
        sources.isTestNew: flag
        proposedSources: object
        proposedSources.key: text
        proposedSources.period: text day|week|month|quarter|year
        proposedSources.count: count
        models[].name: text
        models[].metrics[].name: text
        models[].metrics[].rows, models[].metrics[].groups: count
        models[].metrics[].effectiveRows, models[].metrics[].effectiveGroups: amount
        models[].metrics[].unweighted: #figure
        models[].metrics[].selfNormalised: #figure
        models[].metrics[].clipped: #figure
        models[].metrics[].clippedMass: share
        models[].metrics[].doublyRobust: #figure
        models[].metrics[].recommended.value: number
        models[].metrics[].recommended.low, models[].metrics[].recommended.high: number
        models[].metrics[].recommended.method: text
        models[].metrics[].recommended.reason: text
        models[].metrics[].recommended.width: object
        models[].metrics[].recommended.width.sampling, models[].metrics[].recommended.width.weights: amount
        models[].metrics[].recommended.width.recovery, models[].metrics[].recommended.width.roads: amount
        models[].metrics[].labelled: object
        models[].metrics[].labelled.rows, models[].metrics[].labelled.strata: count
        models[].metrics[].labelled.labelsAlone: number
        models[].metrics[].labelled.proxyShare: number
        models[].metrics[].labelled.degrees: amount
        models[].metrics[].labelled.roads: object
        models[].metrics[].labelled.roads.name: text
        models[].metrics[].labelled.roads.value: number
        models[].metrics[].labelled.roads.low, models[].metrics[].labelled.roads.high: number
        models[].metrics[].labelled.roads.reason: text
        models[].metrics[].labelled.moved: number
        models[].metrics[].labelled.roadsHeld: flag
        models[].metrics[].bySource: object
        models[].metrics[].bySource.sources[].name: text
        models[].metrics[].bySource.sources[].rows: count
        models[].metrics[].bySource.sources[].estimated: number
        models[].metrics[].bySource.sources[].truth: number
        models[].metrics[].bySource.sources[].offBy: number
        models[].metrics[].bySource.sources[].standardError: amount
        models[].metrics[].bySource.sources[].isShift: flag
        models[].metrics[].bySource.largest: amount
        models[].metrics[].bySource.mean: number
        models[].metrics[].bySource.standardError: amount
        models[].metrics[].bySource.tau: amount
        models[].metrics[].bySource.testShare: amount
        models[].metrics[].bySource.before: object
        models[].metrics[].bySource.before.name: text
        models[].metrics[].bySource.before.value: number
        models[].metrics[].bySource.before.low, models[].metrics[].bySource.before.high: number
        models[].metrics[].agreement: object
        models[].metrics[].agreement.verdict: text agree|disagree
        models[].metrics[].agreement.spread, models[].metrics[].agreement.noise: amount
        models[].metrics[].roads[].name: text unweighted|selfNormalised|clipped|doublyRobust|confidenceUnderWeights|thresholdedConfidence
        models[].metrics[].roads[].value: number
        models[].metrics[].roads[].low, models[].metrics[].roads[].high: number
        models[].metrics[].roads[].reason: text noConfidences|notMean|noProbabilities|tooManyClasses|notZeroOrOne|noRegression|isDrawn|fewEffectiveRows|noVariation
        models[].metrics[].explained: number
        models[].metrics[].penalty: amount
        rankings[].metric: text
        rankings[].models[]: text
        rankings[].probability, rankings[].bestProbability: share

        #failure.condition: text noSupport|balance|drawnSet|meanRatio|effectiveSampleSize|form
        #failure.found: number
        #failure.sentence: text
        #figure.value: number
        #figure.low, #figure.high: number
        #figure.standardError: amount
        """)
}
