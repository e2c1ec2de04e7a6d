package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every op keeps. The test of an op implements this interface, supplies samples, and inherits the checks; an element-wise op's test
 * implements {@link ElementwiseContract}, which makes the samples too.
 *
 * <p>To test a new op, copy the test of one that is like it, and put in your op, your formula, and the sentences of your errors.
 */
public interface OpContract {

    /**
     * Points at which the op is smooth, away from kinks and ties: here its gradients are checked too. One must be empty (an axis of size
     * 0), one must have inputs of size 1 only.
     */
    List<Sample> samples();

    /** Points at which it has an output but perhaps no derivative: kinks, ties, NaN, ±∞, −0.0. */
    default List<Sample> edges() {
        return List.of();
    }

    /** Inputs the op refuses, with what it says. */
    default List<Refusal> refusals() {
        return List.of();
    }

    /** Shapes that an op refuses, and the sentence it does that with. */
    record Refusal(Op op, List<Shape> shapes, String sentence) {
        public static Refusal of(Op op, String sentence, Shape... shapes) {
            return new Refusal(op, List.of(shapes), sentence);
        }

        @Override
        public String toString() {
            return op + " of " + shapes;
        }
    }

    @Test
    default void samplesIncludeAnEmptyOneAndOneOfSizeOne() {
        assertThat(samples())
                .anyMatch(sample ->
                        sample.inputs().stream().anyMatch(x -> x.shape().size() == 0))
                .anyMatch(sample ->
                        sample.inputs().stream().allMatch(x -> x.shape().size() == 1));
    }

    @TestFactory
    default Stream<DynamicTest> theOutputIsThatOfTheFormula() {
        return each(samplesAndEdges(), sample -> sample.check(sample.output()));
    }

    @TestFactory
    default Stream<DynamicTest> theOutputHasTheSameBitsEveryTime() {
        return each(
                samplesAndEdges(),
                sample -> assertThat(sample.output().toArray())
                        .isEqualTo(sample.output().toArray()));
    }

    @TestFactory
    default Stream<DynamicTest> gradientsOfOrdersOneAndTwoAgreeWithDifferences() {
        return each(
                samples(),
                sample -> assertThat(GradientCheck.of(
                                x -> Tensor.apply(sample.op(), x.toArray(Tensor[]::new)),
                                sample.inputs(),
                                new RandomStream(7)))
                        .allMatch(GradientCheck::passes));
    }

    @TestFactory
    default Stream<DynamicTest> theAdjointOfEachInputHasItsShape() {
        return each(samplesAndEdges(), sample -> {
            for (int i = 0; i < sample.inputs().size(); i++) {
                Tensor adjoint = adjoint(sample, i);
                if (adjoint != null) {
                    assertThat(adjoint.shape()).as("of input " + i).isEqualTo(inputs(sample)[i].shape());
                }
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> theInputsKeepTheirBits() {
        return each(samplesAndEdges(), sample -> {
            List<double[]> before =
                    sample.inputs().stream().map(Tensor::toArray).toList();
            sample.output();
            for (int i = 0; i < before.size(); i++) {
                adjoint(sample, i);
            }
            for (int i = 0; i < before.size(); i++) {
                assertThat(inputs(sample)[i].toArray()).as("input " + i).isEqualTo(before.get(i));
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> constantsGiveAConstant() {
        return each(samplesAndEdges(), sample -> {
            assertThat(sample.output().tracked()).isFalse();
            for (int i = 0; i < sample.inputs().size(); i++) {
                Tensor adjoint = adjoint(sample, i);
                assertThat(adjoint == null || !adjoint.tracked())
                        .as("the adjoint of input " + i + " is a constant")
                        .isTrue();
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> oneParameterAmongTheInputsIsEnoughToRecordTheOp() {
        return each(samplesAndEdges(), sample -> {
            for (int i = 0; i < sample.inputs().size(); i++) {
                Tensor[] x = inputs(sample);
                x[i] = new Parameter("x", x[i]).value();
                Tensor y = Tensor.apply(sample.op(), x);
                assertThat(y.tracked()).as("tracked by input " + i).isTrue();
                assertThat(y.origin.op).isSameAs(sample.op());
                assertThat(y.origin.inputs).containsExactly(x);
                sample.check(y);
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> backwardGivesConstantsWithTheBitsThatGradGives() {
        return each(samplesAndEdges(), sample -> {
            List<Parameter> parameters =
                    sample.inputs().stream().map(x -> new Parameter("x", x)).toList();
            List<Tensor> x = parameters.stream().map(Parameter::value).toList();
            Tensor y = Tensor.apply(sample.op(), x.toArray(Tensor[]::new));
            Tensor loss = y.mul(new Numbers(5).tensor(-2, 2, y.shape())).sum();
            List<Tensor> live = Derivatives.grad(loss, x);
            Gradients gradients = loss.backward();
            for (int i = 0; i < x.size(); i++) {
                if (gradients.contains(parameters.get(i))) {
                    Tensor gradient = gradients.of(parameters.get(i));
                    assertThat(gradient.tracked()).isFalse();
                    assertThat(gradient.toArray()).isEqualTo(live.get(i).toArray());
                } else {
                    assertThat(live.get(i).toArray())
                            .as("no gradient means zeros")
                            .isEqualTo(zeros(x.get(i)));
                }
            }
        });
    }

    @TestFactory
    default Stream<DynamicTest> theConstantsAreTheComponents() {
        return each(samplesAndEdges(), sample -> {
            List<Op.Constant> constants = sample.op().constants();
            assertThat(constants)
                    .extracting(Op.Constant::name)
                    .containsExactly(Arrays.stream(sample.op().getClass().getRecordComponents())
                            .map(RecordComponent::getName)
                            .toArray(String[]::new));
            assertThat(constants)
                    .allSatisfy(constant -> assertThat(sample.op().toString())
                            .contains(constant.value().toString()));
        });
    }

    @TestFactory
    default Stream<DynamicTest> refusedInputsAreExplained() {
        return refusals().stream()
                .map(refusal -> DynamicTest.dynamicTest(
                        refusal.toString(),
                        () -> assertThatIllegalArgumentException()
                                .isThrownBy(() -> Tensor.apply(refusal.op(), zeros(refusal.shapes())))
                                .withMessage(refusal.sentence())));
    }

    private List<Sample> samplesAndEdges() {
        List<Sample> all = new ArrayList<>(samples());
        all.addAll(edges());
        return all;
    }

    private static Stream<DynamicTest> each(List<Sample> samples, Consumer<Sample> check) {
        return samples.stream().map(sample -> DynamicTest.dynamicTest(sample.toString(), () -> check.accept(sample)));
    }

    private static Tensor[] inputs(Sample sample) {
        return sample.inputs().toArray(Tensor[]::new);
    }

    /** The contribution of an adjoint of ones to input i, or null. */
    private static Tensor adjoint(Sample sample, int i) {
        Tensor y = sample.output();
        return sample.op().vjp(i, Tensor.full(y.shape(), 1), y, inputs(sample));
    }

    private static double[] zeros(Tensor x) {
        return new double[x.shape().size()];
    }

    private static Tensor[] zeros(List<Shape> shapes) {
        return shapes.stream().map(shape -> Tensor.full(shape, 0)).toArray(Tensor[]::new);
    }
}
