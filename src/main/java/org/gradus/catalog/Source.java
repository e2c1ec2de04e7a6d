package org.gradus.catalog;

import java.util.List;

/**
 * Where the entries of a {@link Catalog} come from: the library's own list, or a list of its users.
 *
 * @param <E> the entries
 */
@FunctionalInterface
public interface Source<E extends Entry> {

    /** {@return the entries, in the order to list them} */
    List<E> entries();
}
