package org.gradus.goldens;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradus.nn.loss.ClassTargets;
import org.gradus.nn.loss.Deviations;
import org.gradus.nn.loss.Losses;
import org.gradus.nn.norm.Normalization;
import org.gradus.tensor.Activations;
import org.gradus.tensor.Elementary;
import org.gradus.tensor.Indexing;
import org.gradus.tensor.Joining;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Reductions;
import org.gradus.tensor.Selection;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Softmax;
import org.gradus.tensor.Tensor;

/** How the operations that the reference files name are written with Gradus. */
final class GoldenOps {
    private static final Map<String, Function<Case, Tensor>> BY_NAME = byName();

    private GoldenOps() {}

    /** One entry: its inputs, constants and attributes. */
    record Case(JsonObject entry, Map<String, Parameter> inputs) {
        Tensor x() {
            return in("x");
        }

        Tensor in(String name) {
            return inputs.get(name).value();
        }

        JsonElement attribute(String name) {
            return entry.getAsJsonObject("attrs").get(name);
        }

        int axis() {
            return attribute("dim").getAsInt();
        }

        int[] axes(String name) {
            return Goldens.ints(attribute(name).getAsJsonArray());
        }

        boolean has(String attribute) {
            return attribute(attribute) != null;
        }

        double number(String attribute) {
            return attribute(attribute).getAsDouble();
        }

        /** The mean, the sum, the mean over the batch, or every element, as the entry wants it. */
        Tensor reduced(Tensor losses) {
            return switch (attribute("reduction").getAsString()) {
                case "mean" -> losses.mean();
                case "sum" -> losses.sum();
                case "batchmean" -> losses.sum().div(losses.shape().size(0));
                default -> losses;
            };
        }

        Tensor constant(String name) {
            return Goldens.tensor(entry.getAsJsonObject("constants").get(name));
        }

        int[] indices(String name) {
            double[] numbers = constant(name).toArray();
            int[] indices = new int[numbers.length];
            for (int i = 0; i < indices.length; i++) {
                indices[i] = (int) numbers[i];
            }
            return indices;
        }

        /** Brings a reduction, whose axes Gradus drops, back to rank where the reference keeps them. */
        Tensor kept(Tensor reduced, int... axes) {
            return attribute("keepdim").getAsBoolean()
                    ? reduced.reshape(x().shape().reduced(axes))
                    : reduced;
        }
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    static Tensor apply(JsonObject entry, Map<String, Parameter> inputs) {
        return BY_NAME.get(entry.get("op").getAsString()).apply(new Case(entry, inputs));
    }

    private static Map<String, Function<Case, Tensor>> byName() {
        Map<String, Function<Case, Tensor>> ops = new HashMap<>();
        arithmetic(ops);
        reductions(ops);
        structure(ops);
        networks(ops);
        return ops;
    }

    private static void arithmetic(Map<String, Function<Case, Tensor>> ops) {
        ops.put("add", c -> c.in("a").add(c.in("b")));
        ops.put("sub", c -> c.in("a").sub(c.in("b")));
        ops.put("mul", c -> c.in("a").mul(c.in("b")));
        ops.put("div", c -> c.in("a").div(c.in("b")));
        ops.put("exp", c -> c.x().exp());
        ops.put("log", c -> c.x().log());
        ops.put("sqrt", c -> c.x().sqrt());
        ops.put("rsqrt", c -> c.x().pow(-0.5));
        ops.put("reciprocal", c -> c.x().pow(-1));
        ops.put("square", c -> c.x().mul(c.x()));
        ops.put("neg", c -> c.x().neg());
        ops.put("pow_scalar", c -> c.x().pow(c.attribute("p").getAsDouble()));
        ops.put("tanh", c -> Activations.tanh(c.x()));
        ops.put("sigmoid", c -> Activations.sigmoid(c.x()));
        ops.put("relu", c -> Activations.relu(c.x()));
        ops.put("silu", c -> Activations.silu(c.x()));
        ops.put("gelu_erf", c -> Activations.gelu(c.x()));
        ops.put("gelu_tanh", c -> Activations.geluTanh(c.x()));
        ops.put("elu", c -> Activations.elu(c.x()));
        ops.put("leaky_relu_0.01", c -> Activations.leakyRelu(c.x(), 0.01));
        ops.put("leaky_relu_0.2", c -> Activations.leakyRelu(c.x(), 0.2));
        ops.put("softplus", c -> linearAbove20(c.x(), Activations.softplus(c.x())));
        ops.put("abs", c -> Elementary.abs(c.x()));
        ops.put("sin", c -> Elementary.sin(c.x()));
        ops.put("cos", c -> Elementary.cos(c.x()));
        ops.put("log1p", c -> Elementary.log1p(c.x()));
        ops.put("expm1", c -> Elementary.expm1(c.x()));
        ops.put("pow_tensor", c -> Elementary.power(c.in("a"), c.in("b")));
        ops.put("maximum", c -> Selection.maximum(c.in("a"), c.in("b")));
        ops.put("minimum", c -> Selection.minimum(c.in("a"), c.in("b")));
        ops.put("clamp", c -> Selection.clamp(c.x(), c.number("min"), c.number("max")));
        ops.put("where", c -> Selection.where(c.constant("cond"), c.in("a"), c.in("b")));
    }

