/**
 * The lecture's optimizers, one file each, equation for equation.
 *
 * <p>An {@link org.gradus.optim.UpdateRule} is a record of hyper-parameters with the lecture's equations as data beside the one plain loop
 * that computes them; a test evaluates the equations literally and compares every number. All parameters of a model are one vector θ to a
 * rule, as on the slides; the {@link org.gradus.optim.Optimizer} gathers and scatters them. What a rule remembers lies in a
 * {@link org.gradus.optim.State}, by the lecture's symbols. {@link org.gradus.optim.Rules} has the rules by name.
 *
 * <p>Rules do not share code: the difference between two files is the difference between two algorithms. What papers and libraries do
 * otherwise are rules of their own, in {@link org.gradus.optim.dialect}. {@link org.gradus.optim.rule.Lookahead} goes around any rule.
 *
 * <p>A rule's page is the slide and nothing else: its lines as text, the same lines as data, and the loop, in which every name stands in the
 * lines. Where the lecture has no ε and a parameter has never had a gradient, 0 / 0 is to be 0: then a line says so, {@code θ_t = θ_{t−1}, where
 * s_t = 0}, and the loop too.
 *
 * <p>The table has, for each rule, what it remembers of n parameters, and the lines that move θ. It is made from the rules themselves.
 *
 * <table>
 * <caption>The rules, in the lecture's order</caption>
 * <thead>
 * <tr><th>rule</th><th>kind</th><th>memory</th><th>how θ moves</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>{@link org.gradus.optim.rule.Sgd sgd}</td><td>gradient descent</td><td>none</td>
 * <td>θ_t = θ_{t−1} − η g_{t−1}</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.Sgdm sgdm}</td><td>momentum</td><td>m: n</td>
 * <td>θ_t = θ_{t−1} − m_t</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.SgdmEma sgdm-ema}</td><td>momentum</td><td>m: n</td>
 * <td>θ_t = θ_{t−1} − η m_t</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.Adagrad adagrad}</td><td>adaptive</td><td>s: n</td>
 * <td>θ_t = θ_{t−1}, where s_t = 0; θ_t = θ_{t−1} − η / √s_t g_{t−1}</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.RmsProp rmsprop}</td><td>adaptive</td><td>v: n</td>
 * <td>θ_t = θ_{t−1}, where v_t = 0; θ_t = θ_{t−1} − η / √v_t g_{t−1}</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.Adam adam}</td><td>adaptive, with momentum</td><td>m, v: 2n</td>
 * <td>θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.Swats swats}</td><td>adaptive, then momentum</td><td>m, v, u, λ, Λ, τ: 3n + 3</td>
 * <td>θ_t = θ_{t−1} + p_t, if τ_{t−1} = 0; θ_t = θ_{t−1} − (1 − β1) Λ_{t−1} u_t</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.AmsGrad amsgrad}</td><td>adaptive, with momentum</td><td>m, v, v̂: 3n</td>
 * <td>θ_t = θ_{t−1} − η / (√v̂_t + ε) m_t</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.AdaBound adabound}</td><td>adaptive, with momentum</td><td>m, v: 2n</td>
 * <td>θ_t = θ_{t−1} − η̂_t m̂_t</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.RAdam radam}</td><td>adaptive, with momentum</td><td>m, v: 2n</td>
 * <td>θ_t = θ_{t−1} − η m̂_t, if ρ_t ≤ 4; θ_t = θ_{t−1} − η r_t / (√v̂_t + ε) m̂_t</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.Nag nag}</td><td>momentum</td><td>m: n</td>
 * <td>θ′_t = θ′_{t−1} − λ m_t − η g_{t−1}</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.NagOriginal nag-original}</td><td>momentum</td><td>θ, m: 2n</td>
 * <td>θ′_t = θ_t − λ m_t</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.Nadam nadam}</td><td>adaptive, with momentum</td><td>m, v: 2n</td>
 * <td>θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.SgdmL2 sgdm-l2}</td><td>decay</td><td>m: n</td>
 * <td>θ_t = θ_{t−1} − m_t</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.AdamL2 adam-l2}</td><td>decay</td><td>m, v: 2n</td>
 * <td>θ_t = θ_{t−1} − η / (√v̂_t + ε) m̂_t</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.Sgdwm sgdwm}</td><td>decay</td><td>m: n</td>
 * <td>θ_t = θ_{t−1} − m_t − γ θ_{t−1}</td></tr>
 * <tr><td>{@link org.gradus.optim.rule.AdamW adamw}</td><td>decay</td><td>m, v: 2n</td>
 * <td>θ_t = θ_{t−1} − η (m̂_t / (√v̂_t + ε) + γ θ_{t−1})</td></tr>
 * </tbody>
 * </table>
 */
package org.gradus.optim.rule;
