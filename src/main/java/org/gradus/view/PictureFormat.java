package org.gradus.view;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradus.chart.Chart;
import org.gradus.chart.Theme;
import org.gradus.chart.render.Charts;

/** In which formats charts are drawn. The ending of a file's name says which. */
public enum PictureFormat {
    /** An image of pixels, two to a point, for slides. */
    PNG,
    /** A drawing that scales, for web pages. */
    SVG,
    /** A document of one page, for paper. */
    PDF;

    private static final double PIXELS_PER_POINT = 2;

    /**
     * {@return the format of a file}
     *
     * @param file its name or path; its ending may be in capital letters
     * @throws IllegalArgumentException if no format has that ending; the message has those there are
     */
    public static PictureFormat of(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        for (PictureFormat format : values()) {
            if (name.endsWith(format.ending())) {
                return format;
            }
        }
        String endings = Arrays.stream(values()).map(PictureFormat::ending).collect(Collectors.joining(", "));
        throw new IllegalArgumentException(
                "'%s': the ending of a picture's name says its format; give it one of %s".formatted(file, endings));
    }

    /** {@return how the names of its files end, as in {@code .png}} */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    byte[] draw(Chart chart, Theme theme, int width, int height, Receipt receipt) {
        Map<String, String> texts = receipt.entries();
        return switch (this) {
            case PNG -> Charts.png(chart, theme, width, height, PIXELS_PER_POINT, texts);
            case SVG -> Charts.svg(chart, theme, width, height, texts).getBytes(StandardCharsets.UTF_8);
            case PDF -> Charts.pdf(chart, theme, width, height, texts);
        };
    }
}
