#include "SampleKernels.h"

#include <string.h>

// A fused multiply-add rounds once instead of twice: with it results would differ from machine to machine.
#pragma STDC FP_CONTRACT OFF
// All functions that pass vectors are static: no ABI is at stake.
#pragma clang diagnostic ignored "-Wpsabi"

typedef double Lanes __attribute__((ext_vector_type(SAMPLE_LANES)));
typedef uint64_t Words __attribute__((ext_vector_type(SAMPLE_LANES)));
typedef int64_t Flags __attribute__((ext_vector_type(SAMPLE_LANES)));
typedef struct {
    Words a, b, c, d;
} Generator;

static const uint64_t ONE = 0x3ff0000000000000;          // bits of 1.0
static const uint64_t ROOT_HALF = 0x3fe6a09e667f3bcd;    // of √½
static const uint64_t MANTISSA = 0x000fffffffffffff;
static const uint64_t SIGN = 0x8000000000000000;
static const double LIMIT = 3;                           // of a log ratio, method §1

// Columns come from Swift, aligned for a double only.
typedef Lanes UnalignedLanes __attribute__((aligned(8)));
#define LOAD(place) (*(const UnalignedLanes *)(place))
#define STORE(place, value) (*(UnalignedLanes *)(place) = (value))

static Generator load(const SampleStream *stream)
{
    Generator g;
    memcpy(&g, stream->word, sizeof g);
    return g;
}

static void save(const Generator *g, SampleStream *stream)
{
    memcpy(stream->word, g, sizeof *g);
}

#define VARIANT(name) name##Baseline
#define INSTRUCTIONS "baseline"
#include "kernels.h"
#undef VARIANT
#undef INSTRUCTIONS

#ifdef __x86_64__

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define VARIANT(name) name##Avx2
#define INSTRUCTIONS "avx2"
#include "kernels.h"
#undef VARIANT
#undef INSTRUCTIONS
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl"))), apply_to = function)
#define VARIANT(name) name##Avx512
#define INSTRUCTIONS "avx512"
#include "kernels.h"
#undef VARIANT
#undef INSTRUCTIONS
#pragma clang attribute pop

#endif

size_t sampleKernelVariants(void)
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        return 3;
    if (__builtin_cpu_supports("avx2"))
        return 2;
#endif
    return 1;
}

const SampleKernels *sampleKernels(size_t place)
{
    static const SampleKernels *const worstFirst[] = {
        &kernelsBaseline,
#ifdef __x86_64__
        &kernelsAvx2, &kernelsAvx512,
#endif
    };
    size_t variants = sampleKernelVariants();
    return worstFirst[place < variants ? variants - 1 - place : 0];
}

static uint64_t mixed(uint64_t z)
{
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

SampleStream sampleStream(uint64_t seed, uint64_t number)
{
    const uint64_t golden = 0x9e3779b97f4a7c15;
    SampleStream stream;
    uint64_t state = mixed(seed + golden) + number * (4 * SAMPLE_LANES) * golden;
    for (int word = 0; word < 4; word++)
        for (int lane = 0; lane < SAMPLE_LANES; lane++)
            stream.word[word][lane] = mixed(state += golden);
    return stream;
}

void sampleCount(size_t count, const double *values, size_t bins, uint32_t *counts)
{
    // Added to 2^52 a number leaves its whole part in the low bits, rounded; the half before makes that a floor.
    double scale = (double)bins / 2;
    for (size_t j = 0; j < count; j++) {
        double placed = (values[j] * scale + (scale - 0.5)) + 0x1p52;
        uint64_t bits;
        memcpy(&bits, &placed, sizeof bits);
        counts[bits & (bins - 1)]++;
    }
}
