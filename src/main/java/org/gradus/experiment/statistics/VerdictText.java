package org.gradus.experiment.statistics;

/** A verdict as one sentence. */
final class VerdictText {
    private VerdictText() {}

    static String of(Verdict verdict) {
        String reason = verdict.better()
                .map(better -> claim(verdict, better))
                .orElseGet(() -> "not decided: " + doubt(verdict));
        return reason + failures(verdict);
    }

    private static String claim(Verdict verdict, String better) {
        double gamma = verdict.rules().gamma();
        double p = verdict.probability().value();
        boolean meaningful = verdict.decision() == Decision.MEANINGFUL;
        return better + " is " + verdict.question().better() + " here" + (meaningful ? "" : ", by too little to matter")
                + ": " + probability(verdict) + ", clear of 0.5"
                + (meaningful ? "" : " but not beyond " + ShortNumber.of(p > 0.5 ? gamma : 1 - gamma)) + "; "
                + adjusted(verdict);
    }

    /** Why nothing is claimed: the first reason that holds, of which the first would hold whatever had been measured. */
    private static String doubt(Verdict verdict) {
        double alpha = verdict.rules().alpha();
        SignedRankTest test = verdict.test();
        int needed = SampleSize.forTest(alpha, verdict.questions());
        if (verdict.pairs() < needed) {
            return verdict.pairs() + " pairs cannot give p < " + ShortNumber.of(alpha) + corrected(verdict.questions())
                    + "; " + needed + " can, and about " + enough(verdict) + " would be needed to settle a P of "
                    + ShortNumber.of(verdict.rules().gamma());
        }
        if (test.nonzero() == 0) {
            return "all " + verdict.pairs() + " pairs are equal";
        }
        if (test.leastP() >= alpha) {
            return "only " + test.nonzero() + " of " + verdict.pairs() + " pairs differ, and "
                    + SampleSize.forTest(alpha, 1) + " would have to for p < " + ShortNumber.of(alpha);
        }
        Interval interval = verdict.medianDifference().interval();
        if (interval.contains(0)) {
            return "the interval of the difference, " + difference(verdict, interval) + ", contains 0"
                    + outlook(verdict);
        }
        if (verdict.adjustedP() >= alpha) {
            return adjusted(verdict) + ", not below " + ShortNumber.of(alpha) + outlook(verdict);
        }
        if (verdict.probability().interval().contains(0.5)) {
            return probability(verdict) + ", not clear of 0.5" + outlook(verdict);
        }
        return "one side wins more pairs, the other the larger differences";
    }

    private static String outlook(Verdict verdict) {
        return verdict.pairs() >= enough(verdict)
                ? ""
                : ". About " + enough(verdict) + " pairs would settle a P of "
                        + ShortNumber.of(verdict.rules().gamma());
    }

    private static long enough(Verdict verdict) {
        double alpha = verdict.rules().alpha();
        return SampleSize.noether(verdict.rules().gamma(), alpha, 1 - alpha);
    }

    private static String difference(Verdict verdict, Interval interval) {
        return (ShortNumber.signed(interval.lower()) + " to " + ShortNumber.signed(interval.upper()) + " "
                        + verdict.question().differenceUnit())
                .strip();
    }

    private static String probability(Verdict verdict) {
        Interval interval = verdict.probability().interval();
        return "P(" + verdict.rules().first() + " " + verdict.question().better() + ") = "
                + ShortNumber.of(verdict.probability().value()) + " ("
                + ShortNumber.besides(interval.lower(), 0.5) + "–" + ShortNumber.besides(interval.upper(), 0.5) + ")";
    }

    private static String adjusted(Verdict verdict) {
        double p = verdict.adjustedP();
        String value = p < 0.001
                ? "p < 0.001"
                : "p = " + ShortNumber.besides(p, verdict.rules().alpha());
        return value + (verdict.questions() == 1 ? "" : " after Holm's correction");
    }

    /** What is said of a p that is corrected, or "" if it is not. */
    static String corrected(int questions) {
        return questions == 1 ? "" : " with Holm's correction over " + questions + " questions";
    }

    /** Runs without a finite number, which are never left out in silence. */
    private static String failures(Verdict verdict) {
        int first = verdict.first().failed();
        int second = verdict.second().failed();
        return first + second == 0
                ? ""
                : ". Of " + verdict.pairs() + " runs each, " + first + " of "
                        + verdict.rules().first() + " and " + second + " of "
                        + verdict.rules().second() + " diverged or never got there, and count as the worst";
    }
}
