package org.gradus.experiment.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.experiment.RunSpec;

/** By what a run is computed. It decides how long that takes, never what comes out. */
final class Environment {
    private static final String VECTORS = "jdk.incubator.vector";

    private Environment() {}

    static Map<String, String> present() {
        Map<String, String> environment = new LinkedHashMap<>();
        String version = RunSpec.class.getPackage().getImplementationVersion();
        environment.put("gradus", version == null ? "not from a jar" : version);
        environment.put("java", System.getProperty("java.runtime.version", "unknown"));
        environment.put("kernel", ModuleLayer.boot().findModule(VECTORS).isPresent() ? "vector" : "plain");
        environment.put("machine", System.getProperty("os.arch", "unknown"));
        return environment;
    }
}
