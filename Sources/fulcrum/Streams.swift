import BalanceModel
import CellGrid

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Standard output and standard error, with failures that count.
enum Streams {
    /// Writes a text whole; false when whoever read it has gone away (`| head`), which is no failure.
    @discardableResult
    static func print(_ text: String) throws(Failure) -> Bool {
        let failure = write(text, to: STDOUT_FILENO)
        guard failure == 0 || failure == EPIPE else {
            throw Failure(.inputOutput, "standard output could not be written: \(reason(failure))")
        }
        return failure == 0
    }

    /// Each on a line of its own, whatever stands in a name or an argument that it quotes.
    static func complain(_ lines: [String]) {
        _ = write(lines.map { shortened(Printable.text($0)) + "\n" }.joined(), to: STDERR_FILENO)
    }

    static func complain(raw text: String) { _ = write(text, to: STDERR_FILENO) }

    /// The start, which names what is wrong, and the end, which says what would be right.
    private static func shortened(_ line: String) -> String {
        let (most, head, tail) = (900, 500, 300)
        return line.unicodeScalars.count <= most ? line : line.prefix(head) + " … " + line.suffix(tail)
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOSPC, EDQUOT: "no space left"
        case EBADF: "it is closed"
        case EFBIG: "the file is too large"
        default: "system error \(code)"
        }
    }

    private static func write(_ text: String, to file: Int32) -> Int32 {
        var text = isatty(file) == 1 ? shown(text) : text
        return text.withUTF8 { bytes in
            var done = 0
            while done < bytes.count, let start = bytes.baseAddress {
                #if canImport(Glibc)
                    let count = Glibc.write(file, start + done, bytes.count - done)
                #else
                    let count = Darwin.write(file, start + done, bytes.count - done)
                #endif
                if count > 0 {
                    done += count
                } else if errno == EAGAIN {
                    // Somebody else made it non-blocking.
                    var room = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
                    guard poll(&room, 1, -1) >= 0 || errno == EINTR else { return errno }
                } else if errno != EINTR {
                    return errno == 0 ? EIO : errno
                }
            }
            return 0
        }
    }

    /// What a terminal can show and may be sent; files and pipes get UTF-8 as it is.
    private static func shown(_ text: String) -> String {
        // The one control that the program itself sends, to write over its progress.
        let lines = text.split(separator: "\r", omittingEmptySubsequences: false).map { Printable.shown(String($0)) }
        let safe = lines.joined(separator: "\r")
        return Surroundings.isUTF8 ? safe : ASCIIFallback.text(safe)
    }
}

/// Lines of standard input, of bounded length.
struct LineReader {
    enum Line: Equatable {
        case text(String)
        /// Longer than anything that could be meant; it was passed over.
        case tooLong
        case end
    }

    /// In bytes.
    static let longest = 4096

    private var buffer: [UInt8] = []
    private var isPassingOver = false
    private var hasEnded = false

    /// Waits for the next line. Throws where standard input can't be read.
    mutating func next() throws(Failure) -> Line {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) { return take(end) }
            if buffer.count > Self.longest {
                isPassingOver = true
                buffer.removeAll()
            }
            if hasEnded { return buffer.isEmpty && !isPassingOver ? .end : take(buffer.endIndex) }
            try fill()
        }
    }

    private mutating func take(_ end: Int) -> Line {
        defer {
            buffer.removeSubrange(..<min(end + 1, buffer.count))
            isPassingOver = false
        }
        if isPassingOver || end > Self.longest { return .tooLong }
        var line = buffer[..<end]
        if line.last == 0x0D { line.removeLast() }
        return .text(String(decoding: line, as: UTF8.self))
    }

    private mutating func fill() throws(Failure) {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
        switch count {
        case 1...: buffer += bytes.prefix(count)
        case 0: hasEnded = true
        default:
            if errno == EINTR { return }
            guard errno == EAGAIN else {
                throw Failure(.noInput, "standard input can’t be read; commands, a line each, are expected there")
            }
            var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            _ = poll(&input, 1, -1)
        }
    }
}
