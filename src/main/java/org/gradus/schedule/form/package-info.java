/**
 * What the formulas of schedules are made of: slopes, which lead from one rate to another, and pieces, between which the rate changes at once.
 *
 * <p>A {@link org.gradus.schedule.form.Slope} says how a warm-up rises and how a decay falls: along a line, half a wave, or by a root.
 */
package org.gradus.schedule.form;
