package org.gradus.catalog;

/** What a {@link Catalog} lists: how to make a thing, by its name. */
public interface Entry {

    /** {@return the name as typed on the command line, such as {@code three-hump-camel}: words of small letters and digits, with hyphens} */
    String name();
}
