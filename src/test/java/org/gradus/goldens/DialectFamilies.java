package org.gradus.goldens;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
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

/** The families of optimizers.json that a library or a paper computes otherwise than the lecture, and the dialect that each is of. */
final class DialectFamilies {
    private DialectFamilies() {}

    static Map<String, Function<JsonObject, UpdateRule>> rules() {
        Map<String, Function<JsonObject, UpdateRule>> rules = new LinkedHashMap<>();
        rules.put("sgdm_sched_torch", h -> new PyTorchSgdm(number(h, "momentum"), 0));
        rules.put("sgdm_dampening_torch", h -> new PyTorchSgdm(number(h, "momentum"), number(h, "dampening")));
        rules.put("rmsprop_torch", h -> new PyTorchRmsProp(number(h, "alpha"), Goldens.epsilon(h)));
        rules.put(
                "rmsprop_centered_momentum_torch",
                h -> new PyTorchCenteredRmsProp(number(h, "alpha"), Goldens.epsilon(h), number(h, "momentum")));
        rules.put("amsgrad_torch", h -> new PyTorchAmsGrad(beta1(h), beta2(h), Goldens.epsilon(h)));
        rules.put(
                "nadam_torch",
                h -> new PyTorchNadam(beta1(h), beta2(h), Goldens.epsilon(h), number(h, "momentum_decay")));
        rules.put("radam_torch", h -> new PyTorchRAdam(beta1(h), beta2(h), Goldens.epsilon(h)));
        rules.put(
                "adabound_luolc",
                h -> new AuthorsAdaBound(
                        beta1(h), beta2(h), Goldens.epsilon(h), number(h, "final_lr"), number(h, "gamma")));
        rules.put(
                "amsbound_luolc",
                h -> new AuthorsAmsBound(
                        beta1(h), beta2(h), Goldens.epsilon(h), number(h, "final_lr"), number(h, "gamma")));
        rules.put(
                "adaboundw_luolc",
                h -> new AuthorsAdaBoundW(
                        beta1(h),
                        beta2(h),
                        Goldens.epsilon(h),
                        number(h, "final_lr"),
                        number(h, "gamma"),
                        number(h, "weight_decay")));
        // its γ is always 1 − β2, as on the slide
        rules.put(
                "adabound_lecture_m",
                h -> new SlideAdaBound(beta1(h), beta2(h), Goldens.epsilon(h), number(h, "final_lr")));
        // the library has one number for Adam's ε and for the tolerance, and the file calls it tol
        rules.put("swats", h -> new KozistrSwats(beta1(h), beta2(h), number(h, "tol")));
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
}
