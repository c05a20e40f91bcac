#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Plain files, read whole.
public enum PlainFile {
    /// The bytes of a regular file of at most `limit` bytes. Never waits for a pipe or a device.
    public static func read(path: String, limit: Int = ModelFile.largestFile) throws(FileProblem) -> [UInt8] {
        func problem(_ reason: FileProblem.Reason) -> FileProblem { FileProblem(path: path, reason: reason) }
        guard !path.isEmpty, !path.utf8.contains(0) else { throw problem(.missing) }
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
        guard file >= 0 else { throw problem(openReason(errno)) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw problem(.failed(errno)) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw problem(.directory)
        default: throw problem(.special)
        }
        guard status.st_size <= limit else { throw problem(.tooLarge) }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
        var count = 0
        while true {
            let got = bytes.withUnsafeMutableBytes {
                readSome(file, UnsafeMutableRawBufferPointer(rebasing: $0[count...]))
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw problem(.failed(errno))
            }
            if got == 0 { break }
            count += got
            guard count <= limit else { throw problem(.tooLarge) }
            // A file that says 0 bytes may have more (/proc), and any may grow.
            if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: min(limit, 65_536))) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private static func openReason(_ code: Int32) -> FileProblem.Reason {
        switch code {
        case ENOENT, ENOTDIR: .missing
        // A socket, or a device without a driver.
        case ENXIO, ENODEV: .special
        default: .unreadable(code)
        }
    }
}

/// The system's read, which the name above hides.
private func readSome(_ file: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(file, buffer.baseAddress, buffer.count)
}
