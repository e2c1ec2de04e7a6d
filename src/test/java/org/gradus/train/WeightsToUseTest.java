package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.gradus.nn.Layer;
import org.gradus.nn.StatisticsRefresh;
import org.gradus.nn.Weights;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.after.Sam;
import org.gradus.optim.after.ScheduleFreeSgd;
import org.gradus.optim.rule.Sgd;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** A model with batch normalization that is judged and used elsewhere than it learns, or whose rule sees a batch twice. */
class WeightsToUseTest {
    private static Training training(UpdateRule rule, double eta) {
        return Recipes.of(Mlp.withBatchNorm(new RandomStream(1), 64, 12, 10), rule, eta);
    }

    private static double[] trainable(Layer model) {
        return model.trainable().values().stream()
                .flatMapToDouble(parameter -> DoubleStream.of(parameter.value().toArray()))
                .toArray();
    }

    private static Map<String, double[]> statistics(Layer model) {
        return model.buffers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, buffer -> buffer.getValue().value().toArray()));
    }

    @Test
    void scheduleFreeLearnsAtYAndIsJudgedAndLeftAtX() {
        Training training = training(new ScheduleFreeSgd(), 0.5);
        TrainingRun run = training.start();
        while (run.step()) {
            double[] x = training.optimizer().state().vector("x");
            assertThat(trainable(training.model())).isNotEqualTo(x);
        }
        Map<String, Tensor> atY = run.save().weights();
        History history = run.finish();
        assertThat(trainable(training.model()))
                .isEqualTo(training.optimizer().state().vector("x"));
        assertThat(run.save().weights().keySet()).isEqualTo(atY.keySet());
        assertThat(Evaluation.of(training.model(), training.data().validation()))
                .isEqualTo(history.last().validation());
    }

    @Test
    void statisticsAreGatheredWhereItIsUsed() {
        Training training = training(new ScheduleFreeSgd(), 0.5);
        TrainingRun run = training.start();
        while (run.step()) {}
        Map<String, double[]> ofY = statistics(training.model());
        run.finish();
        Map<String, double[]> ofX = statistics(training.model());
        StatisticsRefresh.run(training.model(), training.data().training().features());
        statistics(training.model()).forEach((name, value) -> {
            assertThat(ofX.get(name)).as(name).containsExactly(value);
            assertThat(ofY.get(name)).as(name).isNotEqualTo(value);
        });
    }

    /** The first pass of SAM is that of SGD; the second, where it climbed to, leaves no trace but in the weights. */
    @Test
    void theSecondPassOfSamMovesNoStatistics() {
        Training plain = training(new Sgd(), 0.1);
        Training twice = training(new Sam(new Sgd(), 0.5), 0.1);
        plain.start().step();
        twice.start().step();
        Map<String, double[]> expected = statistics(plain.model());
        statistics(twice.model())
                .forEach((name, value) -> assertThat(value).as(name).containsExactly(expected.get(name)));
        assertThat(Weights.of(twice.model()).get("0.weight").toArray())
                .isNotEqualTo(Weights.of(plain.model()).get("0.weight").toArray());
    }
}
