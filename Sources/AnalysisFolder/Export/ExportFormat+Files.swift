extension ExportFormat {
    /// The file for some corpora.
    func file(_ subject: ExportSubject) -> any RowFile {
        switch self {
        case .vw: VowpalWabbitExport(name: name, subject: subject)
        case .fasttext: FastTextExport(name: name, subject: subject)
        case .lightgbm: LightGBMExport(name: name)
        case .sklearn: NumPyExport(name: name)
        case .idWeight: IDWeightExport(name: name, key: subject.idKey)
        }
    }
}
