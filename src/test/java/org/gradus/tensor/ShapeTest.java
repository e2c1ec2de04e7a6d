package org.gradus.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShapeTest {
    private final Shape shape = Shape.of(2, 3, 4);

    @Test
    void rankIsTheNumberOfAxesAndSizeTheirProduct() {
        assertThat(shape.rank()).isEqualTo(3);
        assertThat(shape.size()).isEqualTo(24);
        assertThat(Shape.of(5, 0, 7).size()).isZero();
        assertThat(Shape.SCALAR.rank()).isZero();
        assertThat(Shape.SCALAR.size()).isOne();
    }

    @Test
    void axesCountFromBothEnds() {
        assertThat(shape.size(0)).isEqualTo(2);
        assertThat(shape.size(2)).isEqualTo(4);
        assertThat(shape.size(-1)).isEqualTo(4);
        assertThat(shape.size(-3)).isEqualTo(2);
        assertThat(shape.axis(1)).isEqualTo(1);
        assertThat(shape.axis(-2)).isEqualTo(1);
    }

    @Test
    void shapesWithEqualSizesAreEqual() {
        assertThat(Shape.of(2, 3)).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
        assertThat(Shape.of(2, 3))
                .isNotEqualTo(Shape.of(3, 2))
                .isNotEqualTo(Shape.of(2, 3, 1))
                .isNotEqualTo("(2, 3)");
        assertThat(Shape.of()).isSameAs(Shape.SCALAR);
    }

    @Test
    void arraysGoInAndOutAsCopies() {
        int[] sizes = {2, 3};
        Shape copied = Shape.of(sizes);
        sizes[0] = 99;
        copied.toArray()[1] = 99;
        copied.strides()[1] = 99;
        assertThat(copied.toArray()).containsExactly(2, 3);
        assertThat(copied.strides()).containsExactly(3, 1);
        assertThat(copied.size()).isEqualTo(6);
    }

    @Test
    void stridesAreThoseOfRowMajorOrder() {
        assertThat(shape.strides()).containsExactly(12, 4, 1);
        assertThat(Shape.of(7).strides()).containsExactly(1);
        assertThat(Shape.SCALAR.strides()).isEmpty();
    }

    @Test
    void anElementLiesAtTheSumOfIndexTimesStride() {
        assertThat(shape.offset(0, 0, 0)).isZero();
        assertThat(shape.offset(1, 2, 3)).isEqualTo(12 + 2 * 4 + 3);
        assertThat(Shape.SCALAR.offset()).isZero();
    }

    @Test
    void oneAxisIsResized() {
        assertThat(shape.with(1, 9)).isEqualTo(Shape.of(2, 9, 4));
        assertThat(shape.with(-1, 0)).isEqualTo(Shape.of(2, 3, 0));
        assertThat(shape).isEqualTo(Shape.of(2, 3, 4));
    }

    @Test
    void anAxisOfSizeOneIsInserted() {
        assertThat(shape.inserted(0)).isEqualTo(Shape.of(1, 2, 3, 4));
        assertThat(shape.inserted(2)).isEqualTo(Shape.of(2, 3, 1, 4));
        assertThat(shape.inserted(-1)).isEqualTo(Shape.of(2, 3, 4, 1));
        assertThat(shape.inserted(-4)).isEqualTo(Shape.of(1, 2, 3, 4));
        assertThat(Shape.SCALAR.inserted(0)).isEqualTo(Shape.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape.inserted(4))
                .withMessage("axis 4 cannot be inserted: shape (2, 3, 4) has room for axes 0 to 3 (or -4 to -1)");
        assertThatIllegalArgumentException().isThrownBy(() -> shape.inserted(-5));
    }

    @Test
    void axesAreReducedToOneOrDropped() {
        assertThat(shape.reduced(1)).isEqualTo(Shape.of(2, 1, 4));
        assertThat(shape.reduced(-1, 0)).isEqualTo(Shape.of(1, 3, 1));
        assertThat(shape.reduced()).isEqualTo(Shape.of(1, 1, 1));
        assertThat(shape.without(1)).isEqualTo(Shape.of(2, 4));
        assertThat(shape.without(-1, 0)).isEqualTo(Shape.of(3));
        assertThat(shape.without()).isEqualTo(Shape.SCALAR);
        assertThat(Shape.SCALAR.reduced()).isEqualTo(Shape.SCALAR);
        assertThat(Shape.SCALAR.without()).isEqualTo(Shape.SCALAR);
    }

    @Test
    void shapesBroadcastAlignedAtTheLastAxis() {
        assertThat(Shape.broadcast("add", shape, Shape.SCALAR)).isEqualTo(shape);
        assertThat(Shape.broadcast("add", Shape.of(4), shape)).isEqualTo(shape);
        assertThat(Shape.broadcast("add", Shape.of(2, 1), Shape.of(1, 3))).isEqualTo(Shape.of(2, 3));
        assertThat(Shape.broadcast("add", Shape.of(1), Shape.of(0))).isEqualTo(Shape.of(0));
    }

    @Test
    void printsItsSizesInParentheses() {
        assertThat(shape).hasToString("(2, 3, 4)");
        assertThat(Shape.of(5)).hasToString("(5)");
        assertThat(Shape.SCALAR).hasToString("()");
    }

    @Test
    void sizesMustNotBeNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(2, -3))
                .withMessage("shape: axis sizes must be 0 or more, found -3 in (2, -3)");
    }

    @Test
    void thereMustBeRoomInAnArray() {
        assertThat(Shape.of(Integer.MAX_VALUE).size()).isEqualTo(Integer.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(65536, 32768))
                .withMessage("shape: (65536, 32768) has more than 2^31 - 1 elements, the most a Java array holds; "
                        + "use smaller axes");
    }

    @Test
    void anAxisMustExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape.size(3))
                .withMessage("axis 3 does not exist: shape (2, 3, 4) has axes 0 to 2 (or -3 to -1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape.with(-4, 1))
                .withMessage("axis -4 does not exist: shape (2, 3, 4) has axes 0 to 2 (or -3 to -1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.SCALAR.axis(0))
                .withMessage("axis 0 does not exist: a scalar has no axes");
    }

    @Test
    void anAxisMustBeNamedOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape.reduced(1, -2))
                .withMessage("axis 1 is named twice in [1, -2]; name each axis once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shape.without(0, 0))
                .withMessage("axis 0 is named twice in [0, 0]; name each axis once");
    }

    @Test
    void anEmptyShapeHasNoLimitWhereverItsZeroStands() {
        assertThat(Shape.of(0, 65536, 65536).size()).isZero();
        assertThat(Shape.of(65536, 65536, 0).size()).isZero();
    }
}
