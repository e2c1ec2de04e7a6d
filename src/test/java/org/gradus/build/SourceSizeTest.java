package org.gradus.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.build.SourceFile.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files one can read in a sitting. */
class SourceSizeTest {
    private static final List<SourceFile> MAIN = SourceFile.below(Path.of("src/main/java"));
    private static final List<SourceFile> TEST = SourceFile.below(Path.of("src/test/java"));

    /** Lines of a type that implements an interface, counted from the first line of its Javadoc to its last. */
    private enum TypeLimit {
        OP("Op", 30),
        SCHEDULE("Schedule", 40),
        DIALECT("Dialect", 100),
        RULE("UpdateRule", 90),
        LAYER("Layer", 90),
        FIGURE("Figure", 100);

        private final String supertype;
        private final int lines;

        TypeLimit(String supertype, int lines) {
            this.supertype = supertype;
            this.lines = lines;
        }

        /** The limit that a type has to keep, the first of those for what it is; a dialect is a rule too. */
        private static Optional<TypeLimit> of(Type type, Map<String, Set<String>> supertypes) {
            return Stream.of(values())
                    .filter(limit -> !type.isInterface() && isA(type.name(), limit.supertype, supertypes))
                    .findFirst();
        }
    }

    private static final Map<TypeLimit, Integer> LINES_OF_CODE = Map.of(TypeLimit.DIALECT, 60, TypeLimit.RULE, 55);

    /**
     * Rules that are allowed more, by the number of lines and of lines of code: SWATS is two algorithms and the switch between them, Lookahead and Cycled
     * rewrite the lines of the rule that they are around.
     */
    private static final Map<String, List<Integer>> LONG_RULES = Map.ofEntries(
            Map.entry("Swats", List.of(160, 90)),
            Map.entry("KozistrSwats", List.of(160, 100)),
            Map.entry("Lookahead", List.of(120, 70)),
            Map.entry("Cycled", List.of(120, 75)),
            Map.entry("Soap", List.of(220, 140)),
            Map.entry("Muon", List.of(110, 60)),
            Map.entry("MuonAuxAdam", List.of(125, 85)),
            Map.entry("PyTorchMuon", List.of(140, 90)),
            Map.entry("ScheduleFreeSgd", List.of(115, 65)),
            Map.entry("ScheduleFreeAdamW", List.of(125, 75)),
            Map.entry("Sam", List.of(120, 70)),
            Map.entry("Asam", List.of(100, 60)));

    /** All kinds of a formula are one sealed type, which has to lie in one package. */
    private static final Map<String, Integer> LARGE_PACKAGES = Map.of("src/main/java/org/gradus/equation", 34);

    private static final int LINES_OF_A_FILE = 400;
    private static final int LINES_OF_A_METHOD = 40;
    private static final int FILES_OF_A_PACKAGE = 30;
    private static final int PUBLIC_METHODS_OF_TENSOR = 40;

    @ParameterizedTest
    @EnumSource
    void kindsOfTypesAreShort(TypeLimit limit) {
        Map<String, Set<String>> supertypes = supertypes();
        assertNone(MAIN.stream()
                .flatMap(file -> file.types().stream()
                        .filter(type -> TypeLimit.of(type, supertypes).equals(Optional.of(limit)))
                        .flatMap(type -> tooMuch(
                                file.path() + ": " + type.name() + ", as implementation of " + limit.supertype,
                                "lines",
                                type.lines(),
                                LONG_RULES
                                        .getOrDefault(type.name(), List.of(limit.lines))
                                        .get(0)))));
    }

    @Test
    void rulesAreMostlyExplanation() {
        Map<String, Set<String>> supertypes = supertypes();
        assertNone(MAIN.stream()
                .flatMap(file -> file.types().stream()
                        .flatMap(type -> TypeLimit.of(type, supertypes).map(LINES_OF_CODE::get).stream()
                                .flatMap(limit -> tooMuch(
                                        file.path() + ": " + type.name(),
                                        "lines of code",
                                        linesOfCode(file.path()),
                                        LONG_RULES
                                                .getOrDefault(type.name(), List.of(0, limit))
                                                .get(1))))));
    }

    /** The lines of a file that are neither blank, comment, import nor package. */
    private static int linesOfCode(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.matches("(/\\*|\\*|//|import |package ).*"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void filesAreShort() {
        assertNone(Stream.concat(MAIN.stream(), TEST.stream())
                .flatMap(file -> tooMuch(file.path().toString(), "lines", file.lines(), LINES_OF_A_FILE)));
    }

    @Test
    void methodsAreShort() {
        assertNone(MAIN.stream()
                .flatMap(file -> file.methods().stream()
                        .flatMap(method -> tooMuch(
                                file.path() + ": " + method.type() + "." + method.name(),
                                "lines",
                                method.lines(),
                                LINES_OF_A_METHOD))));
    }

    @Test
    void packagesAreSmall() {
        assertNone(byPackage().entrySet().stream()
                .flatMap(entry -> tooMuch(
                        entry.getKey().toString(),
                        "files",
                        entry.getValue().size(),
                        LARGE_PACKAGES.getOrDefault(
                                entry.getKey().toString().replace('\\', '/'), FILES_OF_A_PACKAGE))));
    }

    @Test
    void packagesHaveAPageToRead() {
        assertThat(byPackage().keySet())
                .as("a package-info.java in each package")
                .allSatisfy(directory ->
                        assertThat(directory.resolve("package-info.java")).exists());
    }

    @Test
    void tensorHasFewMethods() {
        long methods = MAIN.stream()
                .filter(file -> file.path().endsWith("org/gradus/tensor/Tensor.java"))
                .flatMap(file -> file.methods().stream())
                .filter(method -> method.type().equals("Tensor") && method.isPublic())
                .count();
        assertNone(tooMuch("Tensor", "public methods", (int) methods, PUBLIC_METHODS_OF_TENSOR));
    }

    private static Map<Path, List<SourceFile>> byPackage() {
        return MAIN.stream()
                .collect(Collectors.groupingBy(file -> file.path().getParent(), TreeMap::new, Collectors.toList()));
    }

    private static Stream<String> tooMuch(String where, String unit, int found, int limit) {
        return found <= limit
                ? Stream.empty()
                : Stream.of("%s has %d %s, the limit is %d".formatted(where, found, unit, limit));
    }

    private static void assertNone(Stream<String> complaints) {
        assertThat(complaints.toList())
                .as("the design needs a thought, not a bigger limit")
                .isEmpty();
    }

    /** Whether a type is another, however many interfaces lie between. */
    private static boolean isA(String name, String wanted, Map<String, Set<String>> supertypes) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(supertypes.getOrDefault(name, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (next.equals(wanted)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(supertypes.getOrDefault(next, Set.of()));
            }
        }
        return false;
    }

    private static Map<String, Set<String>> supertypes() {
        return MAIN.stream()
                .flatMap(file -> file.types().stream())
                .collect(Collectors.toMap(Type::name, Type::supertypes, SourceSizeTest::union));
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        return Stream.concat(a.stream(), b.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
