package org.gradus.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.catalog.Catalog;
import org.gradus.catalog.Choice;
import org.gradus.nn.Activation;
import org.gradus.optim.Rules;
import org.gradus.schedule.ScheduleText;
import org.gradus.train.Task;

/**
 * All settings of a run, one constant each. What is on this list is an option of the commands, a key of the files, and a part of every record.
 */
public final class Settings {
    private static final int MANY = 1_000_000_000;
    private static final double LARGE = 1e100;

    /** What to learn. */
    public static final Setting<String> DATA = setting(
            "data",
            SettingGroup.DATA,
            Form.text("NAME", DataSources::meant),
            "digits",
            "What to learn: " + String.join(", ", DataSources.forms()) + ".");

    /** Which column of a CSV file is to be predicted. */
    public static final Setting<String> LABEL = setting(
            "label",
            SettingGroup.DATA,
            Form.text("COLUMN", text -> text),
            "",
            "The column of a CSV file to predict, by its name; the last if none is given.");

    /** What the model is to do. */
    public static final Setting<String> TASK = setting(
            "task",
            SettingGroup.DATA,
            Form.text("TASK", text -> Task.parse(text.toLowerCase(Locale.ROOT)).text()),
            "classification",
            "What the model is to do: classification, binary, regression or huber:delta=1, regression with Huber's loss.");

    /** The share of the examples by which choices are made. */
    public static final Setting<Double> VALIDATION_SHARE = setting(
            "validation-share",
            SettingGroup.DATA,
            Form.number("SHARE", value -> value > 0 && value < 1, "more than 0 and less than 1"),
            "0.2",
            "The share of the examples by which choices are made, not learned from.");

    /** The share of the examples by which the result is judged. */
    public static final Setting<Double> TEST_SHARE = setting(
            "test-share",
            SettingGroup.DATA,
            Form.number("SHARE", value -> value >= 0 && value < 1, "at least 0 and less than 1"),
            "0.2",
            "The share of the examples by which the result is judged once, in the end; data that comes with such a part keeps it.");

    /** Whether each part has the same share of each class. */
    public static final Setting<Boolean> STRATIFY = setting(
            "stratify", SettingGroup.DATA, Form.flag(), "no", "Whether each part has the same share of each class.");

    /** Whether features are brought to one scale. */
    public static final Setting<Boolean> STANDARDIZE = setting(
            "standardize",
            SettingGroup.DATA,
            Form.flag(),
            "no",
            "Whether to bring every feature to mean 0 and deviation 1.");

    /** Where all random numbers come from. */
    public static final Setting<Long> SEED = setting(
            "seed",
            SettingGroup.DATA,
            Form.longCount("N", 0, 999_999_999_999_999_999L),
            "1",
            "Where all random numbers come from: the split, the first weights, the order of the batches.");

    /** By which seed the test part is chosen. */
    public static final Setting<Long> TEST_SEED = setting(
            "test-seed",
            SettingGroup.DATA,
            Form.longCount("N", -1, 999_999_999_999_999_999L),
            "-1",
            "The seed by which the test part alone is chosen, so that runs of several seeds leave the same examples out; -1 for the run's own seed.");

    /** The widths of the hidden layers. */
    public static final Setting<Widths> HIDDEN =
            setting("hidden", SettingGroup.MODEL, Form.widths(), "64", "The widths of the hidden layers, or none.");

    /** What stands behind every hidden layer. */
    public static final Setting<String> ACTIVATION = setting(
            "activation",
            SettingGroup.MODEL,
            Form.name(Activation.catalog()),
            "relu",
            "What stands behind every hidden layer: "
                    + String.join(", ", Activation.catalog().names()) + ".");

    /** What normalizes behind every hidden layer. */
    public static final Setting<String> NORMALIZATION = setting(
            "normalization",
            SettingGroup.MODEL,
            Form.text("NAME", Networks::normalization),
            "batch",
            "What normalizes behind every hidden layer: " + String.join(", ", Networks.normalizations()) + ".");

    /** The share of hidden activations that is dropped. */
    public static final Setting<Double> DROPOUT = setting(
            "dropout",
            SettingGroup.MODEL,
            Form.number("P", value -> value >= 0 && value < 1, "at least 0 and less than 1"),
            "0",
            "The share of hidden activations dropped while training.");

    /** A file with the first weights. */
    public static final Setting<String> START_FROM = setting(
            "start-from",
            SettingGroup.MODEL,
            Form.text("FILE", text -> text),
            "",
            "A .safetensors file with the weights to start from; a head that does not fit is made anew.");

