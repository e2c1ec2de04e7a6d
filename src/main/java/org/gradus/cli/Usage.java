package org.gradus.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} says beside the options: examples, and what the exit status means; as wide as the terminal. */
final class Usage {
    private static final int WIDEST = 160;

    /** Below this the parser cannot go; lines are broken again for narrower terminals. */
    private static final int NARROWEST = 60;

    /** Where, in a line, what an option does begins at the earliest; and where it is to begin on a narrow terminal. */
    private static final int BESIDE = 15;

    private static final int BELOW = 6;

    private static final Pattern OPTION = Pattern.compile("( *(?:-|[A-Z]|\\[|\\d).*?) {2,}(\\S.*)");

    private static final Map<String, String> STATUS = status();

    private Usage() {}

    private static Map<String, String> status() {
        Map<String, String> status = new LinkedHashMap<>();
        status.put("0", "all went well");
        status.put("1", "a run failed or diverged, or a file could not be read or written");
        status.put("2", "the command was used wrongly; nothing was done");
        status.put("130", "it was asked to stop by Ctrl-C; what it had by then is kept");
        return Collections.unmodifiableMap(status);
    }

    /** Examples of a command, without the program's name. */
    static List<String> examples(String command) {
        return switch (command) {
            case "figures" ->
                List.of(
                        "figures --only 12,reddi --theme dark --out slides",
                        "figures --language zh --effort quick",
                        "figures --check slides");
            case "duel" ->
                List.of(
                        "duel adam sgdm",
                        "duel adam sgdm --trials 16 --tune adam:rule:epsilon=1e-8..1",
                        "duel adamw sgdwm --data iris --target 95% --seeds 30");
            case "compare" ->
                List.of(
                        "compare",
                        "compare --rules sgd,sgdm,adam --epochs 5 --seeds 3",
                        "compare --data iris --vary rule=sgdm,adam --vary learning-rate=0.01,0.1");
            case "sweep" ->
                List.of("sweep rates.yaml --dry-run", "sweep rates.yaml", "sweep rates.yaml --resume --threads 1");
            case "train" ->
                List.of(
                        "train --data digits --rule sgdm --schedule one-cycle",
                        "train --config run.yaml --out target/run",
                        "train --resume --out target/run");
            case "reproduce" ->
                List.of("reproduce target/adam-vs-sgdm/result.json", "reproduce target/run --data csv:data/pets.csv");
            case "predict" -> List.of("predict --model target/run --data csv:pets.csv");
            case "fork" -> List.of("fork --rule adam --after-epoch 5 --future \"rule=sgdm;learning-rate=0.05\"");
            case "range-test" -> List.of("range-test --rule sgdm");
            case "explain" ->
                List.of("explain", "explain adam:beta1=0.8 --latex", "explain one-cycle --plot one-cycle.png");
            case "trace" -> List.of("trace adam --problem beale --steps 50", "trace \"lookahead(adam)\" --format html");
            case "diff" -> List.of("diff adam adamw", "diff amsgrad pytorch-amsgrad --html parting.html");
            case "book" -> List.of("book --out target/book", "book --lessons ~/my-course/lessons --overwrite");
            case "completion" -> List.of("completion bash > ~/.local/share/bash-completion/completions/gradus");
            default -> List.of();
        };
    }

    /** Gives the program and its commands these sections. */
    static void describe(CommandLine line) {
        describe(line.getCommandSpec().usageMessage(), List.of("explain adam", "train --help"));
        line.getSubcommands()
                .forEach((name, command) -> describe(command.getCommandSpec().usageMessage(), examples(name)));
    }

    private static void describe(UsageMessageSpec usage, List<String> examples) {
        usage.exitCodeListHeading("%nExit status:%n");
        usage.exitCodeList(STATUS);
        if (!examples.isEmpty()) {
            usage.footerHeading("%nExamples:%n");
            usage.footer(examples.stream()
                    .map(e -> "  gradus " + e.replace("%", "%%"))
                    .toArray(String[]::new));
        }
    }

    /** Makes the help as wide as the terminal that it goes to. */
    static void fit(CommandLine line) {
        int columns = Terminal.found().out() ? Terminal.columns() : Terminal.USUAL_COLUMNS;
        fit(line, columns);
    }

    static void fit(CommandLine line, int columns) {
        line.setUsageHelpWidth(Math.max(NARROWEST, Math.min(columns, WIDEST)));
        if (columns < NARROWEST) {
            narrow(line, columns);
            line.getSubcommands().values().forEach(command -> narrow(command, columns));
        }
    }

    private static void narrow(CommandLine command, int columns) {
        Map<String, IHelpSectionRenderer> sections = new LinkedHashMap<>(command.getHelpSectionMap());
        sections.replaceAll((name, section) -> help -> narrowed(section.render(help), columns));
        command.setHelpSectionMap(sections);
    }

    /** A section with what an option does below the option, not beside it. */
    static String narrowed(String section, int columns) {
        StringBuilder text = new StringBuilder();
        String paragraph = "";
        for (String line : section.lines().toList()) {
            int indent = line.length() - line.stripLeading().length();
            if (indent >= BESIDE && !paragraph.isEmpty()) {
                paragraph += " " + line.strip();
                continue;
            }
            text.append(broken(paragraph, columns));
            Matcher option = OPTION.matcher(line);
            if (option.matches()) {
                text.append(broken(option.group(1), columns));
                paragraph = " ".repeat(BELOW) + option.group(2);
            } else {
                paragraph = line.isBlank() ? "" : line;
                text.append(line.isBlank() ? "%n".formatted() : "");
            }
        }
        return text.append(broken(paragraph, columns)).toString();
    }

    /** A paragraph in lines, each as far from the margin as the first. */
    private static String broken(String paragraph, int columns) {
        StringBuilder text = new StringBuilder();
        String margin = " ".repeat(paragraph.length() - paragraph.stripLeading().length());
        String rest = paragraph;
        while (rest.length() > columns && rest.lastIndexOf(' ', columns) > margin.length()) {
            int space = rest.lastIndexOf(' ', columns);
            text.append(rest, 0, space).append("%n".formatted());
            rest = margin + rest.substring(space + 1);
        }
        return paragraph.isEmpty()
                ? ""
                : text.append(rest).append("%n".formatted()).toString();
    }
}
