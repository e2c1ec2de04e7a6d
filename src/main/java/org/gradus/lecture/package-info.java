/**
 * The lecture's pictures: one class each, which computes numbers, draws them, and says in its title what they show.
 *
 * <pre>{@code
 * gradus figures --only bias-correction --theme dark --language zh --out slides
 * }</pre>
 *
 * <p>A {@link org.gradus.lecture.Figure} is a record of numbers; a test asks them for the claim of its title. Its {@link
 * org.gradus.lecture.FigureEntry} stands in the list of a {@link org.gradus.lecture.Chapter}, from which the command, the page of all figures, their
 * check and the tests have it. A {@link org.gradus.lecture.DrawnFigure} is its files, each of which says where it is from.
 *
 * <p>Source of the claims: Chien Chung-Ming, Optimization for Deep Learning, National Taiwan University, 2020.
 */
package org.gradus.lecture;
