/**
 * Things by name, as people type them: what there is, and the nearest one where there is no such thing.
 *
 * <p>A {@link org.gradus.catalog.Catalog} lists {@linkplain org.gradus.catalog.Entry entries}, the library's own and after them those of its users.
 * An entry makes its thing from {@link org.gradus.catalog.Hyperparameters}, numbers by name; the thing checks them by their
 * {@link org.gradus.catalog.Domain}.
 *
 * <p><b>Users' own things by name</b> take one class, a {@link org.gradus.catalog.Source} such as {@code ScheduleSource}, and one file: {@code
 * META-INF/services/} and the name of that interface, with the name of the class as its line.
 */
package org.gradus.catalog;
