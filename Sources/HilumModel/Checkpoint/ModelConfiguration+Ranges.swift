extension ModelConfiguration {
    /// What a checkpoint may ask for; far beyond any that runs on a CPU, and far from what would exhaust a machine.
    private enum Most {
        static let imageSize = 2048
        static let kernel = 15
        static let expansion = 16
        static let channels = 8192
        static let stages = 32
        static let blocks = 64
        static let width = 8192
        static let layers = 128
        static let hidden = 65_536
        static let vocabulary = 1 << 20
        static let context = 1 << 16
        /// Numbers of one intermediate result: 1 GB.
        static let activations = 1 << 28
        /// Numbers of the keys and values that a sequence keeps: 1 GB.
        static let kept = 1 << 28
    }

    /// Cells of the encoder's last features, in rows and columns; one image token each.
    public var cells: Int { image.size / 32 * (image.size / 32) }

    /// The first thing that no model could be built of; nil if there is none.
    var firstTrouble: String? {
        imageTrouble ?? encoderTrouble ?? decoderTrouble
    }

    private var imageTrouble: String? {
        if let reason = Self.outside(image.size, 32...Most.imageSize, "image.size") { return reason }
        if image.size % 32 != 0 { return "image.size is \(image.size), which is no multiple of 32" }
        if !(0...1).contains(image.mean) { return "image.mean is not between 0 and 1" }
        if !(image.deviation > 0 && image.deviation <= 1) { return "image.deviation is not above 0 and at most 1" }
        if image.window.count != 2 || !(0 <= image.window[0] && image.window[0] < image.window[1] && image.window[1] <= 1) {
            return "image.window is not two shares in order, from 0 to 1"
        }
        return nil
    }

    private var encoderTrouble: String? {
        if let reason = Self.outside(encoder.stem, 1...Most.channels, "encoder.stem") { return reason }
        if let reason = Self.outside(encoder.stages.count, 1...Most.stages, "the number of encoder.stages") { return reason }
        if let reason = Self.outside(encoder.features, 1...Most.channels, "encoder.features") { return reason }
        var side = image.size / 2
        var channels = encoder.stem
        var largest = side * side * channels
        for (index, stage) in encoder.stages.enumerated() {
            let place = "encoder.stages.\(index)"
            let reason =
                Self.outside(stage.kernel, 1...Most.kernel, "\(place).kernel") ?? Self.outside(
                    stage.stride, 1...2, "\(place).stride")
                ?? Self.outside(stage.expansion, 1...Most.expansion, "\(place).expansion")
                ?? Self.outside(stage.channels, 1...Most.channels, "\(place).channels")
                ?? Self.outside(stage.blocks, 1...Most.blocks, "\(place).blocks")
            if let reason { return reason }
            // The first block expands what it is given before it strides.
            largest = max(largest, side * side * channels * stage.expansion)
            side = (side + stage.stride - 1) / stage.stride
            channels = stage.channels
            largest = max(largest, side * side * channels * (stage.blocks > 1 ? stage.expansion : 1))
        }
        if side * 32 != image.size {
            return "the strides of encoder.stages make \(image.size / side) pixels one cell, not 32"
        }
        if max(largest, side * side * encoder.features) > Most.activations {
            return "the encoder's intermediate results would have more than \(Most.activations) numbers"
        }
        return nil
    }

    private var decoderTrouble: String? {
        let reason =
            Self.outside(decoder.width, 2...Most.width, "decoder.width")
            ?? Self.outside(decoder.layers, 1...Most.layers, "decoder.layers")
            ?? Self.outside(decoder.heads, 1...decoder.width, "decoder.heads")
            ?? Self.outside(decoder.hidden, 1...Most.hidden, "decoder.hidden")
            ?? Self.outside(decoder.vocabulary, 1...Most.vocabulary, "decoder.vocabulary")
            // One image, then the marks that begin the findings, the report and its end.
            ?? Self.outside(decoder.context, cells + 3...Most.context, "decoder.context")
        if let reason { return reason }
        if decoder.width % decoder.heads != 0 {
            return "decoder.heads is \(decoder.heads), which does not divide decoder.width, \(decoder.width)"
        }
        if decoder.width / decoder.heads % 2 != 0 {
            return "a head of the decoder is \(decoder.width / decoder.heads) wide; rotary positions take pairs"
        }
        if !(decoder.ropeBase > 1 && decoder.ropeBase.isFinite) { return "decoder.rope_base is not above 1" }
        if !(decoder.epsilon > 0 && decoder.epsilon < 1) { return "decoder.epsilon is not above 0 and below 1" }
        if decoder.layers * decoder.context * decoder.width * 2 > Most.kept {
            return "the decoder's keys and values would have more than \(Most.kept) numbers"
        }
        // A prompt is read in one pass, which may fill the context: its attention, and what stands between two products.
        if decoder.context * max(decoder.context, 2 * decoder.hidden, 3 * decoder.width) > Most.activations {
            return "the decoder's intermediate results would have more than \(Most.activations) numbers"
        }
        return nil
    }

    private static func outside(_ value: Int, _ range: ClosedRange<Int>, _ name: String) -> String? {
        range.contains(value) ? nil : "\(name) is \(value), not from \(range.lowerBound) to \(range.upperBound)"
    }
}
