import Foundation
import ImportanceWeights
import ShiftModel
import Statistics
import TextTokens

/// The wording of what is wrong with a model, a weighting or ICU.
extension EnglishCatalogue {
    func text(_ error: ModelError) -> String {
        switch error {
        case .unreadable(let code) where code == ENOENT:
            "there is no such model; make one with textshift fit TRAIN TEST --model FILE"
        case .unreadable(let code): "the model cannot be read: \(reason(code))"
        case .notAModel: "this is no model of textshift, expected a file that textshift fit or analyze wrote"
        case .olderFormat(let found, let oldest):
            "the model has format \(found), expected \(oldest): an older textshift wrote it; fit it again"
        case .newerFormat(let found, let newest):
            "the model has format \(found), expected \(newest): a newer textshift wrote it; use that version, or fit it again"
        case .truncated: "the model ends early: it was cut off; copy it again"
        case .altered: "the model's checksum does not match: it was altered or damaged; copy it again"
        case .inconsistent: "the parts of the model do not fit together; fit it again"
        case .beyondLimit(.fields, let found, let most):
            "the model has \(found) fields, expected at most \(most): no fit makes so many; fit it again"
        case .beyondLimit(.knots, let found, let most):
            "the model's calibration has \(found) knots, expected at most \(most): no fit makes so many; fit it again"
        }
    }

    func text(_ error: WeightError) -> String {
        switch error {
        case .unknownWeighting(let name):
            "error: --weight is \"\(name)\", expected ratio, relative:ALPHA, clip:C, discriminator or class-prior"
        case .badParameter(let name, let found):
            "error: --weight \(name) \(found.map { "has the parameter \"\($0)\"" } ?? "has no parameter"), expected "
                + (name == "relative" ? "relative:0.1" : name == "clip" ? "clip:10" : "none")
        case .parameterOutOfRange(let name, let found, let minimum, let maximum):
            "error: --weight \(name):\(found) is out of range, expected \(minimum) to \(maximum)"
        case .poolOutOfRange(let found):
            "error: --pool is \(found), expected a share above 0 and at most 1"
        case .numbers(let error): text(error)
        }
    }

    /// None of these can be brought about by a file or an option.
    func text(_ error: StatisticsError) -> String { "error: \(error); this is a defect of textshift" }

    func text(_ error: TokenError) -> String {
        switch error {
        case .unavailable(let service, let status):
            "error: ICU cannot \(service == .wordBoundaries ? "find word boundaries" : "fold case") (\(status)); install ICU with its data (libicu)"
        }
    }
}
