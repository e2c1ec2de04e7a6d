package org.gradus.landscape;

import static org.gradus.tensor.Elementary.cos;
import static org.gradus.tensor.Elementary.square;

import java.util.List;
import org.gradus.tensor.Tensor;

/**
 * −cos x cos y exp(−(x − π)² − (y − π)²): a pit in a plain without end.
 *
 * <p>Three units from the pit the gradient is of size 10⁻⁴, ten units away of size 10⁻⁴²: plain descent stands still there, whatever the
 * direction. A rule that divides by the gradient's size goes on.
 *
 * <p>Minimum −1 at (π, π). Drawn over [0, 6]². Starts at (1.75, 2), on the rim; no start is customary.
 *
 * <p>Easom 1990, by way of Jamil and Yang 2013, <a href="https://arxiv.org/abs/1308.4008">arXiv 1308.4008</a>, function 50.
 */
public record Easom() implements Landscape {

    @Override
    public String name() {
        return "easom";
    }

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public Tensor loss(Tensor theta, long t) {
        Tensor x = Coordinates.x(this, theta);
        Tensor y = Coordinates.y(this, theta);
        Tensor distance = square(x.sub(Math.PI)).add(square(y.sub(Math.PI)));
        return cos(x).mul(cos(y)).mul(distance.neg().exp()).neg();
    }

    @Override
    public double[] start() {
        return new double[] {1.75, 2};
    }

    @Override
    public List<Minimum> minima() {
        return List.of(Minimum.of(-1, Math.PI, Math.PI));
    }

    @Override
    public Bounds bounds() {
        return Bounds.cube(2, 0, 6);
    }

    @Override
    public String formula() {
        return "−cos x cos y exp(−(x − π)² − (y − π)²)";
    }

    @Override
    public String citation() {
        return new Matyas().citation();
    }
}
