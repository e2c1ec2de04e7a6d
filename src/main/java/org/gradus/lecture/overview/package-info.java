/** Figures of the chapter "The optimizers side by side". */
package org.gradus.lecture.overview;
