package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data in three parts, each example in one of them. */
@InEveryLocale
class SplitTest {
    private static final List<String> PETS = List.of("cat", "dog", "bird");

    /** Examples whose only feature is their number, and whose classes are given. */
    private static Dataset pets(int... labels) {
        double[] numbers = IntStream.range(0, labels.length).asDoubleStream().toArray();
        return Dataset.of(Tensor.of(Shape.of(labels.length, 1), numbers), labels, PETS);
    }

    /** 40 cats, 20 dogs and 5 birds. */
    private static Dataset zoo() {
        return pets(IntStream.range(0, 65).map(i -> i < 40 ? 0 : i < 60 ? 1 : 2).toArray());
    }

    private static double[] numbers(Dataset part) {
        return part.features().toArray();
    }

    private static int[] counts(Dataset part) {
        int[] counts = new int[PETS.size()];
        Arrays.stream(part.labels()).forEach(label -> counts[label]++);
        return counts;
    }

    private static void assertHasEachExampleOnce(Split split, int examples) {
        List<Double> all = new ArrayList<>();
        split.parts().values().forEach(part -> Arrays.stream(numbers(part)).forEach(all::add));
        assertThat(all).hasSize(examples).doesNotHaveDuplicates();
    }

    @Test
    void eachExampleIsInOneOfThreeParts() {
        Split split = Split.of(zoo(), 0.2, 0.1, new RandomStream(1));
        assertThat(split)
                .hasToString(
                        "training: 45 examples of 1 features in 3 classes; "
                                + "validation: 13 examples of 1 features in 3 classes; test: 7 examples of 1 features in 3 classes");
        assertHasEachExampleOnce(split, 65);
    }

    @Test
    void theTestPartDependsOnNothingButItsShareAndTheSeed() {
        double[] test = numbers(Split.of(zoo(), 0.2, 0.1, new RandomStream(1)).test());
        assertThat(numbers(Split.of(zoo(), 0.5, 0.1, new RandomStream(1)).test()))
                .containsExactly(test);
        assertThat(numbers(Split.of(zoo(), 0.2, 0.1, new RandomStream(2)).test()))
                .isNotEqualTo(test);
    }

    @Test
    void aSplitInTwoSaysThatItHasNoTestPart() {
        Split split = Split.of(zoo(), 0.2, new RandomStream(1));
        assertThat(split.hasTest()).isFalse();
        assertThat(split.parts()).containsOnlyKeys("training", "validation");
        assertThatThrownBy(split::test)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("split: it has no test part, only training and validation; "
                        + "split the data in three, as in Split.of(data, 0.2, 0.2, random)");
    }

    @Test
    void aPublishedTestPartStaysTheTestPart() {
        Dataset published = pets(2, 2);
        Split split = Split.of(zoo(), 0.2, new RandomStream(1)).withTest(published);
        assertThat(split.test()).isSameAs(published);
        assertThat(split.training().size()).isEqualTo(52);
        assertThatThrownBy(() -> split.withTest(published))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("split: it has a test part of 2 examples of 1 features in 3 classes already; "
                        + "split the rest in two only");
    }

