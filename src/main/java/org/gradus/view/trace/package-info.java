/**
 * The step microscope: every symbol of a rule at every step, for reading.
 *
 * <p>A {@link org.gradus.trace.Trace} has the numbers. Here they become
 *
 * <ul>
 *   <li>a table for the console or a spreadsheet: {@link org.gradus.view.trace.TraceTable},
 *   <li>JSON: {@link org.gradus.view.trace.TraceJson},
 *   <li>a page with a slider, which shows the lecture's lines with the numbers of a step filled in, beside the path:
 *       {@link org.gradus.view.trace.TracePage},
 *   <li>a page about two rules and where they part: {@link org.gradus.view.trace.DivergencePage}.
 * </ul>
 *
 * <pre>{@code
 * Trace trace = Trace.of(new Adam(), 0.05, new Rosenbrock(), 20);
 * Files.writeString(Path.of("adam.html"), TracePage.html(trace));    // open adam.html#step=7
 * }</pre>
 *
 * <p>How a page is made: each line of the rule is walked twice. {@code MathMl} turns its tree into a formula as it stands; the second time
 * {@code Slots} puts an empty element in the place of each symbol, and notes the symbol's values at all steps in {@code PageData}. The page's
 * script, {@code microscope.js}, fills the elements with the values of the chosen step. It computes nothing: every number was computed here.
 */
package org.gradus.view.trace;
