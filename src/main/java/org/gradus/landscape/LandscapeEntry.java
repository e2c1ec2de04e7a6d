package org.gradus.landscape;

import java.util.function.Function;
import org.gradus.catalog.Entry;
import org.gradus.catalog.Hyperparameters;

/**
 * A landscape by name.
 *
 * @param name the landscape's {@linkplain Landscape#name() name}
 * @param maker what makes it, from numbers to be asked for by name with what is usual
 */
public record LandscapeEntry(String name, Function<Hyperparameters, Landscape> maker) implements Entry {}
