package org.gradus.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;

/**
 * Gathers a model's running statistics anew for its present weights, as is due whenever these were not reached by training: averaged,
 * interpolated, moved in a random direction. With statistics of other weights a network with batch normalization predicts nonsense.
 *
 * <p>All training data is one batch, and the statistics become what they would tend to if it were seen again and again: the mean and, as
 * PyTorch and we have it, the unbiased variance of each normalization's input. They follow batches as moving averages,
 * r ← (1 − p) r + p b. A first pass shows which buffers move at all; two more, from r_0 = 0, tell their p and thereby b, where they end:
 *
 * <pre>
 * 1 − p = (r_2 − r_1)·r_1 / ‖r_1‖²
 * b = r_1 / p
 * </pre>
 *
 * <p>So the result does not depend on what the statistics were, even NaN. Buffers that a pass does not move, as frozen ones, or that do not
 * tend anywhere, as a counter, stay as they are. Dropout drops the same in all passes; it is on, as it is when statistics are gathered in
 * training. Where activations overflow, statistics are NaN.
 *
 * <p>Izmailov et al. 2018, Averaging weights leads to wider optima and better generalization, <a
 * href="https://arxiv.org/abs/1803.05407">arXiv 1803.05407</a>, section 3.2. Differs from it, and from PyTorch's {@code update_bn}, in taking
 * one batch of all examples; there the statistics are means over mini-batches.
 */
public final class StatisticsRefresh {
    private StatisticsRefresh() {}

    /**
     * Replaces a model's running statistics by those of its present weights. A model without any is left alone, at no cost.
     *
     * @param model the model; its parameters and random streams do not change
     * @param features the input of all training examples
     * @throws IllegalArgumentException if the model refuses the input; it is then as it was
     */
    public static void run(Layer model, Tensor features) {
        if (model.buffers().isEmpty()) {
            return;
        }
        Remembered before = Remembered.of(model);
        List<Buffer> buffers = List.copyOf(model.buffers().values());
        List<Tensor> own = values(buffers);
        List<Tensor> ends = new ArrayList<>(own);
        try {
            pass(model, features, before);
            int[] moving = moved(own, values(buffers));
            for (int i : moving) {
                buffers.get(i).set(Tensor.full(own.get(i).shape(), 0));
            }
            pass(model, features, before);
            List<Tensor> r1 = values(buffers);
            pass(model, features, before);
            for (int i : moving) {
                ends.set(i, end(own.get(i), r1.get(i), buffers.get(i).value()));
            }
        } finally {
            before.restore();
        }
        for (int i = 0; i < ends.size(); i++) {
            buffers.get(i).set(ends.get(i));
        }
    }

    /** One pass in training mode, with the random numbers that the model would draw next. */
    private static void pass(Layer model, Tensor features, Remembered before) {
        before.rewind();
        model.forward(features, Mode.TRAINING);
    }

    private static List<Tensor> values(List<Buffer> buffers) {
        return buffers.stream().map(Buffer::value).toList();
    }

    /** Which buffers have been given other numbers; NaN counts as another number. */
    private static int[] moved(List<Tensor> before, List<Tensor> after) {
        return IntStream.range(0, before.size())
                .filter(i -> before.get(i) != after.get(i)
                        && DoubleStream.of(after.get(i).sub(before.get(i)).toArray())
                                .anyMatch(difference -> difference != 0))
                .toArray();
    }

    /** Where a moving average ends that went from 0 to r1 and r2; its own value if it is none. */
    private static Tensor end(Tensor own, Tensor r1, Tensor r2) {
        double square = r1.mul(r1).sum().item();
        double stays = r2.sub(r1).mul(r1).sum().item() / square;
        return square == 0 ? r1 : stays >= 1 ? own : r1.div(1 - stays);
    }
}
