package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/**
 * An op at a point, beside the output that plain Java computes for it: {@code Sample.of(op, inputs).gives(shape, element)}.
 *
 * @param op the op
 * @param inputs the point
 * @param shape the output's shape
 * @param element the output's element at an index; an independent formula, never one of our own ops
 * @param ulps by how many units in the last place the output may differ; 0 means the same bits
 */
public record Sample(Op op, List<Tensor> inputs, Shape shape, Element element, int ulps) {

    /** An element of the output as a function of its index, which has one entry per axis. */
    public interface Element {
        double at(int... index);
    }

    /** An op and its inputs, waiting for the output. */
    public record Point(Op op, List<Tensor> inputs) {
        /** The same bits as the formula. */
        public Sample gives(Shape shape, Element element) {
            return new Sample(op, inputs, shape, element, 0);
        }

        /** Exactly these numbers, in row-major order. */
        public Sample gives(Shape shape, double... data) {
            assertThat(data).as("expected elements").hasSize(shape.size());
            return gives(shape, index -> data[flat(shape, index)]);
        }
    }

    public static Point of(Op op, Tensor... inputs) {
        return new Point(op, List.of(inputs));
    }

    /** The same sample with room for rounding, for formulas that another library evaluates. */
    public Sample within(int ulps) {
        return new Sample(op, inputs, shape, element, ulps);
    }

    /** The op applied to the inputs. */
    public Tensor output() {
        return Tensor.apply(op, inputs.toArray(Tensor[]::new));
    }

    /** Compares an output with the formula, element by element. */
    public void check(Tensor output) {
        assertThat(output.shape()).as("shape").isEqualTo(shape);
        double[] found = output.toArray();
        int[] index = new int[shape.rank()];
        for (int i = 0; i < found.length; i++) {
            double wanted = element.at(index);
            String where = "element " + Arrays.toString(index);
            if (ulps == 0 || Double.isNaN(wanted) || Double.isInfinite(wanted)) {
                assertThat(found[i]).as(where).isEqualTo(Double.valueOf(wanted)); // boxed: NaN is NaN, −0.0 is not 0.0
            } else {
                assertThat(Math.abs(found[i] - wanted) / Math.ulp(wanted))
                        .as("%s: ulps between %s and the formula's %s", where, found[i], wanted)
                        .isLessThanOrEqualTo(ulps);
            }
            next(index);
        }
    }

    private void next(int[] index) {
        for (int axis = index.length - 1; axis >= 0; axis--) {
            if (++index[axis] < shape.size(axis)) {
                return;
            }
            index[axis] = 0;
        }
    }

    private static int flat(Shape shape, int[] index) {
        int flat = 0;
        for (int axis = 0; axis < index.length; axis++) {
            flat = flat * shape.size(axis) + index[axis];
        }
        return flat;
    }

    /** The op with its constants, and the inputs' shapes. */
    @Override
    public String toString() {
        return op + " of " + inputs.stream().map(Tensor::shape).toList();
    }
}
