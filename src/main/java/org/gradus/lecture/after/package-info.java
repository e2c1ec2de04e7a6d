/** Figures of the chapter "After the lecture". */
package org.gradus.lecture.after;
