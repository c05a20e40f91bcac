import ArgumentParser
import BalanceModel
import ModelFiles
import Wording

/// Ids for shell completion: of the model that the command line names, else of the bundled one.
struct Completions {
    private let model: Model?

    /// - Parameter words: the command line so far.
    init(_ words: [String]) {
        let named = words.lastIndex(of: "--model").flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
        guard let named else {
            model = BundledModels.ids.first.flatMap { BundledModels.model($0) }
            return
        }
        // A file with problems completes nothing; the command itself says what they are.
        model = BundledModels.model(named) ?? (try? ModelFile.load(path: named))
    }

    /// The model's, then the reader's own.
    var scenarios: [String] {
        guard let model else { return [] }
        var notices: [Phrase] = []
        let saved = Readers.library?.scenarios(for: model, notices: &notices) ?? []
        return (model.scenarios + saved).map(\.id)
    }

    var baselines: [String] { Reading.allCases.map(\.rawValue) + scenarios }
    var dimensions: [String] { model?.dimensions.map { $0.id + "=" } ?? [] }
    var dynamics: [String] { model?.dynamics.map { $0.id + "=" } ?? [] }
    var indicators: [String] { model?.dimensions.flatMap { $0.indicators.map { $0.id + "=" } } ?? [] }

    /// The shell's script, in which a value still to come after `ID=` keeps the cursor where it is.
    static func script(for shell: CompletionShell) -> String {
        let script = Fulcrum.completionScript(for: shell)
        // Without this, bash and zsh put a space after “compute=”, and bash a backslash before its sign; fish does neither.
        switch shell {
        case .bash:
            return script.replacing(
                "complete -o filenames -F _fulcrum fulcrum",
                with: """
                    _fulcrum_in_place() {
                        _fulcrum "${@}"
                        [[ "${COMPREPLY[0]-}" = *= ]] && compopt -o nospace +o filenames
                        return 0
                    }

                    complete -o filenames -F _fulcrum_in_place fulcrum
                    """)
        case .zsh:
            return script.replacing(
                #"__fulcrum_complete "${completions[@]:0:-1}""#,
                with: """
                    if [[ "${completions[1]}" = *= ]]; then
                                compadd -S '' -- "${completions[@]:0:-1}"
                            else
                                __fulcrum_complete "${completions[@]:0:-1}"
                            fi
                    """)
        default: return script
        }
    }

    /// The shell whose script `--generate-completion-script SHELL` asks for, if the command line is that.
    static func shell(_ arguments: [String]) -> CompletionShell? {
        let parts = arguments.flatMap { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        guard parts.count == 2, parts[0] == "--generate-completion-script" else { return nil }
        return CompletionShell.allCases.first { $0.rawValue == parts[1] }
    }
}
