extension EnglishCatalogue: SourceCatalogue {
    var bySource: String { "put right by the sources of train" }
    func sourcesHeldOut(count: Int, key: String) -> String {
        "From source to source: each of \(NumberText.whole(count)) sources of train (\(key)) estimated from the others."
    }
    var sourceHead: String { "source" }
    var sourceRows: String { "rows" }
    var sourceEstimated: String { "estimated" }
    var sourceTruth: String { "true" }
    var sourceOffBy: String { "off by" }
    func sourcesMore(count: Int) -> String { "… and \(NumberText.whole(count)) that are less far off" }
    func sourcesLeftOut(count: Int) -> String {
        "\(NumberText.whole(count)) more have too few rows with scores, or are not among the largest, and were not held out."
    }
    func sourcesSpread(mean: String, tau: String, largest: String, name: String) -> String {
        "Mean error \(mean); between sources the error varies by \(tau) (one standard deviation) beyond sampling; the largest is \(largest) "
            + "(\(name))."
    }
    func sourcesPredict(from: String, range: String) -> String {
        "The recommended figure is that of the roads, \(from) (\(range)), minus the mean error; its interval is for a new source like these. "
            + "It knows what differs from source to source, p(y|x) too."
    }
    func sourcesFew(least: Int) -> String {
        "Fewer than \(least) sources do not say how much the error varies, so the interval stays as it is: the largest error is a warning."
    }
    func sourcesKnown(rows: Int) -> String {
        "\(NumberText.whole(rows)) test rows are of sources that train has: test is no new source, so the interval stays as it is."
    }
    func sourcesProposed(count: Int, option: String) -> String {
        "Train has \(NumberText.whole(count)) sources: with \(option) each is estimated from the others, which shows how far off the figure "
            + "may be for a new one."
    }
    func inSource(number: Int, count: Int) -> String { "source \(number) of \(count)" }
    var periodNeedsBy: String { "Give --period with --by, and neither with --drawn." }
    var optionBy: String {
        "Field of TRAIN with the source of a row (a site, an author, a month): each source is estimated from the others, and the interval is "
            + "then for a new source."
    }
    var optionPeriod: String { "What to put the times under --by together by." }
}
