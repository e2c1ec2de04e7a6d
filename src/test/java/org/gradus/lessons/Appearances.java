package org.gradus.lessons;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.book.FencedBlock;
import org.gradus.book.IncludedPart;
import org.gradus.book.Lesson;
import org.gradus.landscape.Landscapes;
import org.gradus.lecture.Figures;
import org.gradus.nn.Activation;
import org.gradus.nn.Dropout;
import org.gradus.nn.Embedding;
import org.gradus.nn.Flatten;
import org.gradus.nn.Frozen;
import org.gradus.nn.Linear;
import org.gradus.nn.Residual;
import org.gradus.nn.Sequential;
import org.gradus.nn.norm.Normalizations;
import org.gradus.nn.norm.WeightNorm;
import org.gradus.optim.Rules;
import org.gradus.optim.dialect.Dialect;
import org.gradus.optim.gradient.ClipNorm;
import org.gradus.optim.gradient.ClipValue;
import org.gradus.optim.gradient.GradientNoise;
import org.gradus.optim.gradient.PaperGradientNoise;
import org.gradus.schedule.LinearWarmUp;
import org.gradus.schedule.RootWarmUp;
import org.gradus.schedule.Schedules;

/** In which lessons what the library has appears: by its name in code, in a command, or as an included part. */
final class Appearances {
    private static final int ASSIGNMENTS = 17;
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    private final List<Lesson> lessons;

    Appearances(List<Lesson> lessons) {
        this.lessons = lessons;
    }

    /** Kind → name → the lessons. */
    Map<String, Map<String, List<Lesson>>> all() {
        Map<String, Map<String, List<Lesson>>> all = new LinkedHashMap<>();
        all.put("rules", named(rules().filter(name -> !isDialect(name))));
        all.put("rules around rules", named(Rules.wrapperNames().stream()));
        all.put("dialects", named(rules().filter(Appearances::isDialect)));
        all.put("schedules", named(ours(Schedules.names().stream())));
        all.put("warm-up", named(names(LinearWarmUp.class, RootWarmUp.class)));
        all.put(
                "what is done to gradients",
                named(names(ClipNorm.class, ClipValue.class, GradientNoise.class, PaperGradientNoise.class)));
        all.put("problems", named(ours(Landscapes.names().stream())));
        all.put(
                "layers",
                named(names(
                        Linear.class,
                        Embedding.class,
                        Flatten.class,
                        Residual.class,
                        Sequential.class,
                        Dropout.class,
                        Frozen.class,
                        WeightNorm.class)));
        all.put("normalizations", named(Normalizations.names().stream().filter(name -> !name.equals("none"))));
        all.put("activations", named(Stream.of(Activation.values()).map(Activation::toString)));
        all.put("figures", numbered(Figures.meant(List.of()).stream().map(figure -> figure.number())));
        all.put("assignments", assigned());
        return all;
    }

    private static Stream<String> rules() {
        return Rules.names().stream()
                .filter(name -> Rules.named(name).getClass().getName().startsWith("org.gradus."));
    }

    private static boolean isDialect(String rule) {
        return Rules.named(rule) instanceof Dialect;
    }

    /** The tests have a schedule and a problem of a user, whose names say so. */
    private static Stream<String> ours(Stream<String> names) {
        return names.filter(name -> !name.startsWith("users-"));
    }

    private static Stream<String> names(Class<?>... types) {
        return Stream.of(types).map(Class::getSimpleName);
    }

    private Map<String, List<Lesson>> named(Stream<String> names) {
        Map<String, List<Lesson>> where = new LinkedHashMap<>();
        names.forEach(name -> {
            String asSetting = name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            Pattern word = Pattern.compile("(?<![\\w-])(?:%s|%s)(?![\\w-])".formatted(name, asSetting));
            where.put(
                    name,
                    lessons.stream()
                            .filter(lesson -> word.matcher(code(lesson)).find())
                            .toList());
        });
        return where;
    }

    /** What is in code in a lesson, but not the included code of the library, which names what it needs. */
    private static String code(Lesson lesson) {
        Stream<String> inline =
                CODE.matcher(Headings.prose(lesson.text())).results().map(MatchResult::group);
        Stream<String> blocks =
                lesson.blocks().stream().filter(block -> !block.included()).map(FencedBlock::content);
        Stream<String> included = lesson.includes().stream()
                .filter(part -> part.kind().equals("equations"))
                .map(IncludedPart::which);
        return Stream.of(inline, blocks, included).flatMap(each -> each).collect(Collectors.joining("\n"));
    }

    private Map<String, List<Lesson>> numbered(Stream<Integer> figures) {
        Map<String, List<Lesson>> where = new LinkedHashMap<>();
        figures.forEach(number -> where.put(
                number.toString(),
                lessons.stream()
                        .filter(lesson -> lesson.figures().contains(number))
                        .toList()));
        return where;
    }

    private Map<String, List<Lesson>> assigned() {
        Map<String, List<Lesson>> where = new LinkedHashMap<>();
        IntStream.rangeClosed(1, ASSIGNMENTS)
                .mapToObj(number -> "%02d".formatted(number))
                .forEach(number -> where.put(
                        number,
                        lessons.stream()
                                .filter(lesson -> Stream.of(lesson.assignment().split(", "))
                                        .anyMatch(each -> each.startsWith(number + " ")))
                                .toList()));
        return where;
    }
}
