package org.gradus.chart;

import java.util.Locale;

/**
 * The colors around the data: the same description is drawn on a white slide, on a dark one, and on paper.
 *
 * <p>Colors are written as in HTML. A page that shows charts may take its own from the theme, so that both look alike.
 */
public enum Theme {
    /** Dark on white: slides in a bright room, web pages. */
    LIGHT("#ffffff", "#222222", "#555555", "#777777", "#e4e4e4", "#999999", "#86abcb", "#f3f6f9", "#4a6781", "#9fb0be"),
    /** Light on nearly black: slides in a dark room. */
    DARK("#14181d", "#ececec", "#b4bac1", "#7d858e", "#2b323a", "#5c656e", "#0d1117", "#3c4b5a", "#5f7890", "#8ea3b6"),
    /** Black on white without tinted grounds: paper, also in black and white. */
    PRINT("#ffffff", "#000000", "#333333", "#555555", "#dddddd", "#888888", "#d4d4d4", "#fcfcfc", "#666666", "#a8a8a8");

    private static final double INVERTED_BLACK = 1.1;
    private static final double INVERTED_RANGE = 0.75;
    private static final double DARKEST_ON_DARK = 0.58;
    private static final double LIGHTEST_ON_DARK = 0.93;

    private final String background;
    private final String ink;
    private final String softInk;
    private final String outline;
    private final String grid;
    private final String zero;
    private final String lowGround;
    private final String highGround;
    private final String lowLine;
    private final String highLine;

    Theme(
            String background,
            String ink,
            String softInk,
            String outline,
            String grid,
            String zero,
            String lowGround,
            String highGround,
            String lowLine,
            String highLine) {
        this.background = background;
        this.ink = ink;
        this.softInk = softInk;
        this.outline = outline;
        this.grid = grid;
        this.zero = zero;
        this.lowGround = lowGround;
        this.highGround = highGround;
        this.lowLine = lowLine;
        this.highLine = highLine;
    }

    /** {@return the color of what is drawn on} */
    public String background() {
        return background;
    }

    /** {@return the color of titles and labels} */
    public String ink() {
        return ink;
    }

    /** {@return the color of subtitles and remarks} */
    public String softInk() {
        return softInk;
    }

    /** {@return the color of the plot's frame and its ticks} */
    public String outline() {
        return outline;
    }

    /** {@return the color of grid lines} */
    public String grid() {
        return grid;
    }

    /** {@return the color of the line at zero} */
    public String zero() {
        return zero;
    }

    /** {@return the color of the lowest ground on a map} */
    public String lowGround() {
        return lowGround;
    }

    /** {@return the color of the highest ground on a map} */
    public String highGround() {
        return highGround;
    }

    /** {@return the color of a map's lowest level line} */
    public String lowLine() {
        return lowLine;
    }

    /** {@return the color of a map's highest level line} */
    public String highLine() {
        return highLine;
    }

    /**
     * A color of data as it is drawn in this theme. Colors are chosen for a white ground; on the dark one each keeps its hue and gets the opposite
     * lightness, so that what stood out from white stands out from black, and what was apart stays apart.
     *
     * @param color a color as in HTML, such as {@code #1f6ed4}
     * @return the color to draw with
     * @throws IllegalArgumentException if the color is not written like that
     */
    public String drawn(String color) {
        Oklab wanted = Oklab.of(color);
        if (this != DARK) {
            return color;
        }
        double lightness = INVERTED_BLACK - INVERTED_RANGE * wanted.lightness();
        return wanted.withLightness(Math.max(DARKEST_ON_DARK, Math.min(lightness, LIGHTEST_ON_DARK)))
                .html();
    }

    /** Its name as it is typed, such as {@code dark}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
