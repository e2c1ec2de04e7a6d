/**
 * Rules that came after the lecture, in the same form: lines as data beside the one loop that computes them.
 *
 * <p>The lecture is of 2020. A course of today expects some of what came, or came into use, since; none of these rules belongs to the lecture's
 * syllabus, and the lecture's pages do not mention them.
 */
package org.gradus.optim.after;
