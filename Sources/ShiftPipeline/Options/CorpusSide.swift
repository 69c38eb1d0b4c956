/// One of the two corpora.
package enum CorpusSide: Sendable {
    case train, test
}
