/** The step microscope: a rule on a landscape with every symbol at every step, and where two rules part. */
package org.gradus.trace;
