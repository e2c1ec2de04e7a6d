package org.gradus.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** A tensor to the last bit, for comparisons: one NaN is not another, and 0 is not −0. */
record Bits(String name, Shape shape, List<Long> elements) {
    static List<Bits> of(Map<String, Tensor> tensors) {
        List<Bits> all = new ArrayList<>();
        tensors.forEach((name, tensor) -> all.add(of(name, tensor)));
        return all;
    }

    private static Bits of(String name, Tensor tensor) {
        return new Bits(
                name,
                tensor.shape(),
                Arrays.stream(tensor.toArray())
                        .mapToObj(Double::doubleToRawLongBits)
                        .toList());
    }
}
