package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gradus.catalog.Catalog;
import org.gradus.catalog.Choice;
import org.gradus.chart.Chart;
import org.gradus.equation.Equations;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Landscapes;
import org.gradus.optim.Rules;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.dialect.Dialect;
import org.gradus.schedule.Schedule;
import org.gradus.schedule.ScheduleText;
import org.gradus.schedule.Schedules;
import org.gradus.tensor.Shape;
import org.gradus.view.Artifact;
import org.gradus.view.LandscapeChart;
import org.gradus.view.Numbers;
import org.gradus.view.ScheduleChart;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus explain}: the equations of a rule or a schedule, or a problem's formula. */
@Command(
        name = "explain",
        description =
                "Print the equations of a rule or a schedule, or the formula of a problem; without a name, list them all.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Explain implements Callable<Integer> {
    private static final int COLUMNS = 100;
    private static final int INDENT = 11;
    private static final double EXAMPLE_RATE = 0.1;
    private static final int EXAMPLE_STEPS = 1000;
    private static final int WIDTH = 720;
    private static final int HEIGHT = 450;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description =
                    "A rule, a schedule or a problem, perhaps with numbers: adam:beta1=0.8, lookahead(adam), one-cycle:share=0.3, ackley:dimensions=10.")
    private String name;

    @Option(names = "--latex", description = "Print the equations as LaTeX.")
    private boolean latex;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Draw a schedule, or a problem of two numbers, to a file ending in .png, .svg or .pdf.")
    private Path plot;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (name == null) {
                list(out);
            } else {
                explain(out);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        out.flush();
        return ExitCode.OK;
    }

    private void list(PrintWriter out) {
        if (latex || plot != null) {
            throw new IllegalArgumentException(
                    "%s needs a name, as in gradus explain one-cycle; 'gradus explain' lists them all"
                            .formatted(latex ? "--latex" : "--plot"));
        }
        out.println("rules:     " + wrapped(Rules.names()));
        out.println("around:    " + wrapped(Rules.wrapperNames()) + ", with a rule in brackets: lookahead(adam)");
        out.println("schedules: " + wrapped(Schedules.names()));
        out.println("problems:  " + wrapped(Landscapes.names()));
    }

    /** The names, in lines of at most 100 columns. */
    private static String wrapped(Set<String> names) {
        StringBuilder text = new StringBuilder();
        int column = INDENT;
        for (String name : names) {
            if (column + name.length() + 2 > COLUMNS) {
                text.setLength(text.length() - 1);
                text.append('\n').append(" ".repeat(INDENT));
                column = INDENT;
            }
            text.append(name).append(", ");
            column += name.length() + 2;
        }
        return text.substring(0, text.length() - 2);
    }

    /** What a name may mean: the first word of it, in one list of all kinds. */
    private enum Kind {
        RULE,
        AROUND,
        SCHEDULE,
        PROBLEM
    }

    private void explain(PrintWriter out) throws IOException {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        Rules.names().forEach(each -> kinds.put(each, Kind.RULE));
        Rules.wrapperNames().forEach(each -> kinds.put(each, Kind.AROUND));
        Schedules.names().forEach(each -> kinds.put(each, Kind.SCHEDULE));
        Landscapes.names().forEach(each -> kinds.put(each, Kind.PROBLEM));
        String word = name.replaceFirst("[:@(+].*", "").strip();
        String known = meant(Catalog.of("name", kinds), word);
        switch (kinds.get(known)) {
            case RULE -> rule(Rules.choice(name), out);
            case AROUND -> around(known, out);
            case SCHEDULE -> schedule(ScheduleText.parse(name), out);
            case PROBLEM -> problem(Landscapes.parse(name), out);
        }
    }

    private static String meant(Catalog<Kind> all, String word) {
        try {
            return all.meant(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "there is no rule, schedule or problem '%s';%s 'gradus explain' lists them all"
                            .formatted(
                                    word,
                                    all.nearest(word)
                                            .map(near -> " did you mean " + near + "?")
                                            .orElse("")),
                    e);
        }
    }

    /** A rule around another: with that one in brackets, or its own lines only. */
    private void around(String known, PrintWriter out) {
        if (name.contains("(")) {
            rule(Rules.choice(name), out);
        } else if (name.contains(":")) {
            throw new IllegalArgumentException("%s: it is a rule around another; say which, as in %s(adam)%s"
                    .formatted(known, known, name.substring(name.indexOf(':'))));
        } else {
            refusePlot(known + "(adam)");
            equations(known + "(Optim)", Rules.wrapper(known).own(), out);
        }
    }

    private void refusePlot(String rule) {
        if (plot != null) {
            throw new IllegalArgumentException(
                    "--plot draws schedules and problems; a rule is drawn where it walks: gradus trace '%s' --plot %s"
                            .formatted(rule, plot));
        }
    }

    private void rule(Choice choice, PrintWriter out) {
        refusePlot(choice.toString());
        UpdateRule rule = Rules.named(choice.name(), choice.options());
        equations(rule.name(), rule.equations(), out);
        if (latex) {
            return;
        }
        out.println(
                "to set:    learning rate" + joined(", ", Rules.complete(choice).options()));
        Set<String> state = rule.init(Shape.of(1, 1)).names();
        out.println("state:     " + (state.isEmpty() ? "none" : String.join(", ", state)));
        if (rule instanceof Dialect dialect) {
            out.println("dialect of " + dialect.of() + ": " + dialect.difference());
        }
    }

    private void schedule(ScheduleText text, PrintWriter out) throws IOException {
        Schedule schedule = text.schedule(EXAMPLE_RATE, EXAMPLE_STEPS);
        Artifact picture = picture(ScheduleChart.of(schedule, EXAMPLE_STEPS));
        equations(schedule.name(), schedule.equations(), out);
        if (!latex) {
            for (Choice part : text.complete(EXAMPLE_RATE, EXAMPLE_STEPS).parts()) {
                String owner = text.parts().size() == 1 ? "" : " of " + part.name();
                String options = joined("", part.options());
                out.println("to set%s:    learning rate%s".formatted(owner, options.isEmpty() ? "" : ", " + options));
            }
            out.println("for a learning rate of %s and %s updates".formatted(EXAMPLE_RATE, EXAMPLE_STEPS));
        }
        write(picture, out);
    }

    private void problem(Landscape landscape, PrintWriter out) throws IOException {
        if (latex) {
            throw new IllegalArgumentException(
                    "--latex: the equations of rules and schedules are written as LaTeX, the formula of a problem is not; leave it out");
        }
        Artifact picture = plot == null ? null : picture(LandscapeChart.of(landscape));
        out.println(landscape.name());
        out.println();
        out.println("  L = " + landscape.formula());
        out.println();
        landscape.minima().forEach(minimum -> out.println("minimum: " + minimum));
        out.println("bounds:  " + landscape.bounds());
        String options = joined("", Landscapes.options(landscape.name()));
        out.print(options.isEmpty() ? "" : "to set:  " + options + System.lineSeparator());
        out.println("source:  " + landscape.citation());
        write(picture, out);
    }

    /** The picture, if one is wanted; made before anything is printed, for it may be refused. */
    private Artifact picture(Chart chart) {
        return plot == null ? null : Artifact.chart(plot.toString(), chart, WIDTH, HEIGHT, CommandReceipt.of(spec));
    }

    private static void write(Artifact picture, PrintWriter out) throws IOException {
        if (picture != null) {
            out.println("picture: " + picture.write(Path.of("")));
        }
    }

    private void equations(String title, Equations equations, PrintWriter out) {
        if (latex) {
            out.print(equations.latex());
            return;
        }
        out.println(title);
        out.println();
        equations.lines().forEach(line -> out.println("  " + line.text()));
        out.println();
        String constants = joined("", equations.constants());
        out.print(constants.isEmpty() ? "" : "constants: " + constants + System.lineSeparator());
    }

    private static String joined(String before, Map<String, Double> values) {
        String list = values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + Numbers.exact(entry.getValue()))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "" : before + list;
    }
}
