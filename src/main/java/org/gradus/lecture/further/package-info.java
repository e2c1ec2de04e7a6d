/** Figures of the chapter "Lookahead, Nadam, weight decay". */
package org.gradus.lecture.further;
