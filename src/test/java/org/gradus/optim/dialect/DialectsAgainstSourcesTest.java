package org.gradus.optim.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.gradus.optim.Movements;
import org.gradus.optim.State;
import org.gradus.optim.Step;
import org.gradus.schedule.Schedule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Eight steps of each dialect from θ = (1, −2) under a falling learning rate, with unusual hyper-parameters, against its source.
 *
 * <p>The pytorch- dialects: torch 2.13.0, float64, CPU. keras-adagrad and efficient-adam: keras 3.15.1 (Adagrad and Adam) on that torch,
 * floatx float64. The others, whose sources are papers or code that no longer runs there: the sources' steps transcribed into Python and
 * computed by mpmath 1.3.0 with 40 digits: Luolc/AdaBound adabound.py at commit 324c8b9, LiyuanLucasLiu/RAdam radam.py at 5fad7b1,
 * timm/optim/sgdw.py at 03fa149, and the algorithms that the Javadoc names. kozistr-swats is tested against trajectories of the library
 * itself, in {@code DialectGoldensTest}.
 */
class DialectsAgainstSourcesTest {
    private static final double[][] GRADIENTS = {
        {3, 0}, {-1, 0.5}, {0.5, -2}, {2, 0}, {-4, 0.25}, {0.125, 1}, {1, -0.5}, {-2, 8}
    };
    private static final Schedule ETA = t -> 0.1 / (t + 1);

    private static final Map<Dialect, double[]> AFTER_EIGHT_STEPS = Map.ofEntries(
            Map.entry(new PyTorchSgdm(0.9, 0.25), new double[] {0.43776313857142857, -2.0070118216517856}),
            Map.entry(new PyTorchAdagrad(0.5, 0.25, 0.01), new double[] {0.9092686204342397, -2.0123077692448827}),
            Map.entry(new KerasAdagrad(0.25, 0.01), new double[] {0.9145128853311906, -2.022020760645413}),
            Map.entry(new PyTorchRmsProp(0.8, 0.01), new double[] {0.8077536472820737, -2.0802849005599287}),
            Map.entry(
                    new PyTorchCenteredRmsProp(0.8, 0.01, 0.5), new double[] {0.6876757671550807, -2.1204038053105188}),
            Map.entry(new EfficientAdam(0.8, 0.95, 0.01), new double[] {0.864627916452728, -2.0113709512812847}),
            Map.entry(new PyTorchAmsGrad(0.8, 0.9, 0.01), new double[] {0.8626804012464006, -2.0135504344484154}),
            Map.entry(new PaperAmsGrad(0.8, 0.95), new double[] {0.881213761521361, -2.0126655484438922}),
            Map.entry(new SlideAdaBound(0.8, 0.5, 0.01, 0.02), new double[] {0.9669417265230852, -2.012735666949996}),
            Map.entry(new PaperAdaBound(0.8, 0.5, 0.02), new double[] {0.9603996397752832, -2.0026853003206595}),
            Map.entry(
                    new AuthorsAdaBound(0.8, 0.95, 0.01, 0.05, 0.5),
                    new double[] {0.8819962185182911, -1.9974750208435375}),
            Map.entry(
                    new AuthorsAmsBound(0.8, 0.95, 0.01, 0.05, 0.5),
                    new double[] {0.8819605612624212, -1.9974750208435375}),
            Map.entry(
                    new AuthorsAdaBoundW(0.8, 0.95, 0.01, 0.05, 0.5, 0.05),
                    new double[] {0.5799763778287625, -1.3261370804437216}),
            Map.entry(new PyTorchRAdam(0.8, 0.95, 0.01), new double[] {0.6201560217300488, -1.9787602121534091}),
            Map.entry(new AuthorsRAdam(0.8, 0.95, 0.01), new double[] {1.0009789136849068, -2.0021743051866703}),
            Map.entry(new PyTorchNadam(0.8, 0.95, 0.01, 0.3), new double[] {0.8989117075625279, -2.041480133012512}),
            Map.entry(new TimmSgdw(0.8, 0.2), new double[] {0.5167580999899093, -1.9202371616374272}),
            Map.entry(new PaperAdamW(0.8, 0.95, 0.01, 0.05), new double[] {0.7445688749124089, -1.7545020582072997}));

    @TestFactory
    Stream<DynamicTest> stepsAreThoseOfTheSource() {
        return AFTER_EIGHT_STEPS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().name(), () -> {
                    double[] theta = afterEightSteps(entry.getKey());
                    assertThat(theta[0]).isCloseTo(entry.getValue()[0], within(1e-14));
                    assertThat(theta[1]).isCloseTo(entry.getValue()[1], within(1e-14));
                }));
    }

    private static double[] afterEightSteps(Dialect dialect) {
        double[] theta = {1, -2};
        State state = dialect.init(2);
        for (int t = 1; t <= GRADIENTS.length; t++) {
            Movements.step(dialect, theta, GRADIENTS[t - 1].clone(), state, new Step(t, ETA.at(t - 1), ETA.at(0), t));
        }
        return theta;
    }
}
