package org.gradus.goldens;

import com.google.gson.JsonObject;
import java.util.function.Function;
import org.gradus.data.Dataset;
import org.gradus.data.LabeledCsv;
import org.gradus.nn.loss.Losses;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;

/** The problems of optimizers.json as functions of one parameter vector. */
final class Problems {
    private Problems() {}

    static Function<Tensor, Tensor> loss(JsonObject problem) {
        return switch (problem.get("kind").getAsString()) {
            case "rosenbrock2d" -> Problems::rosenbrock;
            case "quadratic10d" -> quadratic(problem);
            case "iris_softmax_regression" -> irisRegression();
            default -> throw new IllegalArgumentException("no such kind of problem: " + problem.get("kind"));
        };
    }

    private static Tensor rosenbrock(Tensor theta) {
        Tensor x = theta.slice(0, 0, 1);
        Tensor y = theta.slice(0, 1, 2);
        Tensor valley = y.sub(x.mul(x));
        Tensor slope = x.neg().add(1);
        return slope.mul(slope).add(valley.mul(valley).mul(100)).sum();
    }

    private static Function<Tensor, Tensor> quadratic(JsonObject problem) {
        int n = problem.getAsJsonArray("b").size();
        double[] flat = new double[n * n];
        for (int i = 0; i < n; i++) {
            double[] row = Goldens.numbers(problem.getAsJsonArray("A").get(i).getAsJsonArray());
            System.arraycopy(row, 0, flat, i * n, n);
        }
        Tensor a = Tensor.of(Shape.of(n, n), flat);
        Tensor b = Tensor.of(Goldens.numbers(problem.getAsJsonArray("b")));
        return theta -> {
            Tensor column = theta.reshape(Shape.of(n, 1));
            Tensor square = column.transpose().matmul(a.matmul(column)).sum().mul(0.5);
            return square.sub(b.mul(theta).sum());
        };
    }

    private static Function<Tensor, Tensor> irisRegression() {
        Dataset iris = LabeledCsv.read("iris.csv", Problems.class.getResourceAsStream("iris.csv"), 3);
        Tensor x = iris.features();
        return theta -> {
            Tensor w = theta.slice(0, 0, 12).reshape(Shape.of(4, 3));
            Tensor b = theta.slice(0, 12, 15);
            return Losses.crossEntropy(x.matmul(w).add(b), iris.labels());
        };
    }
}
