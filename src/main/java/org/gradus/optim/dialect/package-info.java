/**
 * What libraries and papers do where they differ from the lecture, or from the rules after it.
 *
 * <p>Two programs that both say AMSGrad may take different steps. Each {@link org.gradus.optim.dialect.Dialect} is one such program's rule,
 * named for its source, with lines of its own beside its own loop, as the lecture's rules in {@link org.gradus.optim} have them. It knows
 * which of these it is a dialect of and says in one sentence in what it differs; {@code gradus diff amsgrad pytorch-amsgrad} prints that
 * sentence. A dialect computes in the order of operations of its source: where rounding errors grow, they grow alike.
 *
 * <p>Nobody is wrong here. But who compares a curve with a published one should know which of these was run.
 *
 * <table>
 * <caption>The dialects, in the order of the lecture's rules and then of those after it</caption>
 * <thead><tr><th>dialect</th><th>of</th><th>difference</th></tr></thead>
 * <tbody>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchSgdm pytorch-sgdm}</td><td>sgdm</td>
 * <td>PyTorch multiplies its whole buffer by the present η, while the lecture's m keeps the η of each past step; as long as η is constant and nothing is dampened, the steps are the same.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchAdagrad pytorch-adagrad}</td><td>adagrad</td>
 * <td>PyTorch adds ε to the root, so that a gradient of 0 at the start needs no exception, and can start its sum above 0 and let the rate decay; with ε, τ and κ all 0 the steps are the lecture's.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.KerasAdagrad keras-adagrad}</td><td>adagrad</td>
 * <td>Keras starts its sum of squares at 0.1 and adds ε under the root: small first gradients take small first steps, where the lecture's first step is η whatever the gradient.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchRmsProp pytorch-rmsprop}</td><td>rmsprop</td>
 * <td>PyTorch starts from v_0 = 0, where the lecture has v_1 = g_0²: its first step is η/√(1 − α), ten times η for α = 0.99, and ε is added to the root.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchCenteredRmsProp pytorch-centered-rmsprop}</td><td>rmsprop</td>
 * <td>It divides by the standard deviation √(v − ḡ²) instead of the root mean square √v, which makes the steps of a steady gradient large, and gathers the quotients in a momentum.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.EfficientAdam efficient-adam}</td><td>adam</td>
 * <td>It adds ε̂ to √v before v is corrected for starting at 0, as if the lecture's ε were ε̂/√(1 − β2^t): 32 times as large at the first step for β2 = 0.999, the same in the end.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.KozistrSwats kozistr-swats}</td><td>swats</td>
 * <td>kozistr's library compares |λ̂ − γ| with ε|γ| + 10⁻⁸ and wants λ̂ &gt; 0, where the paper compares with a fixed number: it switches as readily at a small learning rate as at a large one.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchAmsGrad pytorch-amsgrad}</td><td>amsgrad</td>
 * <td>PyTorch corrects m and the largest v for starting at 0, as Adam does, which the lecture leaves out because of the max; the two come together as 1 − β2^t nears 1.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PaperAmsGrad paper-amsgrad}</td><td>amsgrad</td>
 * <td>The paper lets the rate fall as η/√t, which its proof of convergence needs, and has no ε; the lecture has an ε and leaves the rate to the schedule.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.SlideAdaBound adabound-m}</td><td>adabound</td>
 * <td>It multiplies the clipped rate by m where we read the slide as m̂, so that with β1 = 0.9 its first step is a tenth as long; the two come together as 1 − β1^t nears 1.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PaperAdaBound paper-adabound}</td><td>adabound</td>
 * <td>The paper's algorithm corrects neither m nor v, has no ε, and divides the clipped rate by √t, so that it ends at a rate of 0 where the lecture's ends as SGDM with the rate f.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.AuthorsAdaBound authors-adabound}</td><td>adabound</td>
 * <td>The authors' code has 1/(1 − β1^t) inside the clip, where the lecture has it outside, in m̂; it also adds ε to √v, and a schedule scales its bounds.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.AuthorsAdaBoundW authors-adaboundw}</td><td>adabound</td>
 * <td>It is authors-adabound with a decay by λθ, whatever η is.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.AuthorsAmsBound authors-amsbound}</td><td>adabound</td>
 * <td>It is authors-adabound with AMSGrad's largest v so far.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchRAdam pytorch-radam}</td><td>radam</td>
 * <td>PyTorch rectifies from ρ_t &gt; 5 on, the lecture from ρ_t &gt; 4, which is one step earlier (the fifth for β2 = 0.999), and PyTorch adds ε to √v, the lecture to √v̂.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.AuthorsRAdam authors-radam}</td><td>radam</td>
 * <td>The authors' code takes no step at all until ρ_t ≥ 5 (the sixth step for β2 = 0.999), where the lecture takes steps of SGDM until ρ_t &gt; 4, and it adds ε to √v, the lecture to √v̂.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchNadam pytorch-nadam}</td><td>nadam</td>
 * <td>PyTorch looks ahead with a momentum μ_t that only grows to β1.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.TimmSgdw timm-sgdw}</td><td>sgdwm</td>
 * <td>timm multiplies the decay by the learning rate, ηγθ as in AdamW, where the lecture's SGDWM has a bare γθ: with the same γ it decays 1/η times as slowly, and slower still as the rate falls.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PaperAdamW paper-adamw}</td><td>adamw</td>
 * <td>The paper multiplies the decay by the schedule's multiplier η/η_0 alone, the lecture and PyTorch by η: a larger first rate leaves the decay here as it was, and enlarges it there.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PlainLmSignum plainlm-signum}</td><td>signum</td>
 * <td>plainLM starts its m at the first gradient and then adds that gradient again, so that it weighs on the signs for longer, and its decay shrinks θ apart from the signs.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.NoProxAdan no-prox-adan}</td><td>adan</td>
 * <td>It multiplies θ by 1 − ηγ before the step, where Adan divides θ and the step by 1 + ηγ: the same without decay, and nearly so as long as ηγ is small.</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.TimmCautiousAdamW timm-cautious-adamw}</td><td>cautious-adamw</td>
 * <td>timm adds ε to √v̂, the authors' loop to √v before it is corrected for starting at 0, where at the first step it counts 32 times as much for β2 = 0.999.</td></tr>
 * </tbody>
 * </table>
 */
package org.gradus.optim.dialect;