    private static void reductions(Map<String, Function<Case, Tensor>> ops) {
        ops.put("sum", c -> c.kept(c.x().sum(c.axes("dims")), c.axes("dims")));
        ops.put("mean", c -> c.kept(c.x().mean(c.axes("dims")), c.axes("dims")));
        ops.put("amax", c -> c.kept(c.x().max(c.axes("dims")), c.axes("dims")));
        ops.put("amin", c -> c.kept(Reductions.min(c.x(), c.axes("dims")), c.axes("dims")));
        ops.put("var", c -> c.kept(variance(c), c.axes("dims")));
        ops.put("std", c -> c.kept(variance(c).sqrt(), c.axes("dims")));
        ops.put("max_dim", c -> maxAlong(c.x(), c.axis()));
        ops.put("cumsum", c -> Reductions.cumulativeSum(c.x(), c.axis()));
        ops.put("norm2", c -> Reductions.norm(c.x()));
        ops.put("softmax", c -> Softmax.softmax(c.x(), c.axis()));
        ops.put("log_softmax", c -> Softmax.logSoftmax(c.x(), c.axis()));
        ops.put("logsumexp", c -> {
            Tensor y = Softmax.logSumExp(c.x(), c.axis());
            return c.attribute("keepdim").getAsBoolean()
                    ? y
                    : y.reshape(c.x().shape().without(c.axis()));
        });
    }

    private static void structure(Map<String, Function<Case, Tensor>> ops) {
        ops.put("transpose", c -> swapped(c.x(), c.axes("dims")));
        ops.put("permute", c -> c.x().transpose(c.axes("dims")));
        ops.put("reshape", c -> c.x().reshape(Shape.of(c.axes("shape"))));
        ops.put("broadcast_to", c -> c.x().expand(Shape.of(c.axes("shape"))));
        ops.put("concat", c -> Joining.concat(c.axis(), c.in("a"), c.in("b")));
        ops.put("stack", c -> Joining.stack(c.axis(), c.in("a"), c.in("b")));
        ops.put("slice", GoldenOps::slice);
        ops.put("index_select", c -> Indexing.select(c.x(), c.axis(), c.indices("index")));
        ops.put(
                "gather",
                c -> Indexing.gather(c.x(), c.axis(), c.constant("index").shape(), c.indices("index")));
        ops.put(
                "embedding",
                c -> Indexing.embedding(c.in("weight"), c.constant("index").shape(), c.indices("index")));
        ops.put("matmul", c -> c.in("a").matmul(c.in("b")));
        ops.put("linear", c -> c.in("input").matmul(c.in("weight").transpose()).add(c.in("bias")));
        ops.put("dropout_fixed_mask", c -> c.x().mul(c.constant("mask")).div(1 - c.number("p")));
    }

