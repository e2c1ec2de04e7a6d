/**
 * What listeners make of a run: tables, lines, seconds.
 *
 * <p>{@link org.gradus.train.log.CsvLog} and {@link org.gradus.train.log.JsonLinesLog} write the history down while it grows.
 */
package org.gradus.train.log;
