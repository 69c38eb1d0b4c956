/// Everything that is said in one language. A requirement is a sentence or a word, its parameters are the figures and names in it: the
/// compiler holds that each language has all of them. Callers choose what is said, and format figures; what they pass is shown as it is.
package protocol Catalogue: Sendable, PhraseCatalogue, VerdictCatalogue, TrustCatalogue, ExplanationCatalogue, DroppedCatalogue,
    SummaryCatalogue, PageCatalogue, PlotCatalogue, EstimateCatalogue, AuditCatalogue, SplitCatalogue, ConformalCatalogue,
    DiagnosisCatalogue, GateCatalogue, NoteCatalogue, ReadingCatalogue, ModelCatalogue, FolderErrorCatalogue, UsageCatalogue,
    CommandCatalogue,
    OptionCatalogue, ErrorCatalogue, FormCatalogue, WeighingCatalogue, PartsCatalogue, RoadCatalogue, LabelledCatalogue,
    SourceCatalogue
{}
