package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradus.cli.options.ProgressOption;
import org.gradus.cli.options.WalkOptions;
import org.gradus.optim.RuleWithRate;
import org.gradus.trace.Divergence;
import org.gradus.trace.Divergence.Parting;
import org.gradus.view.Artifact;
import org.gradus.view.Numbers;
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

    @Parameters(
            index = "1",
            paramLabel = "RULE",
            description = "Another rule; each has its usual learning rate, or both the one that is given.")
    private String second;

    @Mixin
    private WalkOptions walk;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a page with both paths and a slider.")
    private Path html;

    @Override
    public Integer call() throws IOException {
        ProgressOption.noteKernel(ProgressOption.Form.none); // a walk has no products to speed up
        Divergence divergence = divergence();
        PrintWriter out = spec.commandLine().getOut();
        out.println(report(divergence).strip());
        out.println(rates(divergence));
        if (html != null) {
            String page = DivergencePage.html(divergence, CommandReceipt.of(spec));
            out.println("page: " + Artifact.text(html.toString(), page).write(Path.of("")));
        }
        out.flush();
        return ExitCode.OK;
    }

    private Divergence divergence() {
        try {
            List<RuleWithRate> rules = walk.rules(List.of(first, second));
            return Divergence.from(walk.start(), rules.get(0), rules.get(1), walk.landscape(), walk.steps());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** With which rates they walked, and how to have it otherwise. */
    private String rates(Divergence divergence) {
        double one = divergence.first().eta().at(0);
        double other = divergence.second().eta().at(0);
        return one == other
                ? "Both began with η = %s.".formatted(Numbers.text(one))
                : "Each began with its own learning rate, η = %s and η = %s; --learning-rate %s gives both the same."
                        .formatted(Numbers.text(one), Numbers.text(other), Numbers.text(Math.min(one, other)));
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
