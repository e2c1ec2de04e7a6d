package org.gradus.goldens;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.gradus.data.Dataset;
import org.gradus.data.Digits;
import org.gradus.nn.Activation;
import org.gradus.nn.Layer;
import org.gradus.nn.Linear;
import org.gradus.nn.Sequential;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.train.range.RangeTest;
import org.gradus.train.range.RangeTest.Sweep;
import org.gradus.train.range.SweepPoint;

/** The range test on digits that demos.json has, by PyTorch in float64. */
public final class RangeTestGolden {
    /** Its rates and losses. */
    public static final JsonObject ENTRY = Goldens.entry("demos.json", "smith2017/lr_range_test_digits");

    static final RangeTest TEST = new RangeTest(Sweep.EXPONENTIAL, 0.01, 5, 100, 0.98, Double.POSITIVE_INFINITY);

    private RangeTestGolden() {}

    /** {@return the same test by this library} */
    public static List<SweepPoint> replay() {
        Dataset digits = Digits.load();
        List<Dataset> batches = IntStream.range(0, 100)
                .mapToObj(t -> digits.range(64 * (t % 20), 64 * (t % 20) + 64))
                .toList();
        Layer model = Sequential.of(linear(64, 32, 0.2, 1), Activation.TANH, linear(32, 10, 0.3, 2));
        return TEST.run(model, new Sgd(), batches.iterator()).points();
    }

    /** The reference numbers the weights along the rows of PyTorch's (out, in) matrix, the transpose of ours. */
    private static Linear linear(int in, int out, double size, double phase) {
        double[] numbers = IntStream.range(0, in * out)
                .mapToDouble(k -> size * FastMath.cos(1.3 * k + phase))
                .toArray();
        Tensor outIn = Tensor.of(Shape.of(out, in), numbers);
        return new Linear(in, out, (i, o, random) -> outIn.transpose(), new RandomStream(0));
    }
}
