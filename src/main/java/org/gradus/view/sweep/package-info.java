/**
 * What came out of a sweep: {@link org.gradus.view.sweep.SweepReport}, a table with a row for each point, best first, and the charts of one or two
 * numbers that were varied.
 */
package org.gradus.view.sweep;
