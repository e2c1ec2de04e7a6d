/**
 * What is done to the gradient before a rule sees it: clipping and noise.
 *
 * <p>Each is a {@link org.gradus.optim.Treatment} that an {@link org.gradus.optim.Optimizer} is given, {@code optimizer.with(new ClipNorm(1))};
 * they are applied in the order given, once for each update, to the gradient of all parameters of all groups as one vector. Accumulation over
 * several mini-batches comes before them: {@link org.gradus.optim.Optimizer#accumulating}.
 *
 * <table>
 * <caption>Treatments of the gradient</caption>
 * <thead><tr><th>treatment</th><th>equation</th></tr></thead>
 * <tbody>
 * <tr><td>{@link org.gradus.optim.gradient.ClipNorm}</td><td>ḡ = c / ‖g‖ g, if ‖g‖ &gt; c</td></tr>
 * <tr><td>{@link org.gradus.optim.gradient.ClipValue}</td><td>ḡ = Clip(g, −c, c)</td></tr>
 * <tr><td>{@link org.gradus.optim.gradient.GradientNoise}</td><td>g̃ = g + σ ξ, σ = c / t^γ</td></tr>
 * <tr><td>{@link org.gradus.optim.gradient.PaperGradientNoise}</td><td>g̃ = g + σ ξ, σ² = c / t^γ</td></tr>
 * </tbody>
 * </table>
 */
package org.gradus.optim.gradient;
