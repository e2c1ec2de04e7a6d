package org.gradus.lessons;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.book.FencedBlock;

/** The commands in a block that start gradus, in whichever way. */
final class GradusCommands {
    /** The words that start it. */
    private static final List<List<String>> STARTS = List.of(
            List.of("gradus"), List.of("target/gradus/bin/gradus"), List.of("java", "-jar", "target/gradus.jar"));

    /** Commands that are not run here, as they begin, and where they are, or why they are not. */
    static final Map<String, String> ELSEWHERE = Map.ofEntries(
            entry("mvn -q compile exec:java", ".ci/run compares its fingerprint on all JDKs and numbers of threads"),
            entry("mvn -q verify", ".ci/run builds with it"),
            entry("mvn -q package", "part of mvn verify"),
            entry("mvn -q -Pspark package", "a profile that downloads Spark, with a test of its own"),
            entry("export GRADUS_CLASSPATH=target/spark/jars/*", "set for the command below it, on a cluster"),
            entry(
                    "target/gradus/bin/gradus compare --seeds 20 --on spark",
                    "wants a cluster; the profile spark has one"),
            entry("spark-submit", "wants an installation of Spark"),
            entry("jshell --class-path target/gradus.jar", "TenLinesTest runs what follows it in JShell"),
            entry("mvn -q test-compile exec:exec -Pbench", "measures times, which nothing compares"),
            entry(
                    "java -jar target/gradus.jar train --data fashion-mnist:",
                    ".ci/run trains on these data, where they are"),
            entry("java -jar target/gradus.jar figures", ".ci/run draws all figures"),
            entry("java -jar target/gradus.jar duel adam sgdm", "minutes of training; .ci/run has a smaller duel"));

    private GradusCommands() {}

    /** Whether a command is one that is not run here. */
    static boolean isElsewhere(List<String> command) {
        String text = String.join(" ", command);
        return ELSEWHERE.keySet().stream().anyMatch(text::startsWith);
    }

    /** Those of a block that are run here, each from the word behind {@code gradus} on. */
    static List<List<String>> of(FencedBlock block) {
        return block.commands().stream()
                .filter(command -> !isElsewhere(command))
                .map(GradusCommands::arguments)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a command tells gradus, if it starts gradus. */
    static Optional<List<String>> arguments(List<String> command) {
        return STARTS.stream()
                .filter(start -> command.size() > start.size()
                        && command.subList(0, start.size()).equals(start))
                .map(start -> command.subList(start.size(), command.size()))
                .findFirst();
    }
}
