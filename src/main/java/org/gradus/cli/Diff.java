package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.gradus.data.AtomicFile;
import org.gradus.optim.RuleWithRate;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;
import org.gradus.trace.Divergence;
import org.gradus.trace.Divergence.Parting;
import org.gradus.view.trace.DivergencePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradus diff}: at which step two rules part, in which symbol, by how much, and why. */
@Command(
        name = "diff",
        description = "Say at which step two rules part on a problem, in which symbol first, by how much, and why.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Diff implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RULE",
            description = "A rule, perhaps with hyper-parameters: adam:beta1=0.8.")
    private String first;

    @Parameters(index = "1", paramLabel = "RULE", description = "Another rule; both get the same learning rate.")
    private String second;

    @Mixin
    private WalkOptions walk;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page with both paths and a slider.")
    private Path html;

    @Override
    public Integer call() throws IOException {
        Divergence divergence = divergence();
        PrintWriter out = spec.commandLine().getOut();
        out.println(report(divergence).strip());
        if (html != null) {
            Files.createDirectories(html.toAbsolutePath().getParent());
            String page = DivergencePage.html(divergence);
            AtomicFile.write(html, page.getBytes(StandardCharsets.UTF_8));
            out.println("page: " + html.toAbsolutePath());
        }
        out.flush();
        return ExitCode.OK;
    }

    private Divergence divergence() {
        try {
            RuleArgument one = RuleArgument.parse(first);
            RuleArgument other = RuleArgument.parse(second);
            Schedule eta = new Constant(Math.min(walk.learningRate(one), walk.learningRate(other)));
            return Divergence.from(
                    walk.start(),
                    new RuleWithRate(one.rule(), eta),
                    new RuleWithRate(other.rule(), eta),
                    walk.landscape(),
                    walk.steps());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private String report(Divergence divergence) {
        String rules = "%s and %s".formatted(first, second);
        String where = " on %s".formatted(divergence.landscape().name());
        if (divergence.parting().isEmpty()) {
            return "%s do not part%s within %s steps.".formatted(rules, where, divergence.steps());
        }
        Parting parting = divergence.parting().get();
        return """
                %s part%s at step %s, first in %s:
                  %s: %s
                  %s: %s
                They differ there by %s, and in θ after %s steps by %s.
                %s
                """.formatted(
                        rules,
                        where,
                        parting.step(),
                        parting.symbol(),
                        first,
                        Arrays.toString(parting.ofFirst()),
                        second,
                        Arrays.toString(parting.ofSecond()),
                        parting.gap(),
                        divergence.steps(),
                        divergence.distance(),
                        parting.why());
    }
}
