package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gradus.chart.Theme;
import org.gradus.chart.render.Charts;
import org.gradus.data.AtomicFile;
import org.gradus.equation.Equations;
import org.gradus.landscape.Landscape;
import org.gradus.landscape.Landscapes;
import org.gradus.optim.Rules;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.dialect.Dialect;
import org.gradus.schedule.Schedule;
import org.gradus.schedule.Schedules;
import org.gradus.view.SchedulePicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus explain}: a rule's equations, or a problem's formula. */
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

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "A rule, perhaps with hyper-parameters as in adam:beta1=0.8, a schedule or a problem.")
    private String name;

    @Option(names = "--latex", description = "Print the equations as LaTeX.")
    private boolean latex;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw a schedule as PNG.")
    private Path plot;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (name == null) {
            list(out);
        } else if (Landscapes.names().contains(name)) {
            explain(Landscapes.named(name), out);
        } else if (Schedules.names().contains(name)) {
            explain(Schedules.named(name, EXAMPLE_RATE, EXAMPLE_STEPS, Map.of()), out);
        } else if (Rules.wrapperNames().contains(name)) {
            explain(name + "(Optim)", Rules.wrapper(name).own(), out);
        } else {
            explain(argument(), out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private RuleArgument argument() {
        try {
            return RuleArgument.parse(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static void list(PrintWriter out) {
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

    private void explain(RuleArgument argument, PrintWriter out) {
        UpdateRule rule = argument.rule();
        explain(rule.name(), rule.equations(), out);
        if (latex) {
            return;
        }
        out.println("to set:    learning rate" + joined(", ", argument.settable()));
        Set<String> state = rule.init(1).names();
        out.println("state:     " + (state.isEmpty() ? "none" : String.join(", ", state)));
        if (rule instanceof Dialect dialect) {
            out.println("dialect of " + dialect.of() + ": " + dialect.difference());
        }
    }

    private void explain(Schedule schedule, PrintWriter out) throws IOException {
        explain(schedule.name(), schedule.equations(), out);
        if (plot != null) {
            Files.createDirectories(plot.toAbsolutePath().getParent());
            AtomicFile.write(
                    plot, Charts.png(SchedulePicture.of(schedule, EXAMPLE_STEPS), Theme.LIGHT, 720, 450, 2, Map.of()));
        }
        if (!latex) {
            out.println("for a learning rate of %s and %s updates".formatted(EXAMPLE_RATE, EXAMPLE_STEPS));
        }
    }

    private void explain(String title, Equations equations, PrintWriter out) {
        if (latex) {
            out.print(equations.latex());
            return;
        }
        out.println(title);
        out.println();
        equations.lines().forEach(line -> out.println("  " + line.text()));
        out.println();
        String constants = joined("", equations.constants());
        out.print(constants.isEmpty() ? "" : "constants: " + constants + "\n");
    }

    private static String joined(String before, Map<String, Double> values) {
        String list = values.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + brief(entry.getValue()))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "" : before + list;
    }

    /** 1e-8 for 1.0E-8 and 5 for 5.0. */
    private static String brief(double value) {
        return Double.toString(value).replaceFirst("\\.0(E|$)", "$1").replace('E', 'e');
    }

    private static void explain(Landscape landscape, PrintWriter out) {
        out.println(landscape.name());
        out.println();
        out.println("  L = " + landscape.formula());
        out.println();
        landscape.minima().forEach(minimum -> out.println("minimum: " + minimum));
        out.println("bounds:  " + landscape.bounds());
        out.println("source:  " + landscape.citation());
    }
}
