import Benchmark

// swift run -c release fulcrum-benchmark [--filter REGEX] [--min-time SECONDS] [--help]
//
// One file a subject, each with its suite; a new subject is a file and a place in this list. Times are wall-clock
// medians. To set the sampler beside the C program of tools/simplex.c in one run, see ReferenceComparison.swift.

ReferenceComparison.runIfAsked()

Benchmark.main(
    [modelSuite(), samplingSuite(), screenSuite(), reportSuite()],
    customDefaults: [Columns(["name", "time", "std", "iterations", Throughput.column])])
