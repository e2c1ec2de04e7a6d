package org.gradus.lecture.contest;

import java.util.List;
import org.gradus.experiment.duel.Answer;
import org.gradus.experiment.duel.Aspect;
import org.gradus.experiment.plan.RunResult;
import org.gradus.experiment.statistics.Bootstrap;
import org.gradus.experiment.statistics.Estimate;
import org.gradus.experiment.statistics.Judge;
import org.gradus.experiment.statistics.Pairs;
import org.gradus.experiment.statistics.Quartiles;
import org.gradus.experiment.statistics.Question;
import org.gradus.tensor.RandomStream;

/**
 * By how much the training data are done better than the test data, by Adam and by SGDM.
 *
 * @param pairs the gaps of the runs, Adam's first
 * @param difference the median of Adam's less SGDM's, with its interval
 */
record Gap(Pairs pairs, Estimate difference) {
    private static final long SEED = 7;

    /** The gap that the duel judges. */
    static Gap ofAccuracy(ContestStudy study) {
        Answer answer = study.result().answer(Aspect.GAP);
        return new Gap(answer.pairs(), answer.verdict().medianDifference());
    }

    static Gap ofLoss(ContestStudy study) {
        Pairs pairs = new Pairs(
                new Question("gap of the loss", "", true, "smaller"),
                losses(study.adam().runs()),
                losses(study.sgdm().runs()));
        Judge judge = new Judge(study.adam().name(), study.sgdm().name());
        return new Gap(
                pairs,
                judge.judge(List.of(pairs), new RandomStream(SEED)).get(0).medianDifference());
    }

    private static double[] losses(List<RunResult> runs) {
        return ContestStudy.numbers(
                runs,
                run -> run.test().orElseThrow().loss()
                        - run.history().last().onTraining().loss());
    }

    /** The median of the gaps of one side, with its interval. */
    static Estimate median(double[] gaps) {
        return new Bootstrap(Bootstrap.USUAL_RESAMPLES, 1 - Judge.USUAL_ALPHA)
                .of(drawn -> median(gaps, drawn), gaps.length, new RandomStream(SEED));
    }

    private static double median(double[] gaps, int[] drawn) {
        double[] chosen = new double[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            chosen[i] = gaps[drawn[i]];
        }
        return Quartiles.of(chosen).median();
    }
}
