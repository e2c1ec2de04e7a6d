package org.gradus.optim.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.gradus.catalog.Hyperparameters;
import org.gradus.optim.UpdateRule;
import org.gradus.schedule.Schedule;

/** The dialects by name. A hyper-parameter that is not given has its source's default. */
public final class Dialects {
    private Dialects() {}

    /** {@return what makes each dialect, by name, in the order of the lecture's rules} */
    public static Map<String, BiFunction<Schedule, Hyperparameters, UpdateRule>> entries() {
        Map<String, BiFunction<Schedule, Hyperparameters, UpdateRule>> entries = new LinkedHashMap<>();
        entries.put("pytorch-sgdm", Dialects::pyTorchSgdm);
        entries.put("pytorch-adagrad", Dialects::pyTorchAdagrad);
        entries.put("keras-adagrad", Dialects::kerasAdagrad);
        entries.put("pytorch-rmsprop", Dialects::pyTorchRmsProp);
        entries.put("pytorch-centered-rmsprop", Dialects::pyTorchCenteredRmsProp);
        entries.put("efficient-adam", Dialects::efficientAdam);
        entries.put("kozistr-swats", Dialects::kozistrSwats);
        entries.put("pytorch-amsgrad", Dialects::pyTorchAmsGrad);
        entries.put("paper-amsgrad", Dialects::paperAmsGrad);
        entries.put("adabound-m", Dialects::slideAdaBound);
        entries.put("paper-adabound", Dialects::paperAdaBound);
        entries.put("authors-adabound", Dialects::authorsAdaBound);
        entries.put("authors-adaboundw", Dialects::authorsAdaBoundW);
        entries.put("authors-amsbound", Dialects::authorsAmsBound);
        entries.put("pytorch-radam", Dialects::pyTorchRAdam);
        entries.put("authors-radam", Dialects::authorsRAdam);
        entries.put("pytorch-nadam", Dialects::pyTorchNadam);
        entries.put("timm-sgdw", Dialects::timmSgdw);
        entries.put("paper-adamw", Dialects::paperAdamW);
        return Collections.unmodifiableMap(entries);
    }

    private static Dialect pyTorchSgdm(Schedule eta, Hyperparameters h) {
        PyTorchSgdm usual = new PyTorchSgdm(eta);
        return new PyTorchSgdm(eta, h.get("lambda", usual.lambda()), h.get("tau", usual.tau()));
    }

    private static Dialect pyTorchAdagrad(Schedule eta, Hyperparameters h) {
        PyTorchAdagrad usual = new PyTorchAdagrad(eta);
        return new PyTorchAdagrad(
                eta, h.get("kappa", usual.kappa()), h.get("tau", usual.tau()), h.get("epsilon", usual.epsilon()));
    }

    private static Dialect kerasAdagrad(Schedule eta, Hyperparameters h) {
        KerasAdagrad usual = new KerasAdagrad(eta);
        return new KerasAdagrad(eta, h.get("tau", usual.tau()), h.get("epsilon", usual.epsilon()));
    }

    private static Dialect pyTorchRmsProp(Schedule eta, Hyperparameters h) {
        PyTorchRmsProp usual = new PyTorchRmsProp(eta);
        return new PyTorchRmsProp(eta, h.get("alpha", usual.alpha()), h.get("epsilon", usual.epsilon()));
    }

    private static Dialect pyTorchCenteredRmsProp(Schedule eta, Hyperparameters h) {
        PyTorchCenteredRmsProp usual = new PyTorchCenteredRmsProp(eta);
        return new PyTorchCenteredRmsProp(
                eta, h.get("alpha", usual.alpha()), h.get("epsilon", usual.epsilon()), h.get("lambda", usual.lambda()));
    }

    private static Dialect efficientAdam(Schedule eta, Hyperparameters h) {
        EfficientAdam usual = new EfficientAdam(eta);
        return new EfficientAdam(
                eta,
                h.get("beta1", usual.beta1()),
                h.get("beta2", usual.beta2()),
                h.get("epsilonHat", usual.epsilonHat()));
    }

    private static Dialect kozistrSwats(Schedule eta, Hyperparameters h) {
        KozistrSwats usual = new KozistrSwats(eta);
        return new KozistrSwats(
                eta, h.get("beta1", usual.beta1()), h.get("beta2", usual.beta2()), h.get("epsilon", usual.epsilon()));
    }

