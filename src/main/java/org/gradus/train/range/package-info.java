/**
 * The learning-rate range test: which rates suit a rule, a network and data, found out in one short run.
 *
 * <p>{@link org.gradus.train.range.RangeTest} trains while the rate rises from step to step. At first next to nothing happens; then the loss
 * falls, the faster the larger the rate; then it gets ragged; in the end it blows up. The model is afterwards as it was before.
 *
 * <p>Reading rates off that curve takes judgment, and there are several {@link org.gradus.train.range.Criterion criteria} for it, which may
 * differ by a factor of ten and more. A {@link org.gradus.train.range.RangeTestResult} shows what each makes of the curve, says where they
 * disagree and why one does not apply, and hands the rates to a cyclical or a one-cycle schedule:
 *
 * <pre>{@code
 * RangeTestResult result = new RangeTest().run(model, new Sgdm(), data.training(), 64, random.split("range test"));
 * System.out.println(result);
 * Optimizer optimizer = new Optimizer(new Sgdm(), result.oneCycle(Criterion.VALLEY, 2000), model.trainable());
 * }</pre>
 */
package org.gradus.train.range;
