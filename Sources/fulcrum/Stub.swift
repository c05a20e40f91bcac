import ArgumentParser
import Explorer
import BalanceModel
struct ReportCommand: ParsableCommand {}
struct CompareCommand: ParsableCommand {}
struct ReproducingCommand { var line = "x"; init(_ v: [String], model: Model, settings: Settings, savedScenarios: [Scenario], samples: Int, seed: UInt64, modelPath: String?) {} }
extension State { mutating func startPrediction() {} }
