package org.gradus.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a recurrence keeps of the steps before. */
class HistoryTest {
    @Test
    void linesMayReferToStepsFurtherBack() {
        Equations equations =
                Equations.of("x_0 = 0", "x_t = t", "y_t = x_1 + x_{t−3}, if t > 3", "y_t = 0", "θ_t = y_t + g_0");
        Recurrence recurrence = new Recurrence(equations, new double[] {0});
        double[] moved = new double[20];
        // g_0 is known where it is computed at the first step; x_1 and x_{t−3} for ever and for three steps
        for (int t = 1; t <= 20; t++) {
            moved[t - 1] = recurrence.step(1, point -> new double[] {100}).value("θ_t")[0];
        }
        assertThat(moved).startsWith(100, 100, 100, 102, 103, 104).endsWith(117, 118);
    }

    @Test
    void onlyWhatLinesReferToIsKept() {
        Recurrence recurrence = new Recurrence(
                Equations.of(
                        "m_0 = 0",
                        "m_1 = 1",
                        "m_t = m_{t−1} + m_1",
                        "p_t = m_{t−2}, if t > 2",
                        "p_t = 0",
                        "θ_t = θ_{t−1} − p_t g_{t−1}"),
                new double[] {0});
        for (int t = 1; t <= 100; t++) {
            recurrence.step(1, point -> new double[] {1});
        }
        // m_0, m_1, m_99 and m_100, p_100, θ_100
        assertThat(recurrence).hasToString("recurrence of θ, size 1, after step 100, with 6 values kept");
    }

    /** Sums are added as if from the start, term by term, whatever else the lines refer to: bit for bit. */
    @Test
    void sumsOverALongHistoryAreThoseFromTheStart() {
        Equations equations = Equations.of(
                        "s_t = Σ_{i=0}^{t−1} g_i²",
                        "u_t = Σ_{i=1}^{t−1} (c θ_i)",
                        "w_t = Σ_{i=0}^{t−1} (η g_i)",
                        "x_t = Σ_{i=0}^{t−1} (g_i / t)",
                        "y_t = Σ_{i=⌊t / 2⌋}^{t−1} g_i",
                        "z_t = Σ_{i=0}^{t−1} (Σ_{j=0}^{t−1} g_i)",
                        "θ_t = θ_{t−1} + g_{t−1}")
                .with("c", 0.1);
        Recurrence recurrence = new Recurrence(equations, new double[] {0.3});
        double[] g = new double[60];
        double[] theta = new double[61];
        theta[0] = 0.3;
        for (int t = 1; t <= 60; t++) {
            double now = Math.sqrt(t) - 4.1;
            g[t - 1] = now;
            Snapshot step = recurrence.step(0.1 * t, point -> new double[] {now});
            theta[t] = step.value("θ_t")[0] - 1;
            recurrence.moveTo(new double[] {theta[t]});
            double[] sums = new double[6];
            for (int i = 0; i < t; i++) {
                double inner = 0;
                for (int j = 0; j < t; j++) {
                    inner += g[i];
                }
                sums[0] += g[i] * g[i];
                sums[1] += i == 0 ? 0 : 0.1 * theta[i];
                sums[2] += 0.1 * t * g[i];
                sums[3] += g[i] / t;
                sums[4] += i < t / 2 ? 0 : g[i];
                sums[5] += inner;
            }
            for (int k = 0; k < 6; k++) {
                String symbol =
                        List.of("s_t", "u_t", "w_t", "x_t", "y_t", "z_t").get(k);
                assertThat(step.value(symbol)).as("%s at step %s", symbol, t).containsExactly(sums[k]);
            }
        }
    }

    /** From the start at each step this would take 10¹⁰ terms; the limit is a hundred times what it takes. */
    @Test
    @Timeout(60)
    void longRunsOfSumsTakeTimeInProportion() {
        Equations adagrad = Equations.of("s_t = Σ_{i=0}^{t−1} g_i²", "θ_t = θ_{t−1} − η / √s_t g_{t−1}");
        Recurrence recurrence = new Recurrence(adagrad, new double[] {0});
        Snapshot last = null;
        for (int t = 1; t <= 150_000; t++) {
            last = recurrence.step(1, point -> new double[] {1});
        }
        assertThat(last.value("s_t")).containsExactly(150_000);
    }
}
