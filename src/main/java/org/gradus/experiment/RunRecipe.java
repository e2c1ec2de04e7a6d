package org.gradus.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradus.data.Dataset;
import org.gradus.data.Safetensors;
import org.gradus.data.Split;
import org.gradus.data.Standardizer;
import org.gradus.nn.Sequential;
import org.gradus.nn.Weights;
import org.gradus.optim.Group;
import org.gradus.optim.Optimizer;
import org.gradus.optim.RuleWithRate;
import org.gradus.optim.Rules;
import org.gradus.optim.Treatment;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.gradient.ClipValue;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.rule.Sgd;
import org.gradus.schedule.LinearWarmUp;
import org.gradus.schedule.Schedule;
import org.gradus.schedule.Schedules;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.RandomStream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.train.Curriculum;
import org.gradus.train.Training;

/** A described run made ready: the data opened, and model, rule and training built from the description, the same each time. */
public final class RunRecipe {
    private static final double NOISE_EXPONENT = 0.55; // Neelakantan et al. 2015

    private final RunDescription description;
    private final RandomStream random;
    private final Split data;

    /**
     * Opens the data of a run.
     *
     * @param description the run
     * @throws IllegalArgumentException if a setting has a value that it cannot have
     * @throws org.gradus.data.DataException if the data cannot be read
     */
    public RunRecipe(RunDescription description) {
        this.description = description;
        this.random = new RandomStream(description.count("seed", 0));
        Split opened = DataSources.open(description.text("data"), random.split("split"));
        this.data = isOn("standardize") ? Standardizer.standardized(opened) : opened;
    }

    private boolean isOn(String setting) {
        return description.word(setting, "yes", "no").equals("yes");
    }

    /** {@return what to learn from and what to be judged by} */
    public Split data() {
        return data;
    }

    /** {@return the training, before its first step} */
    public Training training() {
        return training(description);
    }

    /**
     * {@return the training with other settings of its rule: another future of the same beginning}
     *
     * @param changes settings such as {@code rule} and {@code learning-rate}; those of the data and the model stay as they are
     */
    public Training training(Map<String, String> changes) {
        return training(description.with(changes));
    }

    private Training training(RunDescription run) {
        Sequential model = model();
        int every = run.count("accumulate", 1);
        Optimizer unused = new Optimizer(new Sgd(), 1, model.trainable()).accumulating(every);
        Training plain = Training.of(model, unused, data, random.split("shuffle"))
                .withEpochs(run.count("epochs", 1))
                .withEvaluation(1, true)
                .withBatchSize(run.count("batch-size", 1))
                .withSmoothing(run.number("label-smoothing"))
                .withAveraging(run.number("average"));
        if (run.count("patience", 0) > 0) {
            plain = plain.withPatience(run.count("patience", 0));
        }
        if (run.count("curriculum", 0) > 0) {
            plain = plain.withCurriculum(curriculum(data.training(), run.count("curriculum", 0)));
        }
        if (!isOn("shuffle")) {
            plain = plain.withoutShuffling();
        }
        return plain.withOptimizer(optimizer(run, model, plain.updates()).accumulating(every));
    }

    /** The easiest examples first: those nearest to the mean of their class. */
    private static Curriculum curriculum(Dataset training, int epochs) {
        return Curriculum.of(epoch -> Math.min(1, (double) epoch / epochs), ClassMeans.distances(training));
    }

    private Sequential model() {
        Sequential model = Networks.mlp(
                description, random, data.training().width(), data.training().classes());
        if (!description.text("start-from").isEmpty()) {
            start(model, Path.of(description.text("start-from")));
        }
        return model;
    }

