package org.gradus.data;

import java.lang.management.ManagementFactory;

/** How much memory a piece of code asks for, whether or not it keeps it. */
final class Memory {
    private Memory() {}

    /** The bytes that this thread allocates in an action; 0 on a JVM that does not count them. */
    static long allocatedBy(Runnable action) {
        if (ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads
                && threads.isThreadAllocatedMemorySupported()) {
            long before = threads.getCurrentThreadAllocatedBytes();
            action.run();
            return threads.getCurrentThreadAllocatedBytes() - before;
        }
        action.run();
        return 0;
    }
}
