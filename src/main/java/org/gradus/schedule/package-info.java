/** The learning rate as a function of the step. A {@link org.gradus.schedule.Schedule} is a formula without memory. */
package org.gradus.schedule;
