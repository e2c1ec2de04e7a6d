/**
 * What is done to a gradient before a rule sees it: clipping, noise, accumulation over several batches.
 *
 * <p>Each is a rule around a rule, {@code new ClipNorm(new Adam(0.001), 1.0)}, and they can be nested: the outermost sees the loss's gradient
 * first. Its equations are the inner rule's with another gradient in place of g, preceded by the lines that define it; so whatever reads
 * equations (the test that they are the code, a trace, a grader) sees through to the innermost rule.
 *
 * <table>
 * <caption>Treatments of the gradient, with n the number of parameters</caption>
 * <thead><tr><th>rule</th><th>equation</th><th>state beside the inner rule's</th></tr></thead>
 * <tbody>
 * <tr><td>{@link org.gradus.optim.gradient.ClipNorm}</td><td>ḡ = min(1, c / ‖g‖) g</td><td>none</td></tr>
 * <tr><td>{@link org.gradus.optim.gradient.ClipValue}</td><td>ḡ = Clip(g, −c, c)</td><td>none</td></tr>
 * <tr><td>{@link org.gradus.optim.gradient.GradientNoise}</td><td>g̃ = g + σ ξ, σ = c / t^γ</td><td>none</td></tr>
 * <tr><td>{@link org.gradus.optim.gradient.PaperGradientNoise}</td><td>g̃ = g + σ ξ, σ² = c / t^γ</td><td>none</td></tr>
 * <tr><td>{@link org.gradus.optim.gradient.Accumulation}</td><td>ḡ = the mean of k gradients; then one inner step</td><td>s: n</td></tr>
 * </tbody>
 * </table>
 */
package org.gradus.optim.gradient;
