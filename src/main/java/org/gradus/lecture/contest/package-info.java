/** Figures of the chapter "Adam against SGDM". */
package org.gradus.lecture.contest;
