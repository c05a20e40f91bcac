internal import Assets
import BalanceModel

/// The models compiled into the program.
public enum BundledModels {
    /// Their ids; the first is the one the program starts with.
    public static let ids: [String] = (0..<fulcrum_model_count()).map { String(cString: fulcrum_model($0).id) }

    /// The model file's bytes, UTF-8.
    public static func yaml(_ id: String) -> [UInt8]? {
        asset(id).map { Array(UnsafeBufferPointer(start: $0.yaml, count: $0.yaml_count)) }
    }

    /// The model, from its compiled form.
    public static func model(_ id: String) -> Model? {
        guard let asset = asset(id),
            let root = CompiledNodes.decode(UnsafeBufferPointer(start: asset.nodes, count: asset.nodes_count))
        else { return nil }
        return try? ModelDecoder.decode(root)
    }

    /// The compiled form as it is in the program.
    static func nodes(_ id: String) -> [UInt8]? {
        asset(id).map { Array(UnsafeBufferPointer(start: $0.nodes, count: $0.nodes_count)) }
    }

    private static func asset(_ id: String) -> fulcrum_model_asset? {
        guard let index = ids.firstIndex(of: id) else { return nil }
        return fulcrum_model(index)
    }
}
