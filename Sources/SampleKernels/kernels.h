// One variant of every kernel: SampleKernels.c includes this once for each instruction set, with VARIANT(name) giving
// the functions different names. No include guard for that reason.

static inline Words VARIANT(next)(Generator *g)
{
    Words result = g->a + g->d, t = g->b << 17;
    g->c ^= g->a;
    g->d ^= g->b;
    g->b ^= g->c;
    g->a ^= g->d;
    g->c ^= t;
    g->d = g->d << 45 | g->d >> 19;
    return result;
}

/// Uniform in [1, 2): the top 52 bits as a mantissa, which costs no conversion.
static inline Lanes VARIANT(oneToTwo)(Generator *g)
{
    return __builtin_bit_cast(Lanes, VARIANT(next)(g) >> 12 | ONE);
}

/// ln x for 0 < x ≤ 1, error below 1e-13: x = m·2^k with m in [√½, √2), then the series of 2 atanh((m−1)/(m+1)).
static inline Lanes VARIANT(logarithm)(Lanes x)
{
    Words bits = __builtin_bit_cast(Words, x) + (ONE - ROOT_HALF);
    // An exponent as the low bits of 2^52 is a conversion that every instruction set has.
    Lanes k = __builtin_bit_cast(Lanes, bits >> 52 | 0x4330000000000000) - (0x1p52 + 1023);
    Lanes m = __builtin_bit_cast(Lanes, (bits & MANTISSA) + ROOT_HALF);
    Lanes s = (m - 1) / (m + 1), z = s * s;
    Lanes p = 2.0 / 15 * z + 2.0 / 13;
    p = p * z + 2.0 / 11;
    p = p * z + 2.0 / 9;
    p = p * z + 2.0 / 7;
    p = p * z + 2.0 / 5;
    p = p * z + 2.0 / 3;
    return k * 0.693147180559945309 + (2 * s + s * z * p);
}

/// tanh z for |z| ≤ 3, error below 1e-12: eight levels of Lambert's continued fraction p/q at z/2, then
/// tanh z = 2 h/(1 + h²) with h = p/q.
static inline Lanes VARIANT(hyperbolicTangent)(Lanes z)
{
    Lanes h = 0.5 * z, y = h * h;
    Lanes p = h * (((36 * y + 6930) * y + 270270) * y + 2027025);
    Lanes q = (((y + 630) * y + 51975) * y + 945945) * y + 2027025;
    return 2 * p * q / (p * p + q * q);
}

static void VARIANT(uniform)(SampleStream *stream, size_t count, double *out)
{
    Generator g = load(stream);
    for (size_t j = 0; j < count; j += SAMPLE_LANES)
        STORE(out + j, VARIANT(oneToTwo)(&g) - 1);
    save(&g, stream);
}

static void VARIANT(normals)(SampleStream *stream, size_t count, const double *mean, const double *deviation,
                             double *first, double *second)
{
    Generator g = load(stream);
    for (size_t j = 0; j < count; j += SAMPLE_LANES) {
        // √(−2 ln u) times the cosine and sine of an angle in the first quadrant, π/4 + a, with random signs: then
        // |a| ≤ π/4, where short series do, and the √½ of the sum formulas cancels the √2.
        Lanes radius = __builtin_elementwise_sqrt(-VARIANT(logarithm)(2 - VARIANT(oneToTwo)(&g)));
        Words word = VARIANT(next)(&g);
        Lanes a = (__builtin_bit_cast(Lanes, word >> 12 | ONE) - 1.5) * 1.57079632679489662, y = a * a;
        Lanes sine = a + a * y * (-1.0 / 6 + y * (1.0 / 120 + y * (-1.0 / 5040 + y * (1.0 / 362880
            + y * (-1.0 / 39916800 + y * (1.0 / 6227020800))))));
        Lanes cosine = 1 + y * (-1.0 / 2 + y * (1.0 / 24 + y * (-1.0 / 720 + y * (1.0 / 40320
            + y * (-1.0 / 3628800 + y * (1.0 / 479001600))))));
        // Bits 11 and 10, which the angle left over.
        Words one = __builtin_bit_cast(Words, radius * (cosine - sine)) ^ (word << 52 & SIGN);
        Words other = __builtin_bit_cast(Words, radius * (cosine + sine)) ^ (word << 53 & SIGN);
        STORE(first + j, mean[0] + deviation[0] * __builtin_bit_cast(Lanes, one));
        STORE(second + j, mean[1] + deviation[1] * __builtin_bit_cast(Lanes, other));
    }
    save(&g, stream);
}

/// `count` sorted uniforms in [1, 2), by insertion: few comparisons for the few dimensions that a model has, and none
/// of them a branch. Both loops run to the same bound so that a constant one unrolls them.
static inline __attribute__((always_inline)) void VARIANT(sorted)(Generator *g, size_t count, Lanes *u)
{
    for (size_t k = 0; k < count; k++) {
        u[k] = VARIANT(oneToTwo)(g);
        for (size_t i = count - 1; i > 0; i--) {
            if (i > k)
                continue;
            Lanes low = __builtin_elementwise_min(u[i - 1], u[i]);
            u[i] = __builtin_elementwise_max(u[i - 1], u[i]);
            u[i - 1] = low;
        }
    }
}

