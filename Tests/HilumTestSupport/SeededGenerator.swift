@_exported import struct HilumMetrics.SeededGenerator
