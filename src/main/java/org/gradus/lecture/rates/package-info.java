/** Figures of the chapter "Learning rates over time". */
package org.gradus.lecture.rates;
