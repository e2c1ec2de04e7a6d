package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gradus.catalog.Choice;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.options.WalkOptions;
import org.gradus.cli.terminal.Output;
import org.gradus.trace.Trace;
import org.gradus.view.Artifact;
import org.gradus.view.Receipt;
import org.gradus.view.trace.TraceChart;
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

/** {@code gradus trace}: every symbol of a rule at every step, and the walks of several rules in one picture. */
@Command(
        name = "trace",
        description = "Show every symbol of a rule at every step on a problem, or draw the walks of several rules.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TraceCommand implements Callable<Integer> {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;

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
            paramLabel = "RULES",
            description = "A rule or, for a picture, several: adam, adam:beta1=0.8, sgd,sgdm,lookahead(adam).")
    private String rules;

    @Mixin
    private WalkOptions walk;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES} (default: text, or with --plot the picture only); html is a page with a slider.")
    private Format format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write (default: the console; a page goes to target/RULE-on-PROBLEM.html).")
    private Path out;

    @Option(
            names = "--plot",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "FILE",
            description =
                    "Draw the walks, to a file ending in .png, .svg or .pdf (default: target/RULES-on-PROBLEM.png).")
    private String plot;

    @Override
    public Integer call() throws IOException {
        ProgressOption.noteKernel(ProgressOption.Form.none); // a walk has no products to speed up
        List<Trace> traces;
        Artifact picture;
        try {
            traces = traces();
            picture = plot == null ? null : picture(traces);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        PrintWriter console = spec.commandLine().getOut();
        if (format != null || picture == null) {
            show(traces, console);
        }
        if (picture != null) {
            console.println("picture: " + picture.write(Path.of("")));
        }
        console.flush();
        return ExitCode.OK;
    }

    private List<Trace> traces() {
        List<String> typed = Choice.list(rules);
        boolean oneOnly = out != null || format != null && format != Format.text;
        if (typed.size() > 1 && oneOnly) {
            throw new IllegalArgumentException(
                    "a file and the formats csv, json and html have one rule, found %s: %s; give one, or draw all with --plot alone"
                            .formatted(typed.size(), rules));
        }
        if (format == null && plot != null && out != null) {
            throw new IllegalArgumentException(
                    "--out is where the trace goes, --plot where the picture goes; with both, say the trace's --format");
        }
        return walk.rules(typed).stream()
                .map(rule -> Trace.from(walk.start(), rule, walk.landscape(), walk.steps()))
                .toList();
    }

    private Artifact picture(List<Trace> traces) {
        String file = plot.isEmpty() ? Path.of("target", name(traces) + ".png").toString() : plot;
        return Artifact.chart(file, TraceChart.of(traces), WIDTH, HEIGHT, receipt());
    }

    private static String name(List<Trace> traces) {
        return "%s-on-%s"
                .formatted(
                        traces.stream()
                                .map(trace -> trace.rule().name())
                                .distinct()
                                .collect(Collectors.joining("-")),
                        traces.get(0).landscape().name());
    }

    private Receipt receipt() {
        return CommandReceipt.of(spec);
    }

    private String page(Trace trace) {
        return TracePage.html(trace, receipt());
    }

    /** The page that {@code --format html} writes, after the command line was read. */
    String page() {
        return page(traces().get(0));
    }

    private void show(List<Trace> traces, PrintWriter console) throws IOException {
        Trace trace = traces.get(0);
        String content = switch (format == null ? Format.text : format) {
            case text -> traces.stream().map(TraceTable::text).collect(Collectors.joining("\n"));
            case csv -> TraceTable.csv(trace);
            case json -> TraceJson.json(trace);
            case html -> page(trace);
        };
        boolean page = format == Format.html;
        Path file = out == null && page ? Path.of("target", name(traces) + ".html") : out;
        if (file == null && (format == Format.csv || format == Format.json)) {
            Output.data(console, content);
        } else if (file == null) {
            console.print(content);
        } else {
            Path written = Artifact.text(file.toString(), content).write(Path.of(""));
            console.println((page ? "page: " : "file: ") + written);
        }
    }
}
