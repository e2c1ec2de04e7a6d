/**
 * Rules that came after the lecture, in the same form: lines as data beside the one loop that computes them.
 *
 * <p>The lecture is of 2020. A course of today expects some of what came, or came into use, since; none of these rules belongs to the lecture's
 * syllabus, and the lecture's pages do not mention them.
 *
 * <table>
 * <caption>The rules after the lecture</caption>
 * <thead><tr><th>rule</th><th>kind</th><th>memory</th><th>how θ moves</th></tr></thead>
 * <tbody>
 * <tr><td>{@link org.gradus.optim.after.Signum signum}</td><td>momentum</td><td>m: n</td>
 * <td>θ_t = θ_{t−1} − η sign(m_t)</td></tr>
 * <tr><td>{@link org.gradus.optim.after.Adan adan}</td><td>adaptive, with momentum</td><td>m, d, n, p: 4n</td>
 * <td>θ_t = (θ_{t−1} − η u_t) / (1 + η γ)</td></tr>
 * <tr><td>{@link org.gradus.optim.after.Lion lion}</td><td>momentum</td><td>m: n</td>
 * <td>θ_t = θ_{t−1} − η (sign(c_t) + γ θ_{t−1})</td></tr>
 * <tr><td>{@link org.gradus.optim.after.CautiousAdamW cautious-adamw}</td><td>adaptive, with momentum</td><td>m, v: 2n</td>
 * <td>θ_t = (1 − η γ) θ_{t−1} − η_t φ̂_t m_t / (√v_t + ε)</td></tr>
 * </tbody>
 * </table>
 */
package org.gradus.optim.after;