    /** Gives the model the weights of a file, but for the last layer where the file's does not fit. */
    private static void start(Sequential model, Path file) {
        Map<String, Tensor> weights = new LinkedHashMap<>(Safetensors.read(file).tensors());
        String head = head(model);
        Map<String, Tensor> own = Weights.of(model);
        boolean fits = own.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(head))
                .allMatch(entry -> weights.containsKey(entry.getKey())
                        && weights.get(entry.getKey())
                                .shape()
                                .equals(entry.getValue().shape()));
        if (!fits) {
            requireOurForm(file, head + "weight", own, weights);
            own.forEach((path, value) -> {
                if (path.startsWith(head)) {
                    weights.put(path, value);
                }
            });
        }
        Weights.load(model, weights);
    }

    /** Refuses a head with other inputs than the model's: it is no other head of the same body, but perhaps a transposed one. */
    private static void requireOurForm(Path file, String path, Map<String, Tensor> own, Map<String, Tensor> found) {
        Shape shape = found.containsKey(path)
                ? found.get(path).shape()
                : own.get(path).shape();
        int inputs = own.get(path).shape().size(0);
        if (shape.rank() != 2 || shape.size(0) != inputs) {
            throw new IllegalArgumentException(
                    ("start-from: %s has %s of shape %s, but the model's head needs (%s, classes); PyTorch stores it transposed: "
                                    + "take its weights over by StateDictionary.load, and save them by Safetensors.write")
                            .formatted(file, path, shape, inputs));
        }
    }

    private static String head(Sequential model) {
        return model.layers().size() - 1 + ".";
    }

    /** One group of parameters for each learning rate and each decay that are asked for. */
    private Optimizer optimizer(RunDescription run, Sequential model, long updates) {
        double bodyRate = run.number("body-rate");
        boolean sparing = run.word("decay-weights-only", "yes", "no").equals("yes");
        Map<String, RuleWithRate> rules = new LinkedHashMap<>();
        Map<String, Map<String, Parameter>> parameters = new LinkedHashMap<>();
        model.trainable().forEach((path, parameter) -> {
            double factor = path.startsWith(head(model)) ? 1 : bodyRate;
            boolean spared = sparing && parameter.shape().rank() < 2;
            if (factor > 0) {
                String kind = factor + " " + spared;
                rules.computeIfAbsent(
                        kind, each -> new RuleWithRate(rule(run, updates, spared), eta(run, updates, factor)));
                parameters.computeIfAbsent(kind, each -> new LinkedHashMap<>()).put(path, parameter);
            }
        });
        List<Group> list = new ArrayList<>();
        rules.forEach((kind, rule) -> list.add(new Group(rule.rule(), rule.eta(), parameters.get(kind))));
        return new Optimizer(list)
                .with(treatments(run))
                .leaving(model.parameters().values());
    }

    private static Schedule eta(RunDescription run, long updates, double factor) {
        double usual = Rules.entry(run.text("rule")).usualRate();
        double rate = factor * (run.text("learning-rate").isEmpty() ? usual : run.number("learning-rate"));
        Schedule eta =
                Schedules.named(run.text("schedule"), rate, Math.max(1, updates), run.options("schedule-options"));
        int warmUp = run.count("warm-up", 0);
        return warmUp == 0 ? eta : new LinearWarmUp(warmUp, eta);
    }

    private static UpdateRule rule(RunDescription run, long updates, boolean spared) {
        Map<String, Double> hyperparameters = new LinkedHashMap<>(run.options("hyper-parameters"));
        if (spared) {
            hyperparameters.put("gamma", 0.0);
        }
        boolean cycled = run.word("cycle-momentum", "yes", "no").equals("yes");
        if (cycled) {
            hyperparameters.putIfAbsent("steps", (double) updates);
        }
        String name = run.text("rule");
        return Rules.named(cycled ? "cycled(" + name + ")" : name, hyperparameters);
    }

    /** What is done to the gradients, first to last. */
    private static Treatment[] treatments(RunDescription run) {
        List<Treatment> treatments = new ArrayList<>();
        if (run.number("clip-norm") != 0) {
            treatments.add(new ClipNorm(run.number("clip-norm")));
        }
        if (run.number("clip-value") != 0) {
            treatments.add(new ClipValue(run.number("clip-value")));
        }
        if (run.number("gradient-noise") != 0) {
            treatments.add(new GradientNoise(run.number("gradient-noise"), NOISE_EXPONENT, run.count("seed", 0)));
        }
        return treatments.toArray(Treatment[]::new);
    }
}
