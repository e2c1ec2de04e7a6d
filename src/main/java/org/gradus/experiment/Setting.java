package org.gradus.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.catalog.Catalog;
import org.gradus.nn.Activation;

/**
 * One thing to choose about a training run: the same names in files and on the command line.
 *
 * @param name the name, such as {@code batch-size}
 * @param form what a value looks like, such as {@code N}
 * @param otherwise the value where none is given
 * @param description what it does, in one sentence
 */
public record Setting(String name, String form, String otherwise, String description) {
    /** What learns what. */
    private static final List<Setting> MODEL = List.of(
            new Setting(
                    "data", "NAME", "digits", "What to learn: digits, iris, moons, mnist:FOLDER, csv:FILE and others."),
            new Setting("standardize", "yes|no", "no", "Whether to bring every feature to mean 0 and deviation 1."),
            new Setting("seed", "N", "1", "Where all random numbers come from."),
            new Setting("hidden", "N,N", "64", "The widths of the hidden layers; empty for none."),
            new Setting(
                    "activation",
                    "NAME",
                    "relu",
                    "What stands behind every hidden layer: "
                            + String.join(", ", Activation.catalog().names()) + "."),
            new Setting(
                    "normalization",
                    "NAME",
                    "batch",
                    "What normalizes behind every hidden layer: " + String.join(", ", Networks.normalizations()) + "."),
            new Setting("dropout", "P", "0", "The share of hidden activations dropped while training."));

    /** How it learns. */
    private static final List<Setting> RULE = List.of(
            new Setting("rule", "RULE", "adam", "The optimizer."),
            new Setting("learning-rate", "VALUE", "", "The learning rate; one that suits the rule if none is given."),
            new Setting(
                    "hyper-parameters", "NAME=VALUE,…", "", "Hyper-parameters of the rule other than its defaults."),
            new Setting(
                    "decay-weights-only",
                    "yes|no",
                    "no",
                    "Whether biases and normalizations are spared a rule's decay."),
            new Setting("schedule", "NAME", "constant", "How the learning rate changes over the run."),
            new Setting("schedule-options", "NAME=VALUE,…", "", "Options of the schedule other than its defaults."),
            new Setting(
                    "cycle-momentum",
                    "yes|no",
                    "no",
                    "Whether sgdm's momentum goes from 0.95 to 0.85 and back over the run, as the 1cycle policy wants."),
            new Setting("warm-up", "STEPS", "0", "Over how many steps the learning rate rises to its full size."));

    /** What helps it. */
    private static final List<Setting> TRAINING = List.of(
            new Setting("epochs", "N", "20", "How often to go through the training data."),
            new Setting("batch-size", "N", "64", "Examples to a mini-batch."),
            new Setting("shuffle", "yes|no", "yes", "Whether every epoch has an order of its own."),
            new Setting("curriculum", "EPOCHS", "0", "Over how many epochs to go from the easiest examples to all."),
            new Setting("label-smoothing", "SHARE", "0", "The share of the target given to all classes alike."),
            new Setting("clip-norm", "C", "0", "The longest gradient; longer ones are shortened. 0 for no limit."),
            new Setting("clip-value", "C", "0", "The largest element of the gradient. 0 for no limit."),
            new Setting(
                    "gradient-noise",
                    "C",
                    "0",
                    "The deviation of the noise added to the first gradient; it falls as 1/t^0.55."),
            new Setting("accumulate", "K", "1", "How many gradients to average for one step of the rule."),
            new Setting(
                    "average",
                    "DECAY",
                    "0",
                    "The decay of a moving average of the weights, which is what is evaluated. 0 for none."),
            new Setting("patience", "EPOCHS", "0", "After how many epochs without improvement to stop. 0 for never."),
            new Setting(
                    "start-from",
                    "FILE",
                    "",
                    "A .safetensors file with the weights to start from; a head that does not fit is made anew."),
            new Setting(
                    "body-rate",
                    "FACTOR",
                    "1",
                    "By how much to multiply the learning rate of all but the last layer; 0 freezes them."),
            new Setting("checkpoint-every", "STEPS", "0", "How often to save the run; 0 for once per epoch."));

    private static final Catalog<Setting> ALL = Catalog.of(
            "setting",
            Stream.of(MODEL, RULE, TRAINING)
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(Setting::name, s -> s, (a, b) -> a, LinkedHashMap::new)));

    /** {@return all settings by name, in the order to list them} */
    public static Catalog<Setting> catalog() {
        return ALL;
    }
}
