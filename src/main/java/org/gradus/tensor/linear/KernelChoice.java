package org.gradus.tensor.linear;

import java.lang.System.Logger.Level;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Which kernel this JVM gets. The choice changes how long a product takes, never a bit of it. */
final class KernelChoice {
    private static final String MODULE = "jdk.incubator.vector";

    private KernelChoice() {}

    /** The kernel on the Vector API where that can run and is fast; otherwise the plain one, and a line in the log that says why. */
    static Kernel fastest() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return plain("start java with --add-modules " + MODULE + " for faster ones, with the same bits");
        }
        if (!vectorsAreCompiled()) {
            return plain("this JVM does not compile the Vector API to vector instructions");
        }
        try {
            return ServiceLoader.load(Kernel.class, Kernel.class.getClassLoader())
                    .findFirst()
                    .orElseGet(() ->
                            plain("the kernel on the Vector API is not on the class path; mvn compile builds it"));
        } catch (ServiceConfigurationError e) {
            return plain("the kernel on the Vector API does not load; mvn compile builds it (" + e.getMessage() + ")");
        }
    }

    /** Only HotSpot's C2 is known to; the interpreter and C1 make every vector an object, many times slower than a plain loop. */
    private static boolean vectorsAreCompiled() {
        String mode = System.getProperty("java.vm.info", "");
        boolean graal = System.getProperty("java.vm.version", "").contains("jvmci");
        return mode.startsWith("mixed mode") && !mode.contains("emulated-client") && !graal;
    }

    private static Kernel plain(String why) {
        System.getLogger(Kernel.class.getPackageName()).log(Level.INFO, "matrix products in plain Java: " + why);
        return new PlainKernel();
    }
}
