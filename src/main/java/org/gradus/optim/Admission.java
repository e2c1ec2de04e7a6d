package org.gradus.optim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradus.tensor.Gradients;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.ParameterVector;

/** Which gradients an optimizer takes a step with, and why not the others. */
final class Admission {
    private final ParameterVector vector;
    private final Set<Parameter> left = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean skipping;

    Admission(ParameterVector vector) {
        this.vector = vector;
    }

    void leave(Collection<Parameter> others) {
        left.addAll(others);
    }

    void skipMissing() {
        skipping = true;
    }

    boolean skipsMissing() {
        return skipping;
    }

    /** The groups that the loss depends on: all of them, unless the others are to be skipped. */
    List<GroupState> stepping(List<GroupState> groups, Gradients gradients) {
        List<GroupState> stepping = new ArrayList<>();
        int found = 0;
        for (GroupState group : groups) {
            Map<String, Parameter> parameters = group.group().parameters();
            List<String> missing = new ArrayList<>();
            for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
                if (!gradients.contains(entry.getValue())) {
                    missing.add(text(entry));
                }
            }
            found += parameters.size() - missing.size();
            if (missing.isEmpty()) {
                stepping.add(group);
            } else if (!skipping || missing.size() < parameters.size()) {
                throw new IllegalArgumentException(missing(missing, gradients));
            }
        }
        if (found < gradients.parameters().size()) {
            refuseOthers(gradients);
        }
        return stepping;
    }

    private static String text(Map.Entry<String, Parameter> entry) {
        return entry.getKey() + " " + entry.getValue().shape();
    }

    private String missing(List<String> missing, Gradients gradients) {
        String present = vector.parameters().entrySet().stream()
                .filter(entry -> gradients.contains(entry.getValue()))
                .map(Admission::text)
                .collect(Collectors.joining(", "));
        return ("optimizer: there is no gradient for %s, only for %s; use its value() in the forward pass, leave it out of the optimizer, "
                        + "or say that no gradient means no step: Group.each and skippingMissing()")
                .formatted(String.join(", ", missing), present.isEmpty() ? "none of its parameters" : present);
    }

    private void refuseOthers(Gradients gradients) {
        String others = gradients.parameters().stream()
                .filter(parameter -> !vector.parameters().containsValue(parameter) && !left.contains(parameter))
                .map(Parameter::toString)
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    ("optimizer: the loss also depends on %s, which it was not given. If that is to learn, name it in the parameters() of "
                                    + "its layer (a lambda names none); if it is to stay as it is, say so: optimizer.leaving(…), or detach() it")
                            .formatted(others));
        }
    }

    /** Refuses a gradient with an element that is NaN or beyond a limit, and says which parameter's it is. */
    void requireFinite(double[] gradient, double limit, long update) {
        double largest = 0;
        for (double element : gradient) {
            largest = Math.max(largest, Math.abs(element)); // NaN stays
        }
        if (largest <= limit) {
            return;
        }
        int start = 0;
        for (Map.Entry<String, Parameter> entry : vector.parameters().entrySet()) {
            int end = start + entry.getValue().shape().size();
            for (int i = start; i < end; i++) {
                if (!(Math.abs(gradient[i]) <= limit)) {
                    throw new ExplodingGradientException(
                            update,
                            "the gradient of parameter %s is %s at element %s"
                                    .formatted(entry.getKey(), gradient[i], i - start));
                }
            }
            start = end;
        }
    }
}
