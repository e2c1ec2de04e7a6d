/** Figures of the chapter "Warm-up and RAdam". */
package org.gradus.lecture.warmup;
