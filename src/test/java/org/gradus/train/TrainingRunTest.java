package org.gradus.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gradus.equation.RuleNames;
import org.gradus.nn.network.Mlp;
import org.gradus.optim.Group;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.optim.after.Muon;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.rule.Adam;
import org.gradus.optim.rule.AdamW;
import org.gradus.optim.rule.Lookahead;
import org.gradus.optim.rule.Sgd;
import org.gradus.optim.rule.Sgdm;
import org.gradus.schedule.Constant;
import org.gradus.schedule.LinearWarmUp;
import org.gradus.schedule.Schedule;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that is saved and resumed ends with the bits of one that nothing disturbed. */
class TrainingRunTest {
    @TempDir
    private Path folder;

    static Stream<Named<Supplier<Training>>> trainings() {
        return Stream.of(
                Named.of("plain", () -> Recipes.plain(new Adam(), 0.01)),
                Named.of("with everything", Recipes::withEverything),
                Named.of(
                        "without shuffling",
                        () -> Recipes.plain(new Sgdm(), 0.1).withoutShuffling()),
                Named.of("averaged", () -> Recipes.plain(new Adam(), 0.01).withAveraging(0.9)),
                Named.of("stopping early", () -> Recipes.plain(new Adam(), 0.5).withPatience(1)),
                Named.of("diverging", () -> Recipes.plain(new Sgd(), 1e200)));
    }

    /** Saves after every step, resumes each checkpoint in a training made anew, and compares the ends. */
    @ParameterizedTest
    @MethodSource("trainings")
    void resumedAtAnyStepItEndsWithTheSameBits(Supplier<Training> recipe) {
        Training undisturbed = recipe.get();
        TrainingRun run = undisturbed.start();
        List<Checkpoint> checkpoints = new ArrayList<>(List.of(run.save()));
        while (run.step()) {
            checkpoints.add(run.save());
        }
        History history = run.finish();
        assertThat(checkpoints).hasSize(history.steps().size() + 1);
        for (Checkpoint checkpoint : checkpoints) {
            Training training = recipe.get();
            TrainingRun resumed = training.start();
            resumed.resume(checkpoint);
            assertThat(Recipes.bits(resumed.save())).isEqualTo(Recipes.bits(checkpoint));
            assertThat(resumed.finish()).isEqualTo(history);
            assertThat(Recipes.bits(training.model())).isEqualTo(Recipes.bits(undisturbed.model()));
            assertThat(Recipes.bits(resumed.save())).isEqualTo(Recipes.bits(run.save()));
        }
    }

    static Stream<Named<Supplier<Training>>> optimizers() {
        Schedule warmUp = new LinearWarmUp(12, new Constant(0.01));
        Stream<Named<Supplier<Training>>> rules = RuleNames.ofVectors()
                .map(name -> Named.of(name, () -> Recipes.plain(new RuleWithRate(Rules.named(name), warmUp))));
        Stream<Named<Supplier<Training>>> others = Stream.of(
                Named.of("with everything", TrainingRunTest::accumulating),
                Named.of("muon for the matrices", TrainingRunTest::matricesByMuon));
        return Stream.concat(others, rules);
    }

    private static Training matricesByMuon() {
        Training training = Recipes.plain(new Adam(), 0.01);
        Map<String, Parameter> parameters = training.model().trainable();
        return training.withOptimizer(new Optimizer(Group.split(
                parameters,
                (name, parameter) -> parameter.shape().rank() == 2,
                new Muon(),
                new AdamW(),
                new Constant(0.01))));
    }

    private static Training accumulating() {
        Training training = Recipes.plain(new Lookahead(new Adam()), 0.01);
        training.optimizer().with(new GradientNoise(5), new ClipNorm(1)).accumulating(3);
        return training;
    }

