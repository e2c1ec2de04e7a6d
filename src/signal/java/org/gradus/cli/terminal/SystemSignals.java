package org.gradus.cli.terminal;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl-C by {@code sun.misc.Signal}, which JEP 260 keeps because there is nothing else. */
public final class SystemSignals implements Signals {
    private static final String CTRL_C = "INT";

    /** For the service loader. */
    public SystemSignals() {}

    @Override
    public Runnable atCtrlC(Runnable action) {
        try {
            SignalHandler before = Signal.handle(new Signal(CTRL_C), signal -> {
                Signal.handle(signal, SignalHandler.SIG_DFL);
                action.run();
            });
            return () -> Signal.handle(new Signal(CTRL_C), before);
        } catch (IllegalArgumentException e) {
            return () -> {}; // a Java that keeps the signal to itself, as with -Xrs
        }
    }
}
