package org.gradus.experiment.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.tensor.RandomStream;

/**
 * Two sides, and what evidence a claim about them takes.
 *
 * @param first the name of the first side
 * @param second the name of the second side
 * @param alpha α, the probability of even one false claim over all questions; intervals have the level 1 − α
 * @param gamma γ, the share of pairs that the better side has to win, and more, for a difference to matter; at least ½
 * @param resamples how often the bootstrap draws
 */
public record Judge(String first, String second, double alpha, double gamma, int resamples) {
    /** The probability of a false claim if nothing else is said. */
    public static final double USUAL_ALPHA = 0.05;

    /** The share of pairs that matters, as Bouthillier et al. 2021 advise. */
    public static final double USUAL_GAMMA = 0.75;

    /**
     * A judge.
     *
     * @throws IllegalArgumentException if a name is blank, α does not lie between 0 and 1, γ not above ½ and below 1, or the resamples are
     *     fewer than 100
     */
    public Judge {
        if (first.isBlank() || second.isBlank()) {
            throw new IllegalArgumentException(
                    "judge: expected the names of two sides, found '" + first + "' and '" + second + "'; name both");
        }
        if (!(gamma > 0.5 && gamma < 1)) {
            throw new IllegalArgumentException("judge: expected a share of pairs that matters between 0.5 and 1, found "
                    + gamma + "; " + USUAL_GAMMA + " is usual");
        }
        new Bootstrap(resamples, 1 - alpha);
    }

    /**
     * A judge with α = 0.05, γ = 0.75 and 10,000 resamples.
     *
     * @param first the name of the first side
     * @param second the name of the second side
     */
    public Judge(String first, String second) {
        this(first, second, USUAL_ALPHA, USUAL_GAMMA, Bootstrap.USUAL_RESAMPLES);
    }

    /**
     * {@return a verdict on each question, p corrected over all of them}
     *
     * <p>Each question has random numbers of its own, by its name: what else is asked does not shift its intervals.
     *
     * @param answers the answers to all questions, of the same pairs of runs
     * @param random where the bootstrap's draws come from
     * @throws IllegalArgumentException if there are no questions, two of one name, fewer than 2 pairs, or not as many for each question
     */
    public List<Verdict> judge(List<Pairs> answers, RandomStream random) {
        check(answers);
        List<SignedRankTest> tests = answers.stream()
                .map(pairs -> SignedRankTest.of(pairs.advantages()))
                .toList();
        double[] adjusted =
                Holm.adjust(tests.stream().mapToDouble(SignedRankTest::p).toArray());
        return IntStream.range(0, answers.size())
                .mapToObj(i -> verdict(answers.get(i), tests.get(i), answers.size(), adjusted[i], random))
                .toList();
    }

    private static void check(List<Pairs> answers) {
        List<String> names =
                answers.stream().map(pairs -> pairs.question().name()).toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("judge: expected questions of different names, found " + names
                    + "; ask each once, and at least one");
        }
        int[] sizes = answers.stream().mapToInt(Pairs::size).distinct().toArray();
        if (sizes.length > 1 || sizes[0] < 2) {
            throw new IllegalArgumentException(
                    "judge: expected the same pairs of runs for each question, at least 2, found "
                            + answers.stream().map(Pairs::size).toList()
                            + "; give a failed run the worst number instead of leaving it out, and take at least 2 seeds");
        }
    }

    private Verdict verdict(Pairs pairs, SignedRankTest test, int questions, double adjusted, RandomStream random) {
        Bootstrap bootstrap = new Bootstrap(resamples, 1 - alpha);
        RandomStream own = random.split(pairs.question().name());
        double[] differences = pairs.differences();
        return new Verdict(
                pairs.question(),
                this,
                Summary.of(pairs.first()),
                Summary.of(pairs.second()),
                bootstrap.ofSorted(OrderStatistics::median, differences, own.split("median")),
                bootstrap.ofSorted(OrderStatistics::interquartileMean, differences, own.split("interquartile mean")),
                WinProbability.of(pairs.advantages(), 1 - alpha),
                test,
                questions,
                adjusted);
    }
}
