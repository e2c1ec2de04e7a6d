package org.gradus.tensor;

import java.util.Arrays;
import org.gradus.tensor.linear.Matmul;

/** The conventions of NumPy's matmul: vectors count as a row or a column, and stacks of matrices broadcast. */
final class MatmulShapes {
    private MatmulShapes() {}

    static Tensor multiply(Tensor left, Tensor right) {
        Shape l = left.shape();
        Shape r = right.shape();
        if (l.rank() == 1 && r.rank() > 0) {
            return dropped(multiply(left.reshape(l.inserted(0)), right), -Math.min(r.rank(), 2));
        }
        if (r.rank() == 1 && l.rank() > 0) {
            return dropped(multiply(left, right.reshape(r.inserted(1))), -1);
        }
        if (l.rank() > 2 || r.rank() > 2) {
            Shape stack = Shape.broadcast("matmul", l.without(-2, -1), r.without(-2, -1));
            return Tensor.apply(new Matmul(), left.expand(stacked(stack, l)), right.expand(stacked(stack, r)));
        }
        return Tensor.apply(new Matmul(), left, right);
    }

    private static Tensor dropped(Tensor product, int axis) {
        return product.reshape(product.shape().without(axis));
    }

    private static Shape stacked(Shape stack, Shape matrix) {
        int[] sizes = Arrays.copyOf(stack.toArray(), stack.rank() + 2);
        sizes[stack.rank()] = matrix.size(-2);
        sizes[stack.rank() + 1] = matrix.size(-1);
        return Shape.of(sizes);
    }
}
