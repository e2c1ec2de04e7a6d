package org.gradus.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** What other programs wrote, and the numbers they were given; how is in the README.md beside the files. */
public final class ReferenceFiles {
    private ReferenceFiles() {}

    public static byte[] bytes(String name) {
        try (InputStream in = ReferenceFiles.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two NaNs with a payload, one signaling and one negative among them, −0, ±∞, the smallest and the largest number. */
    public static Tensor special() {
        long[] bits = {
            0x7FF8000000000000L,
            0x7FF0DEADBEEF0001L,
            0xFFF8000000000123L,
            0x8000000000000000L,
            0x7FF0000000000000L,
            0xFFF0000000000000L,
            1L,
            0x7FEFFFFFFFFFFFFFL
        };
        return Tensor.of(
                Arrays.stream(bits).mapToDouble(Double::longBitsToDouble).toArray());
    }

    public static Tensor weight() {
        return Tensor.of(new double[][] {{1.5, -2, 3}, {0.1, 1e300, 1e-300}});
    }

    /** The tensors of doubles.safetensors. */
    public static Map<String, Tensor> doubles() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("0.weight", weight());
        tensors.put("scalar", Tensor.scalar(0.1));
        tensors.put("empty", Tensor.full(Shape.of(0, 3), 0));
        tensors.put("special", special());
        return tensors;
    }

    /** The tensors of numpy.npz. */
    public static Map<String, Tensor> numpy() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("weight", weight());
        tensors.put("scalar", Tensor.scalar(0.1));
        tensors.put("empty", Tensor.full(Shape.of(0, 3), 0));
        tensors.put("special", special());
        double[] upTo24 = IntStream.range(0, 24).asDoubleStream().toArray();
        tensors.put("fortran", Tensor.of(Shape.of(2, 3, 4), upTo24));
        tensors.put("f4", Tensor.of(0.1f, -0.0, Double.POSITIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE));
        // the halves next to 0.1 and 6e-8: 1.599609375 / 16 and the smallest
        tensors.put("f2", Tensor.of(0.0999755859375, -0.0, Double.POSITIVE_INFINITY, 0x1p-24, 65504, -1.5));
        tensors.put("i8", Tensor.of(0x1p53, -0x1p53, 7));
        tensors.put("i4", Tensor.of(new double[][] {{Integer.MAX_VALUE}, {Integer.MIN_VALUE}}));
        tensors.put("layer/größe", Tensor.of(1));
        return tensors;
    }
}