    /** The optimizer. */
    public static final Setting<Choice> RULE = setting(
            "rule",
            SettingGroup.RULE,
            new Form<>("RULE", Choice.class, Completion::ruleAsTyped, Choice::toString),
            "adam",
            "The optimizer, perhaps with hyper-parameters, as in adam:beta1=0.8,epsilon=1e-6 or cycled(sgdm).");

    /** The learning rate: the rule's usual one where none is given. */
    public static final Setting<Double> LEARNING_RATE = new Setting<>(
            "learning-rate",
            SettingGroup.RULE,
            Form.number("VALUE", value -> value > 0 && value <= LARGE, "a number, more than 0 and at most 1e100"),
            spec -> Rules.entry(spec.get(RULE).name()).usualRate(),
            "the usual one of the rule",
            "The learning rate.");

    /** How the learning rate changes. */
    public static final Setting<ScheduleText> SCHEDULE = setting(
            "schedule",
            SettingGroup.RULE,
            new Form<>("SCHEDULE", ScheduleText.class, Completion::scheduleAsTyped, ScheduleText::toString),
            "constant",
            "How the learning rate changes, perhaps with options, as in one-cycle:share=0.3, cosine:linearWarmUp=100 or constant@100+cosine.");

    /** By how much the learning rate of the body is multiplied. */
    public static final Setting<Double> BODY_RATE = setting(
            "body-rate",
            SettingGroup.RULE,
            Form.number("FACTOR", value -> value >= 0 && value <= 1e6, "a number from 0 to 1e6"),
            "1",
            "By how much to multiply the learning rate of all but the last layer; 0 freezes them.");

    /** Whether biases are spared a rule's decay. */
    public static final Setting<Boolean> DECAY_WEIGHTS_ONLY = setting(
            "decay-weights-only",
            SettingGroup.RULE,
            Form.flag(),
            "no",
            "Whether biases and normalizations are spared a rule's decay.");

    /** The longest gradient. */
    public static final Setting<Double> CLIP_NORM = setting(
            "clip-norm",
            SettingGroup.RULE,
            size(),
            "0",
            "The longest gradient; longer ones are shortened. 0 for no limit.");

    /** The largest element of a gradient. */
    public static final Setting<Double> CLIP_VALUE = setting(
            "clip-value", SettingGroup.RULE, size(), "0", "The largest element of the gradient. 0 for no limit.");

    /** The noise that is added to gradients. */
    public static final Setting<Double> GRADIENT_NOISE = setting(
            "gradient-noise",
            SettingGroup.RULE,
            size(),
            "0",
            "The deviation of the noise added to the first gradient; it falls as 1/t^0.55.");

    /** How many gradients make one step of the rule. */
    public static final Setting<Integer> ACCUMULATE = setting(
            "accumulate",
            SettingGroup.RULE,
            Form.count("K", 1, MANY),
            "1",
            "How many gradients to average for one step of the rule.");

    /** The moving average of the weights. */
    public static final Setting<Double> AVERAGE = setting(
            "average",
            SettingGroup.RULE,
            Form.number("DECAY", value -> value >= 0 && value < 1, "at least 0 and less than 1"),
            "0",
            "The decay of a moving average of the weights, which is what is evaluated. 0 for none.");

    /** How often the model is judged. */
    public static final Setting<Integer> EVALUATE_EVERY = setting(
            "evaluate-every",
            SettingGroup.TRAINING,
            Form.count("EPOCHS", 1, MANY),
            "1",
            "After how many epochs to judge the model on the validation data; the last one counts too.");

    /** Whether the model is judged on the training data too. */
    public static final Setting<Boolean> EVALUATE_TRAINING = setting(
            "evaluate-training",
            SettingGroup.TRAINING,
            Form.flag(),
            "yes",
            "Whether to judge it on all training data too, for the curves.");

    /** Whether the model is judged on the test part too, again and again. */
    public static final Setting<Boolean> EVALUATE_TEST = setting(
            "evaluate-test",
            SettingGroup.TRAINING,
            Form.flag(),
            "no",
            "Whether to judge it on the test data too, for the curves; nothing is chosen by them.");

    /** How often to go through the training data. */
    public static final Setting<Integer> EPOCHS = setting(
            "epochs",
            SettingGroup.TRAINING,
            Form.count("N", 1, MANY),
            "20",
            "How often to go through the training data.");

