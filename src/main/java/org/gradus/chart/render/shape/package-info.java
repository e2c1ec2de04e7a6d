/** Shapes that know nothing of a plot: what stands for classes and rules, marks and the heads of arrows. */
package org.gradus.chart.render.shape;
