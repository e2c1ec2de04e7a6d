/** Figures of the chapter "Something helps optimization". */
package org.gradus.lecture.help;
