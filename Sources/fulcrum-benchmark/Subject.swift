import BalanceModel
import ModelFiles

/// What the benchmarks work on: the bundled model, so that numbers are those a reader gets.
enum Subject {
    static let id = BundledModels.ids.first ?? ""
    static let yaml = BundledModels.yaml(id) ?? []
    static let model: Model = {
        guard let model = BundledModels.model(id) else { fatalError("the bundled model does not load") }
        return model
    }()
    static let settings = Settings(model)
}
