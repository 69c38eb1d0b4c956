/// Version of textshift; it goes into every output.
public enum Version {
    /// Semantic version.
    public static let current = "0.1.0"
}
