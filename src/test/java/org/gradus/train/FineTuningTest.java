package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gradus.data.Dataset;
import org.gradus.data.Digits;
import org.gradus.data.Split;
import org.gradus.nn.Layer;
import org.gradus.nn.Linear;
import org.gradus.nn.Sequential;
import org.gradus.nn.Weights;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Group;
import org.gradus.optim.Optimizer;
import org.gradus.optim.rule.Adam;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * Learn the digits 0 to 4, of which there are many, and then, with a new head, 5 to 9, of which there are few: first with a frozen body, then
 * with a lower rate for it.
 */
class FineTuningTest {
    private static final int HEAD = 3;

    private static Split digits(int from, int to, int training) {
        Dataset all = Digits.load();
        int[] labels = all.labels();
        int[] rows = IntStream.range(0, labels.length)
                .filter(i -> labels[i] >= from && labels[i] < to)
                .toArray();
        int[] renumbered = IntStream.of(rows).map(i -> labels[i] - from).toArray();
        Dataset chosen = Dataset.of(all.select(rows).features(), renumbered, to - from);
        return new Split(chosen.range(0, training), chosen.range(rows.length - 300, rows.length));
    }

    private static Training training(Layer model, Optimizer optimizer, Split data, int epochs) {
        return Training.of(model, optimizer, data, new RandomStream(5))
                .withBatchSize(20)
                .withEpochs(epochs);
    }

    private static Training onlyAdam(Layer model, Split data) {
        return training(model, new Optimizer(new Adam(), 0.01, model.trainable()), data, 10);
    }

    private static double accuracy(Layer model, Split data) {
        return Evaluation.of(model, data.validation()).accuracy();
    }

    /** One seed may be lucky either way: a margin of the mean over a few. */
    @Test
    void aBodyThatLearnedBeforeNeedsFewExamplesForANewHead() {
        int seeds = 6;
        double margin = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            margin += marginOfAPretrainedBody(seed) / seeds;
        }
        assertThat(margin).isGreaterThan(0.05);
    }

    /** How much more accurate a new head is on a body that learned than on a random one, both frozen. */
    private static double marginOfAPretrainedBody(int seed) {
        Split many = digits(0, 5, 580);
        Split few = digits(5, 10, 40);
        Sequential pretrained = Mlp.withBatchNorm(new RandomStream(seed), 64, 32, 5);
        onlyAdam(pretrained, many).run();
        assertThat(accuracy(pretrained, many)).isGreaterThan(0.9);

        Sequential frozen = pretrained
                .withHead(new Linear(32, 5, new RandomStream(100 + seed)))
                .withFrozen(HEAD);
        assertThat(frozen.trainable().keySet()).containsExactly("3.weight", "3.bias");
        Map<String, String> bodyBefore =
                Recipes.bits(new Sequential(pretrained.layers().subList(0, HEAD)));
        onlyAdam(frozen, few).run();
        assertThat(Recipes.bits(new Sequential(pretrained.layers().subList(0, HEAD))))
                .as("parameters and running statistics of the frozen body")
                .isEqualTo(bodyBefore);

        Sequential scratch =
                Mlp.withBatchNorm(new RandomStream(200 + seed), 64, 32, 5).withFrozen(HEAD);
        onlyAdam(scratch, few).run();
        return accuracy(frozen, few) - accuracy(scratch, few);
    }

    /** The rate of the body is a tenth of the head's; SGD-like first steps of Adam have the length of the rate, so it shows at once. */
    @Test
    void theBodyMayLearnAtALowerRate() {
        Split few = digits(5, 10, 40);
        Sequential model = Mlp.withBatchNorm(new RandomStream(1), 64, 32, 5);
        Map<String, Tensor> before = Weights.of(model);
        Schedule eta = t -> 0.01 / (t + 1);
        Map<String, Parameter> head = new LinkedHashMap<>(model.trainable());
        head.keySet().removeIf(path -> !path.startsWith(HEAD + "."));
        Map<String, Parameter> body = new LinkedHashMap<>(model.trainable());
        body.keySet().removeAll(head.keySet());
        List<Group> groups =
                List.of(new Group(new Adam(), eta, head), new Group(new Adam(), t -> 0.1 * eta.at(t), body));
        TrainingRun run = training(model, new Optimizer(groups), few, 10)
                .withEvaluation(1, true)
                .start();
        run.step();
        assertThat(largestChange(model, before, "3.weight")).isBetween(0.00999, 0.01);
        assertThat(largestChange(model, before, "0.weight")).isBetween(0.000999, 0.001);
        History history = run.finish();
        assertThat(history.steps().get(0).learningRate())
                .as("that of the first group")
                .isEqualTo(0.01);
        assertThat(history.last().onTraining().loss())
                .isLessThan(history.epochs().get(0).onTraining().loss());
    }

    private static double largestChange(Layer model, Map<String, Tensor> before, String path) {
        return Weights.of(model).get(path).sub(before.get(path)).max().item();
    }
}
