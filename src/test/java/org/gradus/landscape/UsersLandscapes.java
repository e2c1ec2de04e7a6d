package org.gradus.landscape;

import java.util.List;
import org.gradus.tensor.Elementary;
import org.gradus.tensor.Tensor;

/** A landscape of a user of the library, found by way of {@code META-INF/services}. */
public final class UsersLandscapes implements LandscapeSource {

    @Override
    public List<LandscapeEntry> entries() {
        return List.of(new LandscapeEntry("users-bowl", o -> new Bowl(o.get("center", 1))));
    }

    private record Bowl(double center) implements Landscape {
        @Override
        public String name() {
            return "users-bowl";
        }

        @Override
        public int dimensions() {
            return 1;
        }

        @Override
        public Tensor loss(Tensor theta, long t) {
            return Elementary.square(Coordinates.x(this, theta).sub(center));
        }

        @Override
        public double[] start() {
            return new double[] {center + 1};
        }

        @Override
        public List<Minimum> minima() {
            return List.of(Minimum.of(0, center));
        }

        @Override
        public Bounds bounds() {
            return Bounds.cube(1, center - 2, center + 2);
        }

        @Override
        public String formula() {
            return "(x − c)²";
        }

        @Override
        public String citation() {
            return "User, A. (2020). A bowl of their own. https://example.org/bowl";
        }
    }
}
