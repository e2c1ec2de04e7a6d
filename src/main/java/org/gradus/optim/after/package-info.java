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
 * <tr><td>{@link org.gradus.optim.after.ScheduleFreeSgd schedule-free-sgd}</td><td>averaging</td><td>x, z, Γ, W: 2n + 2</td>
 * <td>y_t = β x_t + (1 − β) z_t</td></tr>
 * <tr><td>{@link org.gradus.optim.after.ScheduleFreeAdamW schedule-free-adamw}</td><td>averaging</td><td>x, z, v, Γ, W: 3n + 2</td>
 * <td>y_t = β1 x_t + (1 − β1) z_t</td></tr>
 * <tr><td>{@link org.gradus.optim.after.Soap soap}</td><td>matrices</td><td>M, V, L, Q, R, S: 2n + 2 rows² + 2 columns²</td>
 * <td>θ_t = (1 − η γ) (θ_{t−1} − η √(1 − β2^{t − 1}) / (1 − β1^{t − 1}) N_t), if t &gt; 1; θ_t = θ_{t−1}</td></tr>
 * <tr><td>{@link org.gradus.optim.after.CautiousAdamW cautious-adamw}</td><td>adaptive, with momentum</td><td>m, v: 2n</td>
 * <td>θ_t = (1 − η γ) θ_{t−1} − η_t φ̂_t m_t / (√v_t + ε)</td></tr>
 * <tr><td>{@link org.gradus.optim.after.Muon muon}</td><td>matrices</td><td>M: n</td>
 * <td>θ_t = (1 − η γ) θ_{t−1} − η √max(1, rows / columns) O_t</td></tr>
 * <tr><td>{@link org.gradus.optim.after.MuonAuxAdam muon-aux-adam}</td><td>matrices</td><td>M: n</td>
 * <td>θ_t = (1 − η γ) θ_{t−1} − η √max(1, rows / columns) O_t, if columns &gt; 0; θ_t = (1 − α η γ) θ_{t−1} − α η m̂_t / (√v̂_t + ε)</td></tr>
 * <tr><td>{@link org.gradus.optim.after.PyTorchMuon pytorch-muon}</td><td>dialect of muon</td><td>M: n</td>
 * <td>θ_t = (1 − η γ) θ_{t−1} − η κ O_t</td></tr>
 * <tr><td>{@link org.gradus.optim.after.PyTorchMuon moonshot-muon}</td><td>dialect of muon</td><td>M: n</td>
 * <td>θ_t = (1 − η γ) θ_{t−1} − η κ O_t</td></tr>
 * </tbody>
 * </table>
 */
package org.gradus.optim.after;
