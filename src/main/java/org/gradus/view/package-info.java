/**
 * How results show themselves, to a reader, to other programs, and to who wants to know where a picture is from.
 *
 * <ul>
 *   <li>{@link org.gradus.view.Table}: a table as data, which becomes text, CSV or HTML; {@link org.gradus.view.Numbers}: the one way to write numbers;
 *   <li>{@link org.gradus.view.Page}: the one frame of web pages, light and dark; {@link org.gradus.view.MathMl}: formulas in them;
 *   <li>{@link org.gradus.view.Artifact}: files written whole, with the {@link org.gradus.view.Receipt} that says how to make them again.
 * </ul>
 *
 * <p>Of schedules, runs, range tests and comparisons there are charts and pages here; the step microscope is in {@code view.trace}.
 */
package org.gradus.view;
