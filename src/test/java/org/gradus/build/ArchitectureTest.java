package org.gradus.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which package may use which, and which package alone may use a library. */
@AnalyzeClasses(packages = "org.gradus", importOptions = OursWithoutTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.gradus.";

    private static final Set<String> TRAIN_AND_BELOW =
            Set.of("train", "nn", "data", "optim", "schedule", "equation", "tensor");
    private static final Set<String> EXPERIMENT_AND_BELOW = and(TRAIN_AND_BELOW, "landscape", "trace", "experiment");
    private static final Set<String> VIEW_AND_BELOW = and(EXPERIMENT_AND_BELOW, "chart", "graph", "view");

    /** Package → the packages of ours it may use. A sub-package counts as the package it is in. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("catalog", Set.of()), // which all others may use
            entry("tensor", Set.of()),
            entry("graph", Set.of("tensor")),
            entry("equation", Set.of()),
            entry("chart", Set.of()),
            entry("schedule", Set.of("equation")),
            entry("nn", Set.of("tensor", "catalog")),
            entry("data", Set.of("tensor")),
            entry("optim", Set.of("equation", "schedule", "tensor")),
            // and train.curvature, which looks at the loss from outside the loop: how sharp it is, and what lies
            // between two ends
            entry("train", Set.of("nn", "data", "optim", "schedule", "tensor")),
            entry("landscape", Set.of("tensor")),
            entry("trace", Set.of("landscape", "optim", "schedule", "equation", "tensor")),
            entry("experiment", and(TRAIN_AND_BELOW, "landscape", "trace")),
            entry("view", and(EXPERIMENT_AND_BELOW, "chart", "graph")),
            entry("lecture", VIEW_AND_BELOW),
            entry("assignment", VIEW_AND_BELOW),
            entry("notebook", VIEW_AND_BELOW),
            entry("book", VIEW_AND_BELOW),
            entry("cli", and(VIEW_AND_BELOW, "lecture", "assignment", "notebook", "book")));

    private static final Set<String> RENDERING = Set.of("chart.render", "chart.render.plot", "chart.render.shape");

    /** Library → the only packages of ours that may use it; one of these with a dot is a sub-package, which has it for itself. */
    private static final Map<String, Set<String>> USED_ONLY_BY = Map.ofEntries(
            entry("org.jfree", RENDERING),
            entry("org.apache.batik", RENDERING),
            entry("org.apache.pdfbox", RENDERING),
            entry("de.rototor", RENDERING),
            entry("java.awt", RENDERING),
            entry("javax.swing", RENDERING),
            entry("org.apache.commons.csv", Set.of("data", "view")),
            entry("org.apache.commons.text", Set.of("catalog")),
            entry("com.google.gson", Set.of("data", "experiment", "train", "view", "book")),
            entry("org.commonmark", Set.of("book")),
            entry("org.snakeyaml", Set.of("experiment")),
            entry("picocli", Set.of("cli")),
            entry("org.apache.spark", Set.of("experiment.plan")),
            entry("org.apache.logging", Set.of("experiment.plan")),
            entry("sun.misc", Set.of("cli")));

    @ArchTest
    static final ArchRule PACKAGES_USE_ONLY_THE_PACKAGES_BELOW_THEM =
            classes().should(dependOnlyWhereAllowed("use only the packages below their own", ArchitectureTest::upward));

    @ArchTest
    static final ArchRule LIBRARIES_STAY_IN_THEIR_PACKAGE = classes()
            .should(dependOnlyWhereAllowed("leave a library to the package it is for", ArchitectureTest::astray));

    @ArchTest
    static final ArchRule NO_PACKAGES_FORM_A_CYCLE =
            slices().assignedFrom(rooms()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_ARE_THOSE_OF_THE_DESIGN = classes().should(resideInAKnownPackage());

    /** Each package for itself, sub-packages too; only tensor and the packages of its ops, which need each other, are one. */
    private static SliceAssignment rooms() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String top = topPackage(type);
                return SliceIdentifier.of(top.equals("tensor") ? ROOT + top : type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "the packages, with tensor and its op packages as one";
            }
        };
    }

    /** What is wrong with a dependency between two of our packages, or "" if nothing is. */
    private static String upward(Dependency dependency) {
        String from = topPackage(dependency.getOriginClass());
        String to = topPackage(dependency.getTargetClass());
        Set<String> allowed = MAY_USE.getOrDefault(from, Set.of());
        boolean fine = to.isEmpty() || to.equals("catalog") || from.equals(to) || allowed.contains(to);
        return fine ? "" : from + " may use " + sorted(allowed) + ", not " + to;
    }

    /** What is wrong with a dependency on a library, or "" if nothing is. */
    private static String astray(Dependency dependency) {
        String from = topPackage(dependency.getOriginClass());
        String room = dependency.getOriginClass().getPackageName().substring(ROOT.length());
        String target = dependency.getTargetClass().getPackageName() + ".";
        return USED_ONLY_BY.entrySet().stream()
                .filter(library -> target.startsWith(library.getKey() + "."))
                .filter(library -> !library.getValue().contains(from)
                        && !library.getValue().contains(room))
                .map(library -> library.getKey() + " is for " + sorted(library.getValue()) + " only, not for " + from)
                .findFirst()
                .orElse("");
    }

    private static ArchCondition<JavaClass> dependOnlyWhereAllowed(
            String description, Function<Dependency, String> objection) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String wrong = objection.apply(dependency);
                    if (!wrong.isEmpty()) {
                        events.add(
                                SimpleConditionEvent.violated(dependency, wrong + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> resideInAKnownPackage() {
        return new ArchCondition<>("be in a package of the design") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!MAY_USE.containsKey(topPackage(type))) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is in none of " + sorted(MAY_USE.keySet())));
                }
            }
        };
    }

    /** {@code org.gradus.tensor.op.Add} → {@code tensor}; "" for a class that is not ours. */
    private static String topPackage(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.")[0] : "";
    }

    private static Set<String> and(Set<String> packages, String... more) {
        return Stream.concat(packages.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    private static String sorted(Set<String> names) {
        return names.stream().sorted().toList().toString();
    }
}
