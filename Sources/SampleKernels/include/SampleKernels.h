#ifndef SAMPLE_KERNELS_H
#define SAMPLE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// The inner loops of the sampler (method §7), eight draws side by side.
//
// They are in C because Swift has no way to compile one function for several instruction sets and to choose when the
// program runs: built for every x86-64, Swift's SIMD8 reaches 0.7 of tools/simplex.c, these with AVX-512 3.5 times it.
// Every variant does the same operations in the same order without fusing any, so the bits of a result do not depend
// on the machine.
//
// A block is `count` draws, a multiple of SAMPLE_LANES; a column holds one number of each. Columns of a group follow
// one another. Nothing here allocates, traps or keeps state.

enum { SAMPLE_LANES = 8, SAMPLE_DIMENSIONS = 64 };

/// xoshiro256+ (Blackman & Vigna 2018), one generator a lane.
typedef struct {
    uint64_t word[4][SAMPLE_LANES];
} SampleStream;

/// Stream `number` of a seed. Its state is its own stretch of one splitmix64 sequence, so streams of a seed never share
/// a word.
SampleStream sampleStream(uint64_t seed, uint64_t number);

/// One instruction set's version of the kernels, a constant table.
typedef struct __attribute__((swift_attr("@Sendable"))) {
    const char *_Nonnull instructions;

    /// Uniform numbers in [0, 1), 52 bits.
    void (*_Nonnull uniform)(SampleStream *_Nonnull stream, size_t count, double *_Nonnull out);

    /// Two columns of independent normals (Box & Muller 1958), at most 8.5 deviations from their means.
    void (*_Nonnull normals)(SampleStream *_Nonnull stream, size_t count, const double mean[_Nonnull 2],
                             const double deviation[_Nonnull 2], double *_Nonnull first, double *_Nonnull second);

    /// `dimensions` columns of weights, uniform on the simplex: the spacings of sorted uniforms (Devroye 1986, V.2).
    /// 1 to SAMPLE_DIMENSIONS dimensions; with more, nothing is written.
    void (*_Nonnull simplex)(SampleStream *_Nonnull stream, size_t dimensions, size_t count,
                             double *_Nonnull weights);

    /// The same draws of weights, only tested: how many of `count`, here any number, have a positive sum of weight
    /// times `x`.
    size_t (*_Nonnull simplexPositives)(SampleStream *_Nonnull stream, size_t dimensions, size_t count,
                                        const double *_Nonnull x);

    /// Columns of the index x (method §5) of each dimension, `years` after the base year: the log ratio
    /// start + drift·years + shift, limited to ±3, and its tanh unless `geometric`.
    void (*_Nonnull index)(size_t dimensions, size_t count, const double *_Nonnull starts,
                           const double *_Nonnull drifts, double years, const double *_Nonnull shifts, int geometric,
                           double *_Nonnull out);

    /// B of each draw from the same numbers at fixed weights.
    void (*_Nonnull balance)(size_t dimensions, size_t count, const double *_Nonnull starts,
                             const double *_Nonnull drifts, double years, const double *_Nonnull shifts,
                             const double *_Nonnull weights, int geometric, double *_Nonnull out);

    /// The sum of products of two groups of columns.
    void (*_Nonnull dot)(size_t dimensions, size_t count, const double *_Nonnull a, const double *_Nonnull b,
                         double *_Nonnull out);
} SampleKernels;

/// How many variants this machine can run, at least one.
size_t sampleKernelVariants(void);

/// A variant that this machine can run, the best at place 0; past the end, the one that runs anywhere.
const SampleKernels *_Nonnull sampleKernels(size_t place);

/// Counts values of −1…1 in `bins` (a power of two) equal bins; any other value lands in some bin.
void sampleCount(size_t count, const double *_Nonnull values, size_t bins, uint32_t *_Nonnull counts);

#endif
