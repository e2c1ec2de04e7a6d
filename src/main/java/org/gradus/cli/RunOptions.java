package org.gradus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gradus.experiment.RunDescription;
import org.gradus.experiment.Setting;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** One option for each setting of a run, and one for a file with settings. */
final class RunOptions implements IModelTransformer {
    private static final String FILE = "--config";

    @Override
    public CommandSpec transform(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(FILE)
                .paramLabel("FILE")
                .type(Path.class)
                .description(
                        "A YAML or JSON file with settings of the same names as the options below, which come before it.")
                .build());
        for (String name : Setting.catalog().names()) {
            Setting setting = Setting.catalog().get(name);
            String otherwise = setting.otherwise().isEmpty() ? "" : " (default: " + setting.otherwise() + ")";
            spec.addOption(OptionSpec.builder("--" + name)
                    .paramLabel(setting.form())
                    .type(String.class)
                    .description(setting.description().replace("%", "%%") + otherwise)
                    .build());
        }
        return spec;
    }

    /** The settings of the file, if one is given, and of the options. */
    static RunDescription description(ParseResult parsed) throws IOException {
        Optional<Path> file = Optional.ofNullable(parsed.matchedOptionValue(FILE, (Path) null));
        if (file.isPresent() && !Files.isRegularFile(file.get())) {
            throw new IllegalArgumentException(
                    "%s: there is no file %s; give the path of one".formatted(FILE, file.get()));
        }
        RunDescription base = file.isPresent() ? RunDescription.read(file.get()) : new RunDescription(Map.of());
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : Setting.catalog().names()) {
            if (parsed.hasMatchedOption("--" + name)) {
                given.put(name, parsed.matchedOptionValue("--" + name, ""));
            }
        }
        return base.with(given);
    }
}
