/**
 * The lecture's optimizers, one file each, equation for equation.
 *
 * <p>An {@link org.gradus.optim.UpdateRule} is a record of hyper-parameters with the lecture's equations as data beside the one plain loop
 * that computes them. All parameters of a model are one vector θ to a rule, as on the slides; the {@link org.gradus.optim.Optimizer} gathers
 * and scatters them.
 *
 * <p>Rules do not share code: the difference between two files is the difference between two algorithms.
 *
 * <table>
 * <caption>The rules, with n the number of parameters</caption>
 * <thead><tr><th>rule</th><th>equation</th><th>state</th></tr></thead>
 * <tbody>
 * <tr><td>{@link org.gradus.optim.Sgd}</td><td>θ_t = θ_{t−1} − η g_{t−1}</td><td>none</td></tr>
 * <tr><td>{@link org.gradus.optim.Sgdm}</td><td>m_t = λ m_{t−1} + η g_{t−1}; θ_t = θ_{t−1} − m_t</td><td>m: n</td></tr>
 * <tr><td>{@link org.gradus.optim.Adam}</td><td>θ_t = θ_{t−1} − η/(√v̂_t + ε) m̂_t</td><td>m, v: 2n</td></tr>
 * </tbody>
 * </table>
 */
package org.gradus.optim;
