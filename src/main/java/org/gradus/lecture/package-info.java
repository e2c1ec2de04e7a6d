/**
 * The lecture's experiments and their pages.
 *
 * <p>{@link org.gradus.lecture.DigitsComparison} trains a small network on handwritten digits with several rules under equal conditions;
 * {@link org.gradus.lecture.ComparisonReport} turns the result into charts, tables and one self-contained web page.
 */
package org.gradus.lecture;
