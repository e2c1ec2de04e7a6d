/**
 * Seeing the graph: the computation behind a tensor as a picture, and reverse mode step by step.
 *
 * <pre>{@code
 * Parameter x = new Parameter("x", Tensor.scalar(3));
 * Tensor y = x.value().mul(x.value()).add(x.value());       // x · x + x
 * Graph.of(y)                                               // prints as a tree; svg(), dot() and mermaid() draw it
 * BackwardTrace.of(y)                                       // prints what backward() does, one visit after the other
 * }</pre>
 *
 * <p>Both are immutable records that change nothing in the computation. A {@link org.gradus.graph.Graph} lists the nodes in
 * topological order. A {@link org.gradus.graph.BackwardTrace} is written down while the engine's own backward walk runs, so it
 * cannot tell another story than what really happens.
 */
package org.gradus.graph;
