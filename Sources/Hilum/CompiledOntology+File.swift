extension CompiledOntology {
    /// Writes the file, which takes the place of an old one when it is complete, with its permissions.
    /// - Throws: `OutputError`; what stood there before stays. Anything but a regular file is refused.
    public func write(to path: String) throws(OutputError) {
        let output = try OutputFile(path: path, mustBeRegular: true)
        try output.write(bytes)
        try output.finish()
    }
}