    private static void networks(Map<String, Function<Case, Tensor>> ops) {
        ops.put("composite_mlp_tanh", c -> {
            Tensor hidden = Activations.tanh(c.x().matmul(c.in("w1")).add(c.in("b1")));
            return hidden.matmul(c.in("w2"));
        });
        ops.put("cross_entropy", GoldenOps::crossEntropy);
        ops.put("mse", c -> c.reduced(Deviations.squared(c.x(), c.in("y"))));
        ops.put("l1", c -> c.reduced(Deviations.absolute(c.x(), c.in("y"))));
        ops.put("huber", c -> c.reduced(Deviations.huber(c.x(), c.in("y"), c.number("delta"))));
        ops.put(
                "smooth_l1",
                c -> c.reduced(
                        Deviations.huber(c.x(), c.in("y"), c.number("beta")).div(c.number("beta"))));
        ops.put("bce_with_logits", c -> c.reduced(binaryCrossEntropy(c)));
        ops.put("kl_div", c -> c.reduced(Deviations.kullbackLeibler(c.in("logp"), c.constant("q"))));
        ops.put("layer_norm", GoldenOps::layerNorm);
        ops.put(
                "batch_norm_train",
                c -> perChannel(c, Normalization.standardize(c.x(), c.number("eps"), allButChannels(c))));
        ops.put("batch_norm_eval", GoldenOps::batchNormInEvaluation);
        ops.put(
                "group_norm",
                c -> perChannel(c, Normalization.groups(c.x(), (int) c.number("num_groups"), c.number("eps"))));
        ops.put(
                "instance_norm",
                c -> perChannel(c, Normalization.groups(c.x(), c.x().shape().size(1), c.number("eps"))));
        ops.put(
                "rms_norm",
                c -> Normalization.rootMeanSquare(c.x(), c.number("eps")).mul(c.in("weight")));
        ops.put(
                "weight_norm",
                c -> Normalization.weight(c.in("v"), c.in("g"), allBut(c.in("v").shape(), c.axis())));
        ops.put("conv2d", GoldenOps::convolution);
        ops.put("max_pool2d", GoldenOps::maxPool);
    }

    /** The functions whose Hessians the reference states in closed form, by the names of their entries. */
    static UnaryOperator<Tensor> scalarFunction(String id) {
        if (id.startsWith("hessian_rosenbrock")) {
            return x -> {
                int n = x.shape().size();
                Tensor head = x.slice(0, 0, n - 1);
                Tensor valley = x.slice(0, 1, n).sub(Elementary.square(head));
                return Elementary.square(valley)
                        .mul(100)
                        .add(Elementary.square(head.neg().add(1)))
                        .sum();
            };
        }
        if (id.startsWith("hessian_logsumexp")) {
            return x -> Softmax.logSumExp(x, 0).sum();
        }
        throw new IllegalArgumentException("no function is known for the entry " + id);
    }

    /** PyTorch's softplus is x itself above its threshold of 20. */
    private static Tensor linearAbove20(Tensor x, Tensor y) {
        return Selection.where(Selection.greater(x, Tensor.scalar(20)), x, y);
    }

    private static Tensor variance(Case c) {
        int[] axes = c.axes("dims");
        return c.attribute("unbiased").getAsBoolean()
                ? Reductions.sampleVariance(c.x(), axes)
                : Reductions.variance(c.x(), axes);
    }

    /** The maximum along an axis, whose whole gradient goes to the first place it is found at. */
    private static Tensor maxAlong(Tensor x, int axis) {
        Shape kept = x.shape().reduced(axis);
        return Indexing.gather(x, axis, kept, Reductions.argMax(x, axis))
                .reshape(x.shape().without(axis));
    }

    private static Tensor swapped(Tensor x, int... axes) {
        int[] order = IntStream.range(0, x.shape().rank()).toArray();
        int first = x.shape().axis(axes[0]);
        int second = x.shape().axis(axes[1]);
        order[first] = second;
        order[second] = first;
        return x.transpose(order);
    }

    private static Tensor slice(Case c) {
        Tensor y = c.x();
        JsonArray slices = c.attribute("slices").getAsJsonArray();
        for (int axis = 0; axis < slices.size(); axis++) {
            int[] s = Goldens.ints(slices.get(axis).getAsJsonArray());
            y = Indexing.slice(y, axis, s[0], s[1], s[2]);
        }
        return y;
    }

