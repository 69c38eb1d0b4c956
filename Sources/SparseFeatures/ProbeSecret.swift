/// Decides where a hash table looks first; each process draws it.
///
/// The hashes of features are the same on every machine, so a text can be made whose words all have the same lower bits; no text can
/// know this number. No result depends on it: tables number what they hold in the order of its first occurrence.
enum ProbeSecret {
    static let value = UInt64.random(in: .min ... .max)
}
