package org.gradus.schedule.form;

import org.apache.commons.math3.util.FastMath;
import org.gradus.catalog.Domain;
import org.gradus.equation.Literal;

/**
 * The form of a rise from nothing to all, u(p) with u(0) = 0 and u(1) = 1; a fall is the same backwards, u(1 − s) after a share s of it.
 *
 * <p>In {@code get_wsd_schedule} of the library transformers they are called linear, cosine and 1-sqrt; a decay by 1-sqrt is 1 − √s.
 */
public sealed interface Slope {

    /**
     * {@return the height u(p)}
     *
     * @param p how far up, from 0 to 1
     */
    double at(double p);

    /** {@return u(p_t) in the notation of equations} */
    String formula();

    /**
     * {@return the line that leads from η_min to η_max so}
     *
     * @param end the symbol of the update before which it holds
     */
    default String line(String end) {
        return "η_t = η_{min} + (η_{max} − η_{min}) " + formula() + ", if t < " + end;
    }

    /** {@return what stands before the name of a schedule that falls so: linear- or root-, and nothing for the usual wave} */
    String prefix();

    /** u = p: a line. */
    record Straight() implements Slope {
        @Override
        public double at(double p) {
            return p;
        }

        @Override
        public String formula() {
            return "p_t";
        }

        @Override
        public String prefix() {
            return "linear-";
        }
    }

    /**
     * u = (1 + cos(2 π c (1 − p))) / 2: for c = ½ half a cosine wave. With any other c a fall does not end at 0, or not for the first time, and what
     * comes after it may be a jump.
     *
     * @param cycles c, the number of waves, more than 0; {@code num_cycles} of transformers
     */
    record Wave(double cycles) implements Slope {
        /**
         * Checks the number of waves.
         *
         * @throws IllegalArgumentException if it is not more than 0, or so large that nothing but rounding would be left of the wave
         */
        public Wave {
            Domain.of("wave").positiveRate("cycles", cycles);
        }

        /** Half a wave. */
        public Wave() {
            this(0.5);
        }

        @Override
        public double at(double p) {
            return (1 + FastMath.cos(2 * cycles * Math.PI * (1 - p))) / 2;
        }

        @Override
        public String formula() {
            String waves = cycles == 0.5 ? "" : "2·" + new Literal(cycles).text() + " ";
            return "(1 + cos(" + waves + "π (1 − p_t))) / 2";
        }

        @Override
        public String prefix() {
            return "";
        }
    }

    /** u = 1 − √(1 − p): slow at the bottom, steep at the top, so that a fall begins at once. */
    record Root() implements Slope {
        @Override
        public double at(double p) {
            return 1 - Math.sqrt(1 - p);
        }

        @Override
        public String formula() {
            return "(1 − √(1 − p_t))";
        }

        @Override
        public String prefix() {
            return "root-";
        }
    }
}
