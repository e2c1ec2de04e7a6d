package org.gradus.lecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.chart.Axis;
import org.gradus.chart.Chart;
import org.gradus.chart.LineChart;
import org.gradus.chart.Series;
import org.gradus.chart.Theme;
import org.gradus.chart.render.Charts;
import org.gradus.view.Language;
import org.gradus.view.Receipt;

/**
 * How figures are wanted.
 *
 * @param theme the colors around the data
 * @param language the language of titles, axes and captions
 * @param effort how much to compute
 */
public record FigureOrder(Theme theme, Language language, Effort effort) {
    /** As {@code gradus figures} draws them if nothing else is said. */
    public static final FigureOrder USUAL = new FigureOrder(Theme.LIGHT, Language.EN, Effort.FULL);

    private static final Pattern COMMAND = Pattern.compile(
            "gradus figures --only ([0-9]+)(?: --theme ([a-z]+))?(?: --language ([a-z]+))?(?: --effort ([a-z]+))?");

    /** {@return the command that draws a figure like that}
     *
     * @param figure the figure
     */
    public Receipt receipt(FigureEntry figure) {
        List<String> words = new ArrayList<>(List.of("gradus", "figures", "--only", Integer.toString(figure.number())));
        words.addAll(words());
        return Receipt.ofWords(words);
    }

    /** {@return the words of the command that ask for what is not usual} */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (theme != USUAL.theme) {
            words.addAll(List.of("--theme", theme.toString()));
        }
        if (language != USUAL.language) {
            words.addAll(List.of("--language", language.toString()));
        }
        if (effort != USUAL.effort) {
            words.addAll(List.of("--effort", effort.toString()));
        }
        return words;
    }

    /**
     * Asks for a font that has the letters of the language, before anything is computed.
     *
     * @throws IllegalStateException if there is none; the message says what to install
     */
    public void requireFont() {
        String letters = language.of("Every letter", "學習率與梯度");
        Axis axis = Axis.linear("");
        Chart chart = LineChart.of(letters, axis, axis, Series.of("", new double[] {0}, new double[] {0}));
        Charts.svg(chart, theme, 300, 200, Map.of());
    }

    /**
     * {@return how a figure was wanted, as the receipt in its file says; nothing if that is no such command}
     *
     * @param command the command in the receipt
     */
    static Optional<FigureOrder> ofCommand(String command) {
        Matcher words = COMMAND.matcher(command);
        try {
            return words.matches()
                    ? Optional.of(new FigureOrder(
                            named(Theme.class, words.group(2), USUAL.theme),
                            named(Language.class, words.group(3), USUAL.language),
                            named(Effort.class, words.group(4), USUAL.effort)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a word that this version does not know
        }
    }

    private static <E extends Enum<E>> E named(Class<E> type, String word, E usual) {
        return word == null ? usual : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
