package org.gradus.view.duel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.experiment.Settings;
import org.gradus.experiment.duel.Answer;
import org.gradus.experiment.duel.Contender;
import org.gradus.experiment.duel.Duel;
import org.gradus.experiment.duel.DuelResult;
import org.gradus.experiment.duel.Tuned;
import org.gradus.experiment.statistics.GoodRates;
import org.gradus.view.Legends;
import org.gradus.view.Numbers;

/**
 * A duel as text for the console: what was run, the numbers, a sentence for each question, and what all that does not show.
 *
 * @param result what came out
 */
public record DuelText(DuelResult result) {

    /**
     * {@return the text}
     *
     * @param seconds how long it took
     */
    public String text(double seconds) {
        StringBuilder text = new StringBuilder(title() + " · " + Numbers.fixed(seconds, 0) + " s\n\n");
        text.append(new DuelTables(result).overview().text()).append('\n');
        sentences().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n');
        remarks().forEach(remark -> text.append(remark).append('\n'));
        return text.toString();
    }

    private String title() {
        Duel duel = result.duel();
        return "%s against %s · %s".formatted(duel.first().name(), duel.second().name(), budget());
    }

    /** On what, and with which budget. */
    String budget() {
        Duel duel = result.duel();
        return "%s · %s with %s each, %s pairs"
                .formatted(
                        result.conditions(),
                        counted(duel.trials(), "trial"),
                        counted(duel.tuningSeeds(), "seed"),
                        duel.seeds());
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** The verdicts, one to a line, and what is said of the rates. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (Answer answer : result.answers()) {
            sentences.add(
                    answer.pairs().question().name() + ": " + answer.verdict().sentence());
        }
        Optional<GoodRates> one = result.goodRates(result.tuning().first());
        Optional<GoodRates> other = result.goodRates(result.tuning().second());
        if (one.isPresent() && other.isPresent()) {
            sentences.add("range of good rates: "
                    + one.get()
                            .against(
                                    other.get(),
                                    result.duel().first().name(),
                                    result.duel().second().name()));
        }
        return sentences;
    }

    /** What the verdicts do not show, how the rates were found, what weakens the verdicts, and what the lecture says. */
    List<String> remarks() {
        Duel duel = result.duel();
        List<String> remarks = new ArrayList<>();
        remarks.add("What this does not show: other data, other networks, longer training, other spaces than %s and %s."
                .formatted(space(duel.first()), space(duel.second())));
        remarks.add(
                "Tuned on validation data, by the mean of %s; best: %s, and %s. Judged once, with other seeds, on test data that tuning never saw. The intervals know of other seeds, not of other trials."
                        .formatted(
                                counted(duel.tuningSeeds(), "seed"),
                                best(result.tuning().first()),
                                best(result.tuning().second())));
        result.warnings().forEach(warning -> remarks.add("Mind: " + warning + "."));
        LectureClaims.of(result).ifPresent(remarks::add);
        return remarks;
    }

    private static String best(Tuned tuned) {
        Map<String, String> changes = new LinkedHashMap<>(tuned.best().changes());
        changes.remove(Settings.RULE.name(), tuned.contender().rule().toString());
        String written = Legends.settings(changes); // with the rule in front where its numbers were tuned
        return changes.containsKey(Settings.RULE.name())
                ? written
                : tuned.contender().name() + " with " + written;
    }

    private static String space(Contender contender) {
        return "%s (%s)"
                .formatted(
                        contender.space().toString().replace(Settings.LEARNING_RATE + "=", "η = "), contender.name());
    }
}
