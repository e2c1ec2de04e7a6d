/**
 * What libraries and papers do where they differ from the lecture.
 *
 * <p>Two programs that both say AMSGrad may take different steps. Each {@link org.gradus.optim.dialect.Dialect} is one such program's rule,
 * named for its source, with lines of its own beside its own loop, as the lecture's rules in {@link org.gradus.optim} have them. It knows
 * which of these it is a dialect of and says in one sentence in what it differs; {@code gradus diff amsgrad pytorch-amsgrad} prints that
 * sentence. A dialect computes in the order of operations of its source: where rounding errors grow, they grow alike.
 *
 * <p>Nobody is wrong here. But who compares a curve with a published one should know which of these was run.
 *
 * <table>
 * <caption>The dialects, in the order of the lecture's rules</caption>
 * <thead><tr><th>dialect</th><th>of</th><th>difference</th></tr></thead>
 * <tbody>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchSgdm pytorch-sgdm}</td><td>sgdm</td>
 * <td>η outside of the buffer; dampening, but not of the first gradient</td><td>torch.optim.SGD</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchAdagrad pytorch-adagrad}</td><td>adagrad</td>
 * <td>√s + ε; a start above 0; a decay of the rate</td><td>torch.optim.Adagrad</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.KerasAdagrad keras-adagrad}</td><td>adagrad</td>
 * <td>√(s + ε) from s_0 = 0.1</td><td>keras.optimizers.Adagrad</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchRmsProp pytorch-rmsprop}</td><td>rmsprop</td>
 * <td>v_0 = 0: the first step is η/√(1 − α); √v + ε</td><td>torch.optim.RMSprop</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchCenteredRmsProp pytorch-centered-rmsprop}</td><td>rmsprop</td>
 * <td>√(v − ḡ²) for √v, and momentum</td><td>torch.optim.RMSprop, centered; Graves 2013</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.EfficientAdam efficient-adam}</td><td>adam</td>
 * <td>ε̂ added to √v, not ε to √v̂</td><td>Kingma and Ba 2015, end of section 2; Keras</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.KozistrSwats kozistr-swats}</td><td>swats</td>
 * <td>a relative test for the switch, and λ̂ &gt; 0</td><td>kozistr/pytorch_optimizer</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchAmsGrad pytorch-amsgrad}</td><td>amsgrad</td>
 * <td>m and the largest v corrected for starting at 0</td><td>torch.optim.Adam(amsgrad=True)</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PaperAmsGrad paper-amsgrad}</td><td>amsgrad</td>
 * <td>η/√t, no ε</td><td>Reddi, Kale and Kumar 2018, Algorithm 2</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.SlideAdaBound adabound-m}</td><td>adabound</td>
 * <td>m for m̂</td><td>the lecture's slide in two of three notes</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PaperAdaBound paper-adabound}</td><td>adabound</td>
 * <td>nothing corrected, no ε, the clipped rate divided by √t</td><td>Luo et al. 2019, Algorithm 1</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.AuthorsAdaBound authors-adabound}</td><td>adabound</td>
 * <td>1/(1 − β1^t) inside the clip; bounds follow the schedule</td><td>Luolc/AdaBound</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.AuthorsAdaBoundW authors-adaboundw}</td><td>adabound</td>
 * <td>the same, and decay by a bare λ</td><td>Luolc/AdaBound, AdaBoundW</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.AuthorsAmsBound authors-amsbound}</td><td>adabound</td>
 * <td>the same, with the largest v</td><td>Luolc/AdaBound, amsbound=True</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchRAdam pytorch-radam}</td><td>radam</td>
 * <td>rectified where ρ_t &gt; 5, not 4; √v + ε</td><td>torch.optim.RAdam</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.AuthorsRAdam authors-radam}</td><td>radam</td>
 * <td>no step at all while ρ_t &lt; 5; √v + ε</td><td>LiyuanLucasLiu/RAdam</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PyTorchNadam pytorch-nadam}</td><td>nadam</td>
 * <td>a momentum μ_t that grows to β1</td><td>torch.optim.NAdam</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.TimmSgdw timm-sgdw}</td><td>sgdwm</td>
 * <td>decay by ηγθ; η outside of the buffer</td><td>timm.optim.SGDW</td></tr>
 * <tr><td>{@link org.gradus.optim.dialect.PaperAdamW paper-adamw}</td><td>adamw</td>
 * <td>decay by η/η_0 λθ</td><td>Loshchilov and Hutter 2019, Algorithm 2</td></tr>
 * </tbody>
 * </table>
 */
package org.gradus.optim.dialect;
