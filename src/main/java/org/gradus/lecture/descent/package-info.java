/** Figures of the chapter "Gradient descent and momentum". */
package org.gradus.lecture.descent;