    private static Tensor crossEntropy(Case c) {
        ClassTargets targets = ClassTargets.of(c.indices("target"));
        if (c.has("label_smoothing")) {
            targets = targets.smoothed(c.number("label_smoothing"));
        }
        if (c.has("ignore_index")) {
            targets = targets.ignoring((int) c.number("ignore_index"));
        }
        if (c.entry().getAsJsonObject("constants").has("weight")) {
            targets = targets.weighted(c.constant("weight").toArray());
        }
        return Losses.crossEntropy(c.in("logits"), targets);
    }

    private static Tensor binaryCrossEntropy(Case c) {
        return c.has("pos_weight")
                ? Deviations.binaryCrossEntropy(
                        c.x(),
                        c.constant("y"),
                        Tensor.of(Goldens.numbers(c.attribute("pos_weight").getAsJsonArray())))
                : Deviations.binaryCrossEntropy(c.x(), c.constant("y"));
    }

    private static Tensor layerNorm(Case c) {
        int[] axes = IntStream.rangeClosed(
                        1, c.attribute("normalized_shape").getAsJsonArray().size())
                .map(i -> -i)
                .toArray();
        return Normalization.standardize(c.x(), c.number("eps"), axes)
                .mul(c.in("weight"))
                .add(c.in("bias"));
    }

    private static Tensor batchNormInEvaluation(Case c) {
        Shape shape = c.x().shape().reduced(allButChannels(c));
        Tensor mean = Tensor.of(
                        Goldens.numbers(c.attribute("running_mean_before").getAsJsonArray()))
                .reshape(shape);
        Tensor variance = Tensor.of(
                        Goldens.numbers(c.attribute("running_var_before").getAsJsonArray()))
                .reshape(shape);
        return perChannel(c, c.x().sub(mean).div(variance.add(c.number("eps")).sqrt()));
    }

    private static Tensor perChannel(Case c, Tensor y) {
        Shape shape = c.x().shape().reduced(allButChannels(c)).with(0, 1);
        return c.inputs().containsKey("weight")
                ? y.mul(c.in("weight").reshape(shape)).add(c.in("bias").reshape(shape))
                : y;
    }

    private static int[] allButChannels(Case c) {
        return allBut(c.x().shape(), 1);
    }

    private static int[] allBut(Shape shape, int axis) {
        return IntStream.range(0, shape.rank()).filter(a -> a != axis).toArray();
    }

    /** A convolution as a sum over the places of its kernel: each shifts the image and mixes its channels by a matrix. */
    private static Tensor convolution(Case c) {
        int padding = (int) c.number("padding");
        int stride = (int) c.number("stride");
        Tensor image = Indexing.pad(Indexing.pad(c.x(), 2, padding, padding), 3, padding, padding);
        Tensor weight = c.in("weight");
        int height = weight.shape().size(2);
        int width = weight.shape().size(3);
        Tensor sum = Tensor.scalar(0);
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                Tensor shifted = window(window(image, 2, i, height, stride), 3, j, width, stride);
                Tensor mix = weight.slice(2, i, i + 1)
                        .slice(3, j, j + 1)
                        .reshape(Shape.of(weight.shape().size(0), weight.shape().size(1)));
                sum = sum.add(
                        shifted.transpose(0, 2, 3, 1).matmul(mix.transpose()).transpose(0, 3, 1, 2));
            }
        }
        return c.inputs().containsKey("bias")
                ? sum.add(c.in("bias").reshape(Shape.of(weight.shape().size(0), 1, 1)))
                : sum;
    }

    /** Where element i of a window of the given size lies, as the window moves along an axis. */
    private static Tensor window(Tensor x, int axis, int i, int size, int stride) {
        return Indexing.slice(x, axis, i, x.shape().size(axis) - size + 1 + i, stride);
    }

    private static Tensor maxPool(Case c) {
        int kernel = (int) c.number("kernel");
        int stride = (int) c.number("stride");
        Tensor max = null;
        for (int i = 0; i < kernel; i++) {
            for (int j = 0; j < kernel; j++) {
                Tensor shifted = window(window(c.x(), 2, i, kernel, stride), 3, j, kernel, stride);
                max = max == null ? shifted : Selection.maximum(max, shifted);
            }
        }
        return max;
    }
}
