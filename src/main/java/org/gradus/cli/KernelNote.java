package org.gradus.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.gradus.tensor.Tensor;

/**
 * What the engine logs when it computes its first product of matrices: which kernel it has to do without, and why. It comes before a progress
 * bar and not within, and not at all where nothing is to be said.
 */
final class KernelNote {
    /** Kept, because Java forgets a level with the logger that nobody holds. */
    private static final Logger LOGGER = Logger.getLogger("org.gradus.tensor.linear");

    private KernelNote() {}

    /** Lets it come now, if it comes. */
    static void before(ProgressOption.Form form) {
        LOGGER.setLevel(form == ProgressOption.Form.none ? Level.OFF : null);
        Tensor one = Tensor.of(new double[][] {{1}});
        one.matmul(one);
    }
}
