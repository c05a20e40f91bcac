import BalanceModel
import ModelFiles

/// The bundled model; a test without it is a broken build.
let bundled: Model = {
    guard let model = BundledModels.model("ai-us-china") else { fatalError("the bundled model does not decode") }
    return model
}()
