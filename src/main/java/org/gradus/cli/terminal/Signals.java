package org.gradus.cli.terminal;

import java.util.ServiceLoader;

/**
 * How to hear Ctrl-C. The one there is uses {@code sun.misc.Signal}, to which javac objects whatever one does; so it is compiled by itself, from
 * {@code src/signal}, and a program without it ends at the first Ctrl-C.
 */
public interface Signals {
    /**
     * Lets the next Ctrl-C run something instead of ending the program; the one after that ends it, at once.
     *
     * @param action what to run, in a thread of its own
     * @return what puts back how it was
     */
    Runnable atCtrlC(Runnable action);

    /** {@return the signals of this process; where there is no way to hear them, those that never come} */
    static Signals ofProcess() {
        return action -> ServiceLoader.load(Signals.class)
                .findFirst()
                .map(signals -> signals.atCtrlC(action))
                .orElse(() -> {});
    }
}