    /** Saved in the middle of an epoch, of a warm-up, of a cycle of Lookahead and of an accumulation. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void everyRuleGoesOnFromWhatItRemembers(Supplier<Training> recipe) {
        Training undisturbed = recipe.get().withEpochs(3);
        TrainingRun run = undisturbed.start();
        for (int i = 0; i < 7; i++) {
            run.step();
        }
        Path file = folder.resolve("checkpoint.safetensors");
        CheckpointFile.write(file, run.save());
        History history = run.finish();
        Training training = recipe.get().withEpochs(3);
        TrainingRun resumed = training.start();
        resumed.resume(CheckpointReader.read(file));
        assertThat(resumed.finish()).isEqualTo(history);
        assertThat(Recipes.bits(resumed.save())).isEqualTo(Recipes.bits(run.save()));
        assertThat(Recipes.bits(training.model())).isEqualTo(Recipes.bits(undisturbed.model()));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void aFileKeepsEveryBitOfACheckpoint(Supplier<Training> recipe) {
        TrainingRun run = recipe.get().start();
        Path file = folder.resolve("checkpoint.safetensors");
        boolean under = true;
        while (under) {
            Checkpoint checkpoint = run.save();
            CheckpointFile.write(file, checkpoint);
            Checkpoint read = CheckpointReader.read(file);
            assertThat(Recipes.bits(read)).isEqualTo(Recipes.bits(checkpoint));
            assertThat(read.steps()).isEqualTo(checkpoint.steps());
            assertThat(read.epochs()).isEqualTo(checkpoint.epochs());
            under = run.step();
        }
    }

    @Test
    void aRunCanGoBackInTime() {
        Training training = Recipes.withEverything();
        TrainingRun run = training.start();
        run.step();
        Checkpoint early = run.save();
        History first = run.finish();
        Map<String, String> weights = Recipes.bits(training.model());
        run.resume(early);
        assertThat(run.steps()).isEqualTo(1);
        assertThat(run.finish()).isEqualTo(first);
        assertThat(Recipes.bits(training.model())).isEqualTo(weights);
    }

    @Test
    void aFinishedRunMayGoOnForMoreEpochs() {
        Training eight = Recipes.withEverything().withPatience(0).withEpochs(8);
        History expected = eight.run();
        TrainingRun four = Recipes.withEverything().withPatience(0).start();
        four.finish(); // by now its model has the averaged weights
        Training longer = Recipes.withEverything().withPatience(0).withEpochs(8);
        TrainingRun resumed = longer.start();
        resumed.resume(four.save());
        assertThat(resumed.finish()).isEqualTo(expected);
        assertThat(Recipes.bits(longer.model())).isEqualTo(Recipes.bits(eight.model()));
    }

    @Test
    void aRunIsUnfinishedUntilNoStepIsLeft() {
        TrainingRun run = Recipes.plain(new Sgd(), 0.1).start();
        assertThat(run.history().outcome()).isEqualTo(new Outcome.Unfinished());
        assertThat(run.history().epochs()).isEmpty();
        int steps = 0;
        while (run.step()) {
            steps++;
            assertThat(run.steps()).isEqualTo(steps);
        }
        assertThat(steps).isEqualTo(20);
        assertThat(run.history().outcome()).isEqualTo(new Outcome.Completed());
        assertThat(run.step()).isFalse();
        assertThat(run.finish()).isEqualTo(run.finish());
    }

    @Test
    void listenersAreToldOfTheEndOnce() {
        List<String> heard = new ArrayList<>();
        TrainingRun run = Recipes.plain(new Sgd(), 0.1).start(new Listener() {
            @Override
            public void onStart(History past) {
                heard.add("start after " + past.steps().size());
            }

            @Override
            public void onEnd(History history) {
                heard.add("end after " + history.steps().size());
            }
        });
        run.step();
        Checkpoint one = run.save();
        run.finish();
        run.finish();
        run.resume(one);
        run.finish();
        assertThat(heard).containsExactly("start after 0", "end after 20", "start after 1", "end after 20");
    }

    /** Each refusal leaves the run as it was: it ends as if nothing had been tried. */
    @Test
    void aCheckpointOfAnotherTrainingIsRefusedAndNothingChanges() {
        Training training = Recipes.withEverything();
        TrainingRun run = training.start();
        for (int i = 0; i < 7; i++) {
            run.step();
        }
        Map<String, String> before = Recipes.bits(run.save());
        refused(run, Recipes.withEverything().withBatchSize(16), "batch size is 16 there, 32 here");
        refused(run, Recipes.withEverything().withSmoothing(0), "label smoothing is 0.0 there, 0.1 here");
        refused(run, Recipes.withEverything().withAveraging(0.5), "averaging is 0.5 there, 0.9 here");
        refused(run, Recipes.withEverything().withPatience(9), "patience is 9 there, 3 here");
        refused(run, Recipes.withEverything().withoutShuffling(), "shuffling is off there, on here");
        refused(run, Recipes.plain(new Adam(), 1), "curriculum is off there, 160 examples, fingerprint ");
        refused(
                run,
                Recipes.withEverything(new RuleWithRate(new Adam(), 1)),
                "the rule is sgdm, the saved one adam; use the same");
        assertThat(Recipes.bits(run.save())).isEqualTo(before);
        run.finish();
        Training undisturbed = Recipes.withEverything();
        undisturbed.run();
        assertThat(Recipes.bits(training.model())).isEqualTo(Recipes.bits(undisturbed.model()));
    }

    private static void refused(TrainingRun run, Training other, String reason) {
        TrainingRun otherRun = other.start();
        otherRun.step();
        Checkpoint foreign = otherRun.save();
        assertThatThrownBy(() -> run.resume(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aCheckpointOfAnotherModelSeedOrDataIsRefused() {
        TrainingRun run = Recipes.plain(new Sgd(), 0.1).start();
        refused(
                run,
                Recipes.of(Mlp.of(new RandomStream(1), 64, 13, 10), new Sgd(), 0.1),
                "weights do not fit the model, which is unchanged; of another shape: 0.weight is (64, 13)");
        Training other = Recipes.plain(new Sgd(), 0.1);
        refused(
                run,
                Training.of(other.model(), other.optimizer(), other.data(), new RandomStream(3))
                        .withBatchSize(32)
                        .withEvaluation(1, true),
                "random stream: the seed is 0000000000000002, that of the saved stream 0000000000000003");
        refused(
                run,
                Training.of(other.model(), other.optimizer(), Recipes.digits(205), new RandomStream(2))
                        .withBatchSize(32)
                        .withEvaluation(1, true),
                "training data is 164 examples of 64 features in 10 classes, fingerprint ");
    }

    /** What a checkpoint in memory refers to must not change with the run. */
    @Test
    void aCheckpointDoesNotChangeWhileTheRunGoesOn() {
        TrainingRun run = Recipes.withEverything().start();
        run.step();
        Checkpoint checkpoint = run.save();
        Map<String, String> before = Recipes.bits(checkpoint);
        Tensor weight = checkpoint.weights().get("0.weight");
        run.finish();
        assertThat(Recipes.bits(checkpoint)).isEqualTo(before);
        assertThat(checkpoint.weights().get("0.weight")).isSameAs(weight);
    }
}