    private static Dialect pyTorchAmsGrad(Schedule eta, Hyperparameters h) {
        PyTorchAmsGrad usual = new PyTorchAmsGrad(eta);
        return new PyTorchAmsGrad(
                eta, h.get("beta1", usual.beta1()), h.get("beta2", usual.beta2()), h.get("epsilon", usual.epsilon()));
    }

    private static Dialect paperAmsGrad(Schedule eta, Hyperparameters h) {
        PaperAmsGrad usual = new PaperAmsGrad(eta);
        return new PaperAmsGrad(eta, h.get("beta1", usual.beta1()), h.get("beta2", usual.beta2()));
    }

    private static Dialect slideAdaBound(Schedule eta, Hyperparameters h) {
        SlideAdaBound usual = new SlideAdaBound(eta);
        return new SlideAdaBound(
                eta,
                h.get("beta1", usual.beta1()),
                h.get("beta2", usual.beta2()),
                h.get("epsilon", usual.epsilon()),
                h.get("f", usual.f()));
    }

    private static Dialect paperAdaBound(Schedule eta, Hyperparameters h) {
        PaperAdaBound usual = new PaperAdaBound(eta);
        return new PaperAdaBound(
                eta, h.get("beta1", usual.beta1()), h.get("beta2", usual.beta2()), h.get("f", usual.f()));
    }

    private static Dialect authorsAdaBound(Schedule eta, Hyperparameters h) {
        AuthorsAdaBound usual = new AuthorsAdaBound(eta);
        return new AuthorsAdaBound(
                eta,
                h.get("beta1", usual.beta1()),
                h.get("beta2", usual.beta2()),
                h.get("epsilon", usual.epsilon()),
                h.get("f", usual.f()),
                h.get("gamma", usual.gamma()));
    }

    private static Dialect authorsAdaBoundW(Schedule eta, Hyperparameters h) {
        AuthorsAdaBoundW usual = new AuthorsAdaBoundW(eta);
        return new AuthorsAdaBoundW(
                eta,
                h.get("beta1", usual.beta1()),
                h.get("beta2", usual.beta2()),
                h.get("epsilon", usual.epsilon()),
                h.get("f", usual.f()),
                h.get("gamma", usual.gamma()),
                h.get("lambda", usual.lambda()));
    }

    private static Dialect authorsAmsBound(Schedule eta, Hyperparameters h) {
        AuthorsAmsBound usual = new AuthorsAmsBound(eta);
        return new AuthorsAmsBound(
                eta,
                h.get("beta1", usual.beta1()),
                h.get("beta2", usual.beta2()),
                h.get("epsilon", usual.epsilon()),
                h.get("f", usual.f()),
                h.get("gamma", usual.gamma()));
    }

    private static Dialect pyTorchRAdam(Schedule eta, Hyperparameters h) {
        PyTorchRAdam usual = new PyTorchRAdam(eta);
        return new PyTorchRAdam(
                eta, h.get("beta1", usual.beta1()), h.get("beta2", usual.beta2()), h.get("epsilon", usual.epsilon()));
    }

    private static Dialect authorsRAdam(Schedule eta, Hyperparameters h) {
        AuthorsRAdam usual = new AuthorsRAdam(eta);
        return new AuthorsRAdam(
                eta, h.get("beta1", usual.beta1()), h.get("beta2", usual.beta2()), h.get("epsilon", usual.epsilon()));
    }

    private static Dialect pyTorchNadam(Schedule eta, Hyperparameters h) {
        PyTorchNadam usual = new PyTorchNadam(eta);
        return new PyTorchNadam(
                eta,
                h.get("beta1", usual.beta1()),
                h.get("beta2", usual.beta2()),
                h.get("epsilon", usual.epsilon()),
                h.get("psi", usual.psi()));
    }

    private static Dialect timmSgdw(Schedule eta, Hyperparameters h) {
        TimmSgdw usual = new TimmSgdw(eta);
        return new TimmSgdw(eta, h.get("lambda", usual.lambda()), h.get("gamma", usual.gamma()));
    }

    private static Dialect paperAdamW(Schedule eta, Hyperparameters h) {
        PaperAdamW usual = new PaperAdamW(eta);
        return new PaperAdamW(
                eta,
                h.get("beta1", usual.beta1()),
                h.get("beta2", usual.beta2()),
                h.get("epsilon", usual.epsilon()),
                h.get("lambda", usual.lambda()));
    }
}
