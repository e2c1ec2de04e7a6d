package org.gradus.lecture;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The figures at quick effort, each computed once for all tests. */
public final class MadeFigures {
    private static final Workshop WORKSHOP = Workshop.of(Effort.QUICK);
    private static final Map<String, Figure> MADE = new ConcurrentHashMap<>();

    private MadeFigures() {}

    /**
     * {@return a figure at quick effort}
     *
     * @param type its class
     * @param name its name
     */
    public static <F extends Figure> F get(Class<F> type, String name) {
        return type.cast(get(Figures.catalog().get(name)));
    }

    static Figure get(FigureEntry entry) {
        return MADE.computeIfAbsent(entry.name(), name -> make(entry));
    }

    private static Figure make(FigureEntry entry) {
        try {
            return entry.maker().make(WORKSHOP);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody asks a test to stop", e);
        }
    }
}
