/**
 * Problems to watch an optimizer on: losses of few numbers about which everything is known.
 *
 * <p>A {@link org.gradus.landscape.Landscape} is a formula in tensor operations, so that its gradient is the engine's, with its minima, a start, the part to
 * draw and its source. {@link org.gradus.landscape.Landscapes} has them by name, and those of users' own by a {@link
 * org.gradus.landscape.LandscapeSource}:
 *
 * <pre>{@code
 * Landscape problem = Landscapes.named("rosenbrock");
 * problem.value(new double[] {-1.2, 1}, 1);       // 24.2
 * problem.gradient(new double[] {-1.2, 1}, 1);    // [-215.6, -88]
 * }</pre>
 *
 * <p>Each shows one difficulty, apart from all others:
 *
 * <table>
 * <caption>The landscapes, and what they are for</caption>
 * <thead><tr><th>name</th><th>formula</th><th>difficulty</th></tr></thead>
 * <tbody>
 * <tr><td>{@link org.gradus.landscape.IllConditioned ill-conditioned}</td><td>½ Σ λᵢ xᵢ²</td><td>steep one way, flat the other</td></tr>
 * <tr><td>{@link org.gradus.landscape.Booth booth}, {@link org.gradus.landscape.Matyas matyas}</td><td>quadratic</td><td>the same
 * along the diagonals</td></tr>
 * <tr><td>{@link org.gradus.landscape.Rosenbrock rosenbrock}</td><td>(1 − x)² + 100 (y − x²)²</td><td>a curved narrow valley</td></tr>
 * <tr><td>{@link org.gradus.landscape.Beale beale}</td><td>sum of three squares</td><td>gradients of very different sizes</td></tr>
 * <tr><td>{@link org.gradus.landscape.Saddle saddle}</td><td>x² − y²</td><td>a point that only seems to be the end</td></tr>
 * <tr><td>{@link org.gradus.landscape.Himmelblau himmelblau}</td><td>(x² + y − 11)² + (x + y² − 7)²</td><td>several equal minima</td></tr>
 * <tr><td>{@link org.gradus.landscape.ThreeHumpCamel three-hump-camel}, {@link org.gradus.landscape.StyblinskiTang
 * styblinski-tang}</td><td>polynomials</td><td>a few worse minima</td></tr>
 * <tr><td>{@link org.gradus.landscape.Rastrigin rastrigin}, {@link org.gradus.landscape.Ackley ackley}</td><td>a bowl or funnel plus
 * cosines</td><td>many worse minima</td></tr>
 * <tr><td>{@link org.gradus.landscape.Easom easom}</td><td>a pit in a plain</td><td>hardly any gradient</td></tr>
 * <tr><td>{@link org.gradus.landscape.Reddi reddi}, {@link org.gradus.landscape.ReddiStochastic
 * reddi-stochastic}</td><td>1010x now and then, else −10x</td><td>rare gradients that matter most</td></tr>
 * <tr><td>{@link org.gradus.landscape.GradientTable gradient-table}</td><td>gₜ · θ</td><td>any series of gradients</td></tr>
 * </tbody>
 * </table>
 *
 * <p>The last three change with time, so every landscape is given the number t of the update, 1 for the first. A landscape with a feasible set says by
 * {@link org.gradus.landscape.Landscape#project} where a step that leaves it ends.
 *
 * <p>A {@link org.gradus.trace.Trace} is a rule's walk over a landscape, with the value of every symbol of its equations at every step; a {@link
 * org.gradus.trace.Divergence} says where the walks of two rules part.
 */
package org.gradus.landscape;
