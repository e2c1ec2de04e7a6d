package org.gradus.optim.after;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradus.catalog.Hyperparameters;
import org.gradus.optim.ListedRule;
import org.gradus.optim.RuleEntry;
import org.gradus.optim.RuleSource;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.WrapperEntry;
import org.gradus.optim.after.PyTorchMuon.StepLength;

/** The rules after the lecture, by year: one entry each. */
public final class AfterRules implements RuleSource {
    private static final String MOMENTUM = "momentum";
    private static final String BOTH = "adaptive, with momentum";
    private static final String MATRICES = "matrices";
    private static final String AVERAGING = "averaging";

    /** The rules after the lecture; for the catalog. */
    public AfterRules() {}

    @Override
    public List<ListedRule> entries() {
        return List.of(
                new RuleEntry("signum", "Signum", MOMENTUM, 0.001, h -> signum(new Signum(), h)),
                new WrapperEntry("sam", "SAM", Sam.overOptim(), AfterRules::sam),
                new WrapperEntry("asam", "ASAM", Asam.overOptim(), AfterRules::asam),
                new RuleEntry("adan", "Adan", BOTH, 0.01, h -> adan(new Adan(), h)),
                new RuleEntry("lion", "Lion", MOMENTUM, 0.001, h -> lion(new Lion(), h)),
                new RuleEntry(
                        "schedule-free-sgd", "Schedule-Free SGD", AVERAGING, 2, h -> freeSgd(new ScheduleFreeSgd(), h)),
                new RuleEntry(
                        "schedule-free-adamw",
                        "Schedule-Free AdamW",
                        AVERAGING,
                        0.01,
                        h -> freeAdamW(new ScheduleFreeAdamW(), h)),
                new RuleEntry("soap", "SOAP", MATRICES, 0.01, h -> soap(new Soap(), h)),
                new RuleEntry("cautious-adamw", "cautious AdamW", BOTH, 0.02, h -> cautious(new CautiousAdamW(), h)),
                new RuleEntry("muon", "Muon", MATRICES, 0.02, h -> muon(new Muon(), h)),
                new RuleEntry("muon-aux-adam", "Muon with AdamW", MATRICES, 0.005, h -> withAdam(new MuonAuxAdam(), h)),
                pyTorchMuon(StepLength.ORIGINAL),
                pyTorchMuon(StepLength.MATCH_RMS_ADAMW));
    }

    private static UpdateRule muon(Muon of, Hyperparameters h) {
        return new Muon(h.get("mu", of.mu()), h.get("gamma", of.gamma()));
    }

    private static UpdateRule withAdam(MuonAuxAdam of, Hyperparameters h) {
        return new MuonAuxAdam(
                h.get("mu", of.mu()),
                h.get("gamma", of.gamma()),
                h.get("alpha", of.alpha()),
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()));
    }

    private static RuleEntry pyTorchMuon(StepLength length) {
        PyTorchMuon usual = new PyTorchMuon(length);
        return new RuleEntry(usual.name(), usual.name(), "dialect of " + usual.of(), 0.02, h -> pyTorchMuon(usual, h));
    }

    private static UpdateRule pyTorchMuon(PyTorchMuon of, Hyperparameters h) {
        return new PyTorchMuon(
                h.get("mu", of.mu()),
                h.get("gamma", of.gamma()),
                h.get("epsilon", of.epsilon()),
                of.iteration(),
                of.nesterov(),
                of.length());
    }

    private static UpdateRule soap(Soap of, Hyperparameters h) {
        return new Soap(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("s", of.s()),
                h.get("epsilon", of.epsilon()),
                h.get("gamma", of.gamma()),
                h.count("f", of.f()),
                h.count("d", of.d()));
    }

    private static UpdateRule freeSgd(ScheduleFreeSgd of, Hyperparameters h) {
        return new ScheduleFreeSgd(
                h.get("beta", of.beta()),
                h.get("lambda", of.lambda()),
                h.count("tau", of.tau()),
                h.get("r", of.r()),
                h.get("p", of.p()));
    }

    private static UpdateRule freeAdamW(ScheduleFreeAdamW of, Hyperparameters h) {
        return new ScheduleFreeAdamW(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("lambda", of.lambda()),
                h.count("tau", of.tau()),
                h.get("r", of.r()),
                h.get("p", of.p()));
    }

    private static UpdateRule sam(Function<Map<String, Double>, UpdateRule> inner, Hyperparameters h) {
        Sam of = new Sam(inner.apply(Map.of()));
        return new Sam(of.inner(), h.get("rho", of.rho()));
    }

    private static UpdateRule asam(Function<Map<String, Double>, UpdateRule> inner, Hyperparameters h) {
        Asam of = new Asam(inner.apply(Map.of()));
        return new Asam(of.inner(), h.get("rho", of.rho()));
    }

    private static UpdateRule adan(Adan of, Hyperparameters h) {
        return new Adan(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("beta3", of.beta3()),
                h.get("epsilon", of.epsilon()),
                h.get("gamma", of.gamma()));
    }

    private static UpdateRule lion(Lion of, Hyperparameters h) {
        return new Lion(h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("gamma", of.gamma()));
    }

    private static UpdateRule cautious(CautiousAdamW of, Hyperparameters h) {
        return new CautiousAdamW(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("gamma", of.gamma()));
    }

    private static UpdateRule signum(Signum of, Hyperparameters h) {
        return new Signum(h.get("beta", of.beta()), h.get("lambda", of.lambda()));
    }
}
