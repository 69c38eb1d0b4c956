/// Why a model file was refused.
public enum ModelError: Error, Sendable, Equatable {
    /// The file does not begin like a model.
    case notAModel
    /// The file cannot be opened or read; the system's error number.
    case unreadable(errno: Int32)
    /// Written in an earlier format than this version reads.
    case olderFormat(found: Int, oldest: Int)
    /// Written by a later format than this version reads.
    case newerFormat(found: Int, newest: Int)
    /// The file ends early.
    case truncated
    /// The checksum does not match: the file was altered.
    case altered
    /// The parts do not fit together.
    case inconsistent
    /// More of something than any fit makes; each would cost time for every record that is scored.
    case beyondLimit(Part, found: Int, most: Int)

    /// What a model has a number of.
    public enum Part: String, Sendable, CaseIterable {
        /// Fields that are compared.
        case fields
        /// Knots of a fold's calibration.
        case knots
    }
}