static void VARIANT(simplex)(SampleStream *stream, size_t dimensions, size_t count, double *weights)
{
    if (dimensions < 1 || dimensions > SAMPLE_DIMENSIONS)
        return;
    Generator g = load(stream);
    Lanes u[SAMPLE_DIMENSIONS];
    for (size_t j = 0; j < count; j += SAMPLE_LANES) {
        VARIANT(sorted)(&g, dimensions - 1, u);
        Lanes last = (Lanes)1.0;
        for (size_t i = 0; i + 1 < dimensions; i++) {
            STORE(weights + i * count + j, u[i] - last);
            last = u[i];
        }
        STORE(weights + (dimensions - 1) * count + j, 2 - last);
    }
    save(&g, stream);
}

static inline __attribute__((always_inline)) size_t VARIANT(positives)(SampleStream *stream, size_t dimensions,
                                                                       size_t count, const double *x)
{
    // Σ x_i (u_i − u_(i−1)) with u_0 = 1 and u_n = 2, gathered by u.
    double step[SAMPLE_DIMENSIONS], constant = 2 * x[dimensions - 1] - x[0];
    for (size_t i = 0; i + 1 < dimensions; i++)
        step[i] = x[i] - x[i + 1];
    Generator g = load(stream);
    Lanes u[SAMPLE_DIMENSIONS];
    Flags positive = 0, last = 0;
    for (size_t j = 0; j < count; j += SAMPLE_LANES) {
        VARIANT(sorted)(&g, dimensions - 1, u);
        Lanes sum = (Lanes)constant;
        for (size_t i = 0; i + 1 < dimensions; i++)
            sum += step[i] * u[i];
        last = -(Flags)(sum > 0);
        positive += last;
    }
    save(&g, stream);
    size_t total = 0;
    for (size_t lane = 0; lane < SAMPLE_LANES; lane++)
        total += (size_t)positive[lane];
    // Lanes of the last round beyond `count`.
    for (size_t lane = count % SAMPLE_LANES; count % SAMPLE_LANES && lane < SAMPLE_LANES; lane++)
        total -= (size_t)last[lane];
    return total;
}

static size_t VARIANT(simplexPositives)(SampleStream *stream, size_t dimensions, size_t count, const double *x)
{
    switch (dimensions) {    // a constant lets the compiler keep all in registers
    case 0: return 0;
    case 1: return VARIANT(positives)(stream, 1, count, x);
    case 2: return VARIANT(positives)(stream, 2, count, x);
    case 3: return VARIANT(positives)(stream, 3, count, x);
    case 4: return VARIANT(positives)(stream, 4, count, x);
    case 5: return VARIANT(positives)(stream, 5, count, x);
    case 6: return VARIANT(positives)(stream, 6, count, x);
    case 7: return VARIANT(positives)(stream, 7, count, x);
    case 8: return VARIANT(positives)(stream, 8, count, x);
    default: return dimensions > SAMPLE_DIMENSIONS ? 0 : VARIANT(positives)(stream, dimensions, count, x);
    }
}

static inline __attribute__((always_inline)) Lanes VARIANT(limited)(const double *start, const double *drift,
                                                                     double years, double shift)
{
    Lanes z = LOAD(start) + years * LOAD(drift) + shift;
    return __builtin_elementwise_min(__builtin_elementwise_max(z, (Lanes)(-LIMIT)), (Lanes)LIMIT);
}

static void VARIANT(index)(size_t dimensions, size_t count, const double *starts, const double *drifts, double years,
                           const double *shifts, int geometric, double *out)
{
    for (size_t i = 0; i < dimensions; i++) {
        for (size_t j = i * count; j < (i + 1) * count; j += SAMPLE_LANES) {
            Lanes z = VARIANT(limited)(starts + j, drifts + j, years, shifts[i]);
            STORE(out + j, geometric ? z : VARIANT(hyperbolicTangent)(z));
        }
    }
}

static void VARIANT(balance)(size_t dimensions, size_t count, const double *starts, const double *drifts, double years,
                             const double *shifts, const double *weights, int geometric, double *out)
{
    for (size_t j = 0; j < count; j += SAMPLE_LANES) {
        Lanes sum = 0;
        for (size_t i = 0; i < dimensions; i++) {
            Lanes z = VARIANT(limited)(starts + i * count + j, drifts + i * count + j, years, shifts[i]);
            sum += weights[i] * (geometric ? z : VARIANT(hyperbolicTangent)(z));
        }
        STORE(out + j, geometric ? VARIANT(hyperbolicTangent)(sum) : sum);
    }
}

static void VARIANT(dot)(size_t dimensions, size_t count, const double *a, const double *b, double *out)
{
    for (size_t j = 0; j < count; j += SAMPLE_LANES) {
        Lanes sum = 0;
        for (size_t i = 0; i < dimensions; i++)
            sum += LOAD(a + i * count + j) * LOAD(b + i * count + j);
        STORE(out + j, sum);
    }
}

static const SampleKernels VARIANT(kernels) = {
    .instructions = INSTRUCTIONS,
    .uniform = VARIANT(uniform),
    .normals = VARIANT(normals),
    .simplex = VARIANT(simplex),
    .simplexPositives = VARIANT(simplexPositives),
    .index = VARIANT(index),
    .balance = VARIANT(balance),
    .dot = VARIANT(dot),
};
