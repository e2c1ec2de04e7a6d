package org.gradus.cli;

/** The entry point of the program {@code gradus}. */
public final class Main {
    private Main() {}

    /**
     * Runs a command and ends the process if it failed.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        // charts are drawn in memory; without this, Java looks for a screen where DISPLAY is set
        System.setProperty("java.awt.headless", "true");
        int status = Gradus.commandLine().execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }
}
