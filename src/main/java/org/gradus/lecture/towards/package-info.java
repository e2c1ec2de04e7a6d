/** Figures of the chapter "Towards improving Adam". */
package org.gradus.lecture.towards;
