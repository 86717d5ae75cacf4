// The loops of half_product.c for vectors of LANES numbers, 8 or 16, in functions that are compiled for TARGET. SUFFIX makes their names.

#define JOINED_(name, suffix) name##suffix
#define JOINED(name, suffix) JOINED_(name, suffix)
#define vector JOINED(vector_, SUFFIX)
#define halves JOINED(halves_, SUFFIX)
#define sums_of_four JOINED(sums_of_four_, SUFFIX)
#define product_of_one JOINED(product_of_one_, SUFFIX)
#define product_of_four JOINED(product_of_four_, SUFFIX)

// At any address.
typedef float vector __attribute__((vector_size(4 * LANES), aligned(4)));
typedef _Float16 halves __attribute__((vector_size(2 * LANES), aligned(2)));

#define FLOATS(address) (*(const vector *)(address))
#define WIDENED(address) __builtin_convertvector(*(const halves *)(address), vector)

/// The sum of each of four vectors.
TARGET static inline __attribute__((always_inline)) void sums_of_four(const vector *vectors, float *sums) {
    quad quads[4];
    for (int index = 0; index < 4; index++) {
        const quad *parts = (const quad *)&vectors[index];
        quads[index] = parts[0] + parts[1];
        for (int part = 2; part < LANES / 4; part++) quads[index] += parts[part];
    }
    quad first = __builtin_shufflevector(quads[0], quads[1], 0, 4, 1, 5) + __builtin_shufflevector(quads[0], quads[1], 2, 6, 3, 7);
    quad second = __builtin_shufflevector(quads[2], quads[3], 0, 4, 1, 5) + __builtin_shufflevector(quads[2], quads[3], 2, 6, 3, 7);
    *(quad *)sums = __builtin_shufflevector(first, second, 0, 1, 4, 5) + __builtin_shufflevector(first, second, 2, 3, 6, 7);
}

/// Four rows of W by one x: what is loaded of x serves four times, and no sum waits for the one before it.
TARGET static void product_of_one(const uint16_t *weight, size_t outputs, size_t inputs, const float *x, float *y) {
    for (size_t output = 0; output < outputs; output += 4) {
        const uint16_t *rows = weight + output * inputs;
        vector sums[4] = {0};
        for (size_t input = 0; input < inputs; input += LANES) {
            vector values = FLOATS(x + input);
            for (size_t row = 0; row < 4; row++) {
                const uint16_t *numbers = rows + row * inputs + input;
                __builtin_prefetch(numbers + AHEAD);
                sums[row] += WIDENED(numbers) * values;
            }
        }
        sums_of_four(sums, y + output);
    }
}

/// Two rows of W by four x: what is widened serves four times.
TARGET static void product_of_four(
    const uint16_t *weight, size_t outputs, size_t inputs, const float *x, size_t x_stride, float *y, size_t y_stride) {
    for (size_t output = 0; output < outputs; output += 2) {
        const uint16_t *rows = weight + output * inputs;
        vector sums[2][4] = {0};
        for (size_t input = 0; input < inputs; input += LANES) {
            __builtin_prefetch(rows + input + AHEAD);
            __builtin_prefetch(rows + inputs + input + AHEAD);
            vector first = WIDENED(rows + input);
            vector second = WIDENED(rows + inputs + input);
            for (size_t index = 0; index < 4; index++) {
                vector values = FLOATS(x + index * x_stride + input);
                sums[0][index] += first * values;
                sums[1][index] += second * values;
            }
        }
        for (size_t row = 0; row < 2; row++) {
            float found[4];
            sums_of_four(sums[row], found);
            for (size_t index = 0; index < 4; index++) y[index * y_stride + output + row] = found[index];
        }
    }
}

#undef FLOATS
#undef WIDENED
#undef vector
#undef halves
#undef sums_of_four
#undef product_of_one
#undef product_of_four
#undef JOINED
#undef JOINED_
#undef LANES
#undef TARGET
#undef SUFFIX
