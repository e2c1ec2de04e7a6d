package org.gradus.goldens;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.util.FastMath;
import org.gradus.optim.UpdateRule;
import org.gradus.optim.dialect.AuthorsAdaBound;
import org.gradus.optim.dialect.AuthorsAdaBoundW;
import org.gradus.optim.dialect.AuthorsAmsBound;
import org.gradus.optim.dialect.KozistrSwats;
import org.gradus.optim.dialect.PyTorchAmsGrad;
import org.gradus.optim.dialect.PyTorchCenteredRmsProp;
import org.gradus.optim.dialect.PyTorchNadam;
import org.gradus.optim.dialect.PyTorchRAdam;
import org.gradus.optim.dialect.PyTorchRmsProp;
import org.gradus.optim.dialect.PyTorchSgdm;
import org.gradus.optim.dialect.SlideAdaBound;
import org.gradus.schedule.Constant;
import org.gradus.schedule.Schedule;

/** The families of optimizers.json that a library or a paper computes otherwise than the lecture, and the dialect that each is of. */
final class DialectFamilies {
    private DialectFamilies() {}

    static Map<String, Function<JsonObject, UpdateRule>> rules() {
        Map<String, Function<JsonObject, UpdateRule>> rules = new LinkedHashMap<>();
        rules.put("sgdm_sched_torch", h -> new PyTorchSgdm(halfCosine(h), number(h, "momentum"), 0));
        rules.put("sgdm_dampening_torch", h -> new PyTorchSgdm(eta(h), number(h, "momentum"), number(h, "dampening")));
        rules.put("rmsprop_torch", h -> new PyTorchRmsProp(eta(h), number(h, "alpha"), number(h, "eps")));
        rules.put(
                "rmsprop_centered_momentum_torch",
                h -> new PyTorchCenteredRmsProp(eta(h), number(h, "alpha"), number(h, "eps"), number(h, "momentum")));
        rules.put("amsgrad_torch", h -> new PyTorchAmsGrad(eta(h), beta1(h), beta2(h), number(h, "eps")));
        rules.put(
                "nadam_torch",
                h -> new PyTorchNadam(eta(h), beta1(h), beta2(h), number(h, "eps"), number(h, "momentum_decay")));
        rules.put("radam_torch", h -> new PyTorchRAdam(eta(h), beta1(h), beta2(h), number(h, "eps")));
        rules.put(
                "adabound_luolc",
                h -> new AuthorsAdaBound(
                        eta(h), beta1(h), beta2(h), number(h, "eps"), number(h, "final_lr"), number(h, "gamma")));
        rules.put(
                "amsbound_luolc",
                h -> new AuthorsAmsBound(
                        eta(h), beta1(h), beta2(h), number(h, "eps"), number(h, "final_lr"), number(h, "gamma")));
        rules.put(
                "adaboundw_luolc",
                h -> new AuthorsAdaBoundW(
                        eta(h),
                        beta1(h),
                        beta2(h),
                        number(h, "eps"),
                        number(h, "final_lr"),
                        number(h, "gamma"),
                        number(h, "weight_decay")));
        // its γ is always 1 − β2, as on the slide
        rules.put(
                "adabound_lecture_m",
                h -> new SlideAdaBound(eta(h), beta1(h), beta2(h), number(h, "eps"), number(h, "final_lr")));
        // the library has one number for Adam's ε and for the tolerance, and the file calls it tol
        rules.put("swats", h -> new KozistrSwats(eta(h), beta1(h), beta2(h), number(h, "tol")));
        return rules;
    }

    private static double number(JsonObject hyper, String name) {
        return hyper.get(name).getAsDouble();
    }

    private static double beta1(JsonObject hyper) {
        return number(hyper, "beta1");
    }

    private static double beta2(JsonObject hyper) {
        return number(hyper, "beta2");
    }

    private static Schedule eta(JsonObject hyper) {
        return new Constant(number(hyper, "lr"));
    }

    private static Schedule halfCosine(JsonObject hyper) {
        double lr = number(hyper, "lr");
        return t -> 0.5 * lr * (1 + FastMath.cos(Math.PI * t / 200));
    }
}
