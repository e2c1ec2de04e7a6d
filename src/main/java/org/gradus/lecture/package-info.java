/**
 * The lecture's experiments and their pages: {@link org.gradus.lecture.ComparisonReport} turns the results of a plan into charts, tables and one
 * self-contained web page.
 */
package org.gradus.lecture;
