package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gradus.data.AtomicFile;
import org.gradus.optim.RuleWithRate;
import org.gradus.trace.Trace;
import org.gradus.view.trace.TraceJson;
import org.gradus.view.trace.TracePage;
import org.gradus.view.trace.TraceTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus trace}: every symbol of a rule at every step. */
@Command(
        name = "trace",
        description = "Show every symbol of a rule at every step on a problem.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TraceCommand implements Callable<Integer> {
    private enum Format {
        text,
        csv,
        json,
        html
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RULE",
            description = "The rule, perhaps with hyper-parameters as in adam:beta1=0.8.")
    private String rule;

    @Mixin
    private WalkOptions walk;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); html is a page with a slider.")
    private Format format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write (default: the console; a page goes to target/RULE-on-PROBLEM.html).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        Trace trace = trace();
        String content = switch (format) {
            case text -> TraceTable.text(trace);
            case csv -> TraceTable.csv(trace);
            case json -> TraceJson.json(trace);
            case html -> TracePage.html(trace);
        };
        PrintWriter console = spec.commandLine().getOut();
        if (out == null && format == Format.html) {
            out = Path.of(
                    "target",
                    "%s-on-%s.html"
                            .formatted(trace.rule().name(), trace.landscape().name()));
        }
        if (out == null) {
            console.print(content);
        } else {
            Path folder = out.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            AtomicFile.write(out, content.getBytes(StandardCharsets.UTF_8));
            console.println((format == Format.html ? "page: " : "file: ") + out.toAbsolutePath());
        }
        console.flush();
        return ExitCode.OK;
    }

    private Trace trace() {
        try {
            RuleArgument argument = RuleArgument.parse(rule);
            return Trace.from(
                    walk.start(),
                    new RuleWithRate(argument.rule(), walk.learningRate(argument)),
                    walk.landscape(),
                    walk.steps());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
