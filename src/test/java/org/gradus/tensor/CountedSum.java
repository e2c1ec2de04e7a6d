package org.gradus.tensor;

import java.util.concurrent.atomic.AtomicLong;

/** y = a + b, which counts how often it is asked for a derivative, and gives up where revisiting would take forever. */
record CountedSum(AtomicLong calls) implements Op {
    private static final long TOO_MANY = 10_000_000;

    CountedSum() {
        this(new AtomicLong());
    }

    @Override
    public Shape shape(Shape[] x) {
        return x[0];
    }

    @Override
    public void forward(double[][] x, Shape[] shapes, double[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = x[0][i] + x[1][i];
        }
    }

    @Override
    public Tensor vjp(int i, Tensor gy, Tensor y, Tensor[] x) {
        if (calls.incrementAndGet() > TOO_MANY) {
            throw new IllegalStateException("asked " + TOO_MANY + " times");
        }
        return gy;
    }
}