    @Test
    void partsOfOtherDataAreRefused() {
        Dataset numbers = Dataset.of(Tensor.full(Shape.of(2, 1), 0), Tensor.full(Shape.of(2, 1), 0));
        assertThatThrownBy(() -> new Split(zoo(), numbers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("split: the training part has 1 features and asks for the classes [cat, dog, bird], "
                        + "the validation part has 1 and asks for 1 numbers; take parts of the same data");
        Dataset others = Dataset.of(Tensor.full(Shape.of(1, 1), 0), new int[1], List.of("dog", "cat", "bird"));
        assertThatThrownBy(() -> new Split(zoo(), zoo(), others)).hasMessageContaining("the test part has 1");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "0.5, 0", "0.5, 0.5", "-0.1, 0.5", "0.5, 0.6", "NaN, 0.1", "0.1, NaN"})
    void sharesThatLeaveAPartEmptyAreRefused(double validation, double test) {
        assertThatThrownBy(() -> Split.of(zoo(), validation, test, new RandomStream(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("split: a validation share of %s and a test share of %s of 65 examples leave a part empty; "
                                .formatted(validation, test)
                        + "choose them above 0 and, together, below 1");
    }

    @Test
    void aClassThatAPartLacksIsNamed() {
        Split split = new Split(pets(0, 1, 2), pets(0, 0), pets(2));
        assertThat(split.missing())
                .isEqualTo("no example of class 'dog', 'bird' in validation; no example of class 'cat', 'dog' in test");
        assertThat(new Split(pets(0, 1, 2), pets(2, 1, 0)).missing()).isEmpty();
        Dataset numbers = Dataset.of(Tensor.full(Shape.of(2, 1), 0), Tensor.full(Shape.of(2, 1), 0));
        assertThat(new Split(numbers, numbers).missing()).isEmpty();
    }

    /** Of 5 birds a tenth would be half a bird, which is one. */
    @Test
    void stratifiedEachPartHasItsShareOfEachClass() {
        Split split = Split.stratified(zoo(), 0.2, 0.1, new RandomStream(1));
        assertThat(counts(split.training())).containsExactly(28, 14, 3);
        assertThat(counts(split.validation())).containsExactly(8, 4, 1);
        assertThat(counts(split.test())).containsExactly(4, 2, 1);
        assertThat(split.missing()).isEmpty();
        assertHasEachExampleOnce(split, 65);
        double[] sorted = numbers(split.training()).clone();
        Arrays.sort(sorted);
        assertThat(numbers(split.training())).as("in random order").isNotEqualTo(sorted);
        assertThat(numbers(
                        Split.stratified(zoo(), 0.2, 0.1, new RandomStream(2)).training()))
                .isNotEqualTo(numbers(split.training()));
        Split inTwo = Split.stratified(zoo(), 0.2, 0, new RandomStream(1));
        assertThat(inTwo.hasTest()).isFalse();
        assertThat(counts(inTwo.validation())).containsExactly(8, 4, 1);
    }

    @Test
    void whatCannotBeStratifiedIsRefused() {
        assertThatThrownBy(() -> Split.stratified(pets(0, 0, 0, 1, 1), 0.2, 0.2, new RandomStream(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("split: class 'dog' has 2 examples, too few for 3 parts with these shares; "
                        + "add some, leave the class out, or do not stratify");
        Dataset numbers = Dataset.of(Tensor.full(Shape.of(9, 1), 0), Tensor.full(Shape.of(9, 1), 0));
        assertThatThrownBy(() -> Split.stratified(numbers, 0.2, 0.2, new RandomStream(1)))
                .hasMessage("split: 9 examples of 1 features and 1 targets cannot be stratified, which needs classes; "
                        + "split them as they come");
        assertThatThrownBy(() -> Split.stratified(zoo(), 0.2, -0.1, new RandomStream(1)))
                .hasMessage("split: found a validation share of 0.2 and a test share of -0.1; "
                        + "the first must be more than 0, the second at least 0, both together less than 1");
    }

    @Test
    void theFingerprintSeesEveryPart() {
        Split split = new Split(pets(0, 1, 2), pets(0), pets(1));
        assertThat(split.fingerprint())
                .hasSize(16)
                .isEqualTo(new Split(pets(0, 1, 2), pets(0), pets(1)).fingerprint())
                .isNotEqualTo(new Split(pets(0, 2, 1), pets(0), pets(1)).fingerprint())
                .isNotEqualTo(new Split(pets(0, 1, 2), pets(1), pets(1)).fingerprint())
                .isNotEqualTo(new Split(pets(0, 1, 2), pets(0), pets(2)).fingerprint())
                .isNotEqualTo(new Split(pets(0, 1, 2), pets(0)).fingerprint());
    }
}
