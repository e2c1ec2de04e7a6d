package org.gradus.cli.terminal;

/**
 * Ctrl-C, once to ask, twice to end: the first asks what runs to come to an end by itself, and what it has is written; the second ends the
 * program at once. A shutdown hook could not tell the second from the first.
 *
 * <pre>{@code
 * try (Interruption interruption = Interruption.asks(signals, run::interrupt)) {
 *     return run.finish();
 * }
 * }</pre>
 */
public final class Interruption implements AutoCloseable {
    private final Runnable putBack;

    private Interruption(Runnable putBack) {
        this.putBack = putBack;
    }

    /**
     * Listens until it is closed.
     *
     * @param signals what to listen to
     * @param stop what the first Ctrl-C does, in a thread of its own; it should return soon
     * @return what is to be closed
     */
    public static Interruption asks(Signals signals, Runnable stop) {
        return new Interruption(signals.atCtrlC(stop));
    }

    /**
     * Listens until it is closed; the first Ctrl-C interrupts this thread, which afterwards is interrupted no more, so that it can write files.
     *
     * @param signals what to listen to
     * @return what is to be closed
     */
    public static Interruption ofThisThread(Signals signals) {
        Runnable putBack = signals.atCtrlC(Thread.currentThread()::interrupt);
        return new Interruption(() -> {
            putBack.run();
            Thread.interrupted();
        });
    }

    @Override
    public void close() {
        putBack.run();
    }
}
