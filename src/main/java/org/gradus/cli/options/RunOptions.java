package org.gradus.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gradus.experiment.RunSpec;
import org.gradus.experiment.Setting;
import org.gradus.experiment.SettingGroup;
import org.gradus.experiment.Settings;
import picocli.CommandLine.Help;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** One option for each setting of a run, in groups, and one for a file with settings. */
public final class RunOptions implements IModelTransformer {
    private static final String FILE = "--config";

    /** For the parser of the command line, which makes one. */
    public RunOptions() {}

    @Override
    public CommandSpec transform(CommandSpec spec) {
        return add(spec, setting -> true);
    }

    /** Those of a comparison, whose learning rates may be given for each rule. */
    public static final class OfComparison implements IModelTransformer {
        /** For the parser of the command line, which makes one. */
        public OfComparison() {}

        @Override
        public CommandSpec transform(CommandSpec spec) {
            return add(spec, setting -> setting != Settings.LEARNING_RATE);
        }
    }

    /** Those of a duel, which finds the rate of each of its rules. */
    public static final class OfDuel implements IModelTransformer {
        /** For the parser of the command line, which makes one. */
        public OfDuel() {}

        @Override
        public CommandSpec transform(CommandSpec spec) {
            return add(spec, setting -> setting != Settings.LEARNING_RATE && setting != Settings.RULE);
        }
    }

    /** Those that matter where the learning rate is swept. */
    public static final class OfRangeTest implements IModelTransformer {
        private static final Set<Setting<?>> MORE = Set.of(Settings.RULE, Settings.BATCH_SIZE, Settings.SHUFFLE);

        /** For the parser of the command line, which makes one. */
        public OfRangeTest() {}

        /**
         * {@return whether a setting is one of these}
         *
         * @param setting the setting
         */
        public static boolean has(Setting<?> setting) {
            return setting.group() == SettingGroup.DATA
                    || setting.group() == SettingGroup.MODEL
                    || MORE.contains(setting);
        }

        @Override
        public CommandSpec transform(CommandSpec spec) {
            return add(spec, OfRangeTest::has);
        }
    }

    private static CommandSpec add(CommandSpec spec, Predicate<Setting<?>> chosen) {
        spec.addOption(OptionSpec.builder(FILE)
                .paramLabel("FILE")
                .type(Path.class)
                .description(
                        "A YAML or JSON file with settings of the same names as the options, which come before it.")
                .build());
        settings().filter(chosen).forEach(setting -> spec.addOption(option(setting)));
        spec.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, RunOptions::grouped);
        for (String former : Settings.formerNames()) {
            if (!spec.optionsMap().containsKey("--" + former)) {
                spec.addOption(OptionSpec.builder("--" + former)
                        .type(String.class)
                        .arity("0..1")
                        .hidden(true)
                        .build());
            }
        }
        return spec;
    }

    /** The list of options, first those of the command, then the settings in their groups. */
    private static String grouped(Help help) {
        Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        groups.put("", new ArrayList<>());
        for (SettingGroup group : SettingGroup.values()) {
            groups.put("%n" + group + ":%n", new ArrayList<>());
        }
        for (OptionSpec option : help.commandSpec().options()) {
            String name = option.longestName().substring(2);
            boolean setting = Settings.catalog().names().contains(name);
            String heading = setting ? "%n" + Settings.catalog().get(name).group() + ":%n" : "";
            if (!option.hidden()) {
                groups.get(heading).add(option);
            }
        }
        StringBuilder text = new StringBuilder();
        groups.forEach((heading, options) -> {
            if (!options.isEmpty()) {
                text.append(String.format(Locale.ROOT, heading)).append(help.optionListExcludingGroups(options));
            }
        });
        return text.toString();
    }

    private static Stream<Setting<?>> settings() {
        return Settings.catalog().names().stream().map(Settings.catalog()::get);
    }

    private static OptionSpec option(Setting<?> setting) {
        String otherwise = setting.otherwise().isEmpty() ? "" : " (default: " + setting.otherwise() + ")";
        return OptionSpec.builder("--" + setting.name())
                .paramLabel(setting.form().text())
                .type(String.class)
                .description(setting.description().replace("%", "%%") + otherwise)
                .build();
    }

    /**
     * {@return the run of the file, if one is given, and of the options}
     *
     * @param parsed what was typed
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it describes no run, or an option has no value of its setting
     */
    public static RunSpec spec(ParseResult parsed) throws IOException {
        return base(parsed).with(given(parsed));
    }

    /**
     * {@return the run of the file, if one is given; else the usual one}
     *
     * @param parsed what was typed
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it describes no run
     */
    public static RunSpec base(ParseResult parsed) throws IOException {
        Optional<Path> file = Optional.ofNullable(parsed.matchedOptionValue(FILE, (Path) null));
        if (file.isPresent() && !Files.isRegularFile(file.get())) {
            throw new IllegalArgumentException(
                    "%s: there is no file %s; give the path of one".formatted(FILE, file.get()));
        }
        return file.isPresent() ? RunSpec.read(file.get()) : RunSpec.usual();
    }

    /**
     * {@return the settings of the options as they are typed, by name}
     *
     * @param parsed what was typed
     */
    public static Map<String, String> given(ParseResult parsed) {
        for (String former : Settings.formerNames()) {
            OptionSpec option = parsed.commandSpec().findOption("--" + former);
            if (option != null && option.hidden() && parsed.hasMatchedOption(option)) {
                Settings.named(former);
            }
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : Settings.catalog().names()) {
            OptionSpec option = parsed.commandSpec().findOption("--" + name);
            if (option != null && option.type() == String.class && parsed.hasMatchedOption(option)) {
                given.put(name, option.getValue());
            }
        }
        return given;
    }
}
