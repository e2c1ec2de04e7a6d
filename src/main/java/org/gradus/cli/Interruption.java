package org.gradus.cli;

import java.util.ServiceLoader;

/**
 * Ctrl-C, once to ask, twice to end: the first asks what runs to come to an end by itself, and what it has is written; the second ends the
 * program at once. A shutdown hook could not tell the second from the first.
 *
 * <pre>{@code
 * try (Interruption interruption = Interruption.asks(run::interrupt)) {
 *     History history = run.finish();
 *     ... write it ...
 *     return interruption.happened() ? Gradus.INTERRUPTED : ExitCode.OK;
 * }
 * }</pre>
 */
final class Interruption implements AutoCloseable {
    private final Runnable stop;
    private Runnable putBack = () -> {};
    private volatile boolean happened;

    private Interruption(Runnable stop) {
        this.stop = stop;
    }

    /**
     * Listens until it is closed.
     *
     * @param stop what the first Ctrl-C does, in a thread of its own; it should return soon
     */
    static Interruption asks(Runnable stop) {
        Interruption interruption = new Interruption(stop);
        ServiceLoader.load(Signals.class)
                .findFirst()
                .ifPresent(signals -> interruption.putBack = signals.atCtrlC(interruption::happen));
        return interruption;
    }

    private void happen() {
        happened = true;
        stop.run();
    }

    /** Whether Ctrl-C was pressed. */
    boolean happened() {
        return happened;
    }

    @Override
    public void close() {
        putBack.run();
    }
}
