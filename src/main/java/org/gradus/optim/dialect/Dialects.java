package org.gradus.optim.dialect;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gradus.catalog.Hyperparameters;
import org.gradus.optim.ListedRule;
import org.gradus.optim.RuleEntry;
import org.gradus.optim.RuleSource;

/** The dialects, in the order of the lecture's rules and then of those after it: one entry each. A hyper-parameter that is not given has its source's default. */
public final class Dialects implements RuleSource {

    /** The dialects; for the catalog. */
    public Dialects() {}

    @Override
    public List<ListedRule> entries() {
        return List.of(
                dialect(0.1, h -> pyTorchSgdm(new PyTorchSgdm(), h)),
                dialect(0.2, h -> pyTorchAdagrad(new PyTorchAdagrad(), h)),
                dialect(0.5, h -> kerasAdagrad(new KerasAdagrad(), h)),
                dialect(0.002, h -> pyTorchRmsProp(new PyTorchRmsProp(), h)),
                dialect(0.0002, h -> pyTorchCenteredRmsProp(new PyTorchCenteredRmsProp(), h)),
                dialect(0.01, h -> efficientAdam(new EfficientAdam(), h)),
                dialect(0.01, h -> kozistrSwats(new KozistrSwats(), h)),
                dialect(0.02, h -> pyTorchAmsGrad(new PyTorchAmsGrad(), h)),
                dialect(0.02, h -> paperAmsGrad(new PaperAmsGrad(), h)),
                dialect(0.01, h -> slideAdaBound(new SlideAdaBound(), h)),
                dialect(0.01, h -> paperAdaBound(new PaperAdaBound(), h)),
                dialect(0.01, h -> authorsAdaBound(new AuthorsAdaBound(), h)),
                dialect(0.01, h -> authorsAdaBoundW(new AuthorsAdaBoundW(), h)),
                dialect(0.005, h -> authorsAmsBound(new AuthorsAmsBound(), h)),
                dialect(0.02, h -> pyTorchRAdam(new PyTorchRAdam(), h)),
                dialect(0.02, h -> authorsRAdam(new AuthorsRAdam(), h)),
                dialect(0.02, h -> pyTorchNadam(new PyTorchNadam(), h)),
                dialect(0.1, h -> timmSgdw(new TimmSgdw(), h)),
                dialect(0.01, h -> paperAdamW(new PaperAdamW(), h)),
                dialect(0.001, h -> plainLmSignum(new PlainLmSignum(), h)),
                dialect(0.01, h -> noProxAdan(new NoProxAdan(), h)),
                dialect(0.02, h -> timmCautiousAdamW(new TimmCautiousAdamW(), h)));
    }

    private static RuleEntry dialect(double usualRate, Function<Hyperparameters, Dialect> maker) {
        Dialect.Origin origin =
                maker.apply(new Hyperparameters("dialect", Map.of())).origin();
        return new RuleEntry(origin.name(), origin.name(), "dialect of " + origin.of(), usualRate, maker::apply);
    }

    private static Dialect pyTorchSgdm(PyTorchSgdm of, Hyperparameters h) {
        return new PyTorchSgdm(h.get("lambda", of.lambda()), h.get("tau", of.tau()));
    }

    private static Dialect pyTorchAdagrad(PyTorchAdagrad of, Hyperparameters h) {
        return new PyTorchAdagrad(h.get("kappa", of.kappa()), h.get("tau", of.tau()), h.get("epsilon", of.epsilon()));
    }

    private static Dialect kerasAdagrad(KerasAdagrad of, Hyperparameters h) {
        return new KerasAdagrad(h.get("tau", of.tau()), h.get("epsilon", of.epsilon()));
    }

    private static Dialect pyTorchRmsProp(PyTorchRmsProp of, Hyperparameters h) {
        return new PyTorchRmsProp(h.get("alpha", of.alpha()), h.get("epsilon", of.epsilon()));
    }

    private static Dialect pyTorchCenteredRmsProp(PyTorchCenteredRmsProp of, Hyperparameters h) {
        return new PyTorchCenteredRmsProp(
                h.get("alpha", of.alpha()), h.get("epsilon", of.epsilon()), h.get("lambda", of.lambda()));
    }

    private static Dialect efficientAdam(EfficientAdam of, Hyperparameters h) {
        return new EfficientAdam(
                h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("epsilonHat", of.epsilonHat()));
    }

    private static Dialect kozistrSwats(KozistrSwats of, Hyperparameters h) {
        return new KozistrSwats(h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("epsilon", of.epsilon()));
    }

    private static Dialect pyTorchAmsGrad(PyTorchAmsGrad of, Hyperparameters h) {
        return new PyTorchAmsGrad(
                h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("epsilon", of.epsilon()));
    }

    private static Dialect paperAmsGrad(PaperAmsGrad of, Hyperparameters h) {
        return new PaperAmsGrad(h.get("beta1", of.beta1()), h.get("beta2", of.beta2()));
    }

    private static Dialect slideAdaBound(SlideAdaBound of, Hyperparameters h) {
        return new SlideAdaBound(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("f", of.f()));
    }

    private static Dialect paperAdaBound(PaperAdaBound of, Hyperparameters h) {
        return new PaperAdaBound(h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("f", of.f()));
    }

    private static Dialect authorsAdaBound(AuthorsAdaBound of, Hyperparameters h) {
        return new AuthorsAdaBound(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("f", of.f()),
                h.get("gamma", of.gamma()));
    }

    private static Dialect authorsAdaBoundW(AuthorsAdaBoundW of, Hyperparameters h) {
        return new AuthorsAdaBoundW(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("f", of.f()),
                h.get("gamma", of.gamma()),
                h.get("lambda", of.lambda()));
    }

    private static Dialect authorsAmsBound(AuthorsAmsBound of, Hyperparameters h) {
        return new AuthorsAmsBound(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("f", of.f()),
                h.get("gamma", of.gamma()));
    }

    private static Dialect pyTorchRAdam(PyTorchRAdam of, Hyperparameters h) {
        return new PyTorchRAdam(h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("epsilon", of.epsilon()));
    }

    private static Dialect authorsRAdam(AuthorsRAdam of, Hyperparameters h) {
        return new AuthorsRAdam(h.get("beta1", of.beta1()), h.get("beta2", of.beta2()), h.get("epsilon", of.epsilon()));
    }

    private static Dialect pyTorchNadam(PyTorchNadam of, Hyperparameters h) {
        return new PyTorchNadam(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("psi", of.psi()));
    }

    private static Dialect timmSgdw(TimmSgdw of, Hyperparameters h) {
        return new TimmSgdw(h.get("lambda", of.lambda()), h.get("gamma", of.gamma()));
    }

    private static Dialect paperAdamW(PaperAdamW of, Hyperparameters h) {
        return new PaperAdamW(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("lambda", of.lambda()));
    }

    private static Dialect plainLmSignum(PlainLmSignum of, Hyperparameters h) {
        return new PlainLmSignum(h.get("beta", of.beta()), h.get("tau", of.tau()), h.get("gamma", of.gamma()));
    }

    private static Dialect noProxAdan(NoProxAdan of, Hyperparameters h) {
        return new NoProxAdan(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("beta3", of.beta3()),
                h.get("epsilon", of.epsilon()),
                h.get("gamma", of.gamma()));
    }

    private static Dialect timmCautiousAdamW(TimmCautiousAdamW of, Hyperparameters h) {
        return new TimmCautiousAdamW(
                h.get("beta1", of.beta1()),
                h.get("beta2", of.beta2()),
                h.get("epsilon", of.epsilon()),
                h.get("gamma", of.gamma()));
    }
}