    /** The size of a mini-batch. */
    public static final Setting<Integer> BATCH_SIZE =
            setting("batch-size", SettingGroup.TRAINING, Form.count("N", 1, MANY), "64", "Examples to a mini-batch.");

    /** Whether the batches have another order in each epoch. */
    public static final Setting<Boolean> SHUFFLE = setting(
            "shuffle", SettingGroup.TRAINING, Form.flag(), "yes", "Whether every epoch has an order of its own.");

    /** How long easy examples come first. */
    public static final Setting<Integer> CURRICULUM = setting(
            "curriculum",
            SettingGroup.TRAINING,
            Form.count("EPOCHS", 0, MANY),
            "0",
            "Over how many epochs to go from the easiest examples to all. 0 for all at once.");

    /** How much labels are smoothed. */
    public static final Setting<Double> LABEL_SMOOTHING = setting(
            "label-smoothing",
            SettingGroup.TRAINING,
            Form.number("SHARE", value -> value >= 0 && value <= 1, "from 0 to 1"),
            "0",
            "The share of the target given to all classes alike.");

    /** When to stop early. */
    public static final Setting<Integer> PATIENCE = setting(
            "patience",
            SettingGroup.TRAINING,
            Form.count("EPOCHS", 0, MANY),
            "0",
            "After how many epochs without a lower validation loss to stop. 0 for never.");

    private static final Catalog<Setting<?>> ALL = Catalog.of("setting", all());

    /** What there was once, and how it is written now. */
    private static final Map<String, String> FORMER = Map.of(
            "hyper-parameters", "hyper-parameters stand behind the rule: rule=adam:beta1=0.8,epsilon=1e-6",
            "schedule-options", "options stand behind the schedule: schedule=one-cycle:share=0.3",
            "warm-up", "a warm-up stands behind the schedule: schedule=constant:linearWarmUp=100",
            "cycle-momentum", "a momentum that follows the 1cycle policy is a rule around the rule: rule=cycled(sgdm)",
            "checkpoint-every",
                    "how often to save is no setting of the run, but an option of the command: gradus train --checkpoint-every 100");

    private Settings() {}

    private static Form<Double> size() {
        return Form.number("C", value -> value >= 0 && value <= LARGE, "a number from 0 to 1e100");
    }

    private static <T> Setting<T> setting(
            String name, SettingGroup group, Form<T> form, String otherwise, String description) {
        T usual = form.reader().apply(otherwise);
        return new Setting<>(name, group, form, spec -> usual, otherwise, description);
    }

    private static Map<String, Setting<?>> all() {
        return Stream.<Setting<?>>of(
                        DATA,
                        LABEL,
                        TASK,
                        VALIDATION_SHARE,
                        TEST_SHARE,
                        STRATIFY,
                        STANDARDIZE,
                        SEED,
                        TEST_SEED,
                        HIDDEN,
                        ACTIVATION,
                        NORMALIZATION,
                        DROPOUT,
                        START_FROM,
                        RULE,
                        LEARNING_RATE,
                        SCHEDULE,
                        BODY_RATE,
                        DECAY_WEIGHTS_ONLY,
                        CLIP_NORM,
                        CLIP_VALUE,
                        GRADIENT_NOISE,
                        ACCUMULATE,
                        AVERAGE,
                        EPOCHS,
                        BATCH_SIZE,
                        SHUFFLE,
                        CURRICULUM,
                        LABEL_SMOOTHING,
                        PATIENCE,
                        EVALUATE_EVERY,
                        EVALUATE_TRAINING,
                        EVALUATE_TEST)
                .collect(Collectors.toMap(Setting::name, s -> s, (a, b) -> a, LinkedHashMap::new));
    }

    /** {@return all settings by name, in the order to list them} */
    public static Catalog<Setting<?>> catalog() {
        return ALL;
    }

    /**
     * {@return the setting that somebody means who types its name}
     *
     * @param typed the name
     * @throws IllegalArgumentException if there is no such setting; the message has the nearest name, or how what was once one is written now
     */
    public static Setting<?> named(String typed) {
        if (FORMER.containsKey(typed.strip())) {
            throw new IllegalArgumentException("%s: %s".formatted(typed.strip(), FORMER.get(typed.strip())));
        }
        return ALL.get(ALL.meant(typed));
    }

    /** {@return names that once were settings: whoever types one is told by {@link #named} how it is written now} */
    public static List<String> formerNames() {
        return FORMER.keySet().stream().sorted().toList();
    }
}
