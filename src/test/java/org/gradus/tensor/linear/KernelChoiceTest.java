package org.gradus.tensor.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.tensor.Numbers;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs started with and without the module choose different kernels, say so or not, and compute the same. */
class KernelChoiceTest {
    private static final String MODULE = "--add-modules=jdk.incubator.vector";
    private static final String PLAIN = "matrix products in plain Java: ";

    /** What a JVM printed. */
    private record Printed(List<String> output, List<String> errors) {}

    /** Computes some products and prints a number that depends on each of their bits. */
    public static final class Fingerprint {
        private Fingerprint() {}

        /** Prints the number. */
        public static void main(String... arguments) {
            System.out.println(compute());
        }

        private static int compute() {
            Numbers numbers = new Numbers(1);
            Tensor a = numbers.tensor(33, 300);
            Tensor b = numbers.tensor(300, 27);
            Tensor c = numbers.tensor(300, 251); // makes the product large enough for more than one thread
            return 31 * Arrays.hashCode(a.matmul(b).toArray())
                    + Arrays.hashCode(a.matmul(c).toArray());
        }
    }

    @Test
    void withTheModuleNothingIsSaid() throws IOException, InterruptedException {
        assertThat(run(classPath(), MODULE)).isEqualTo(new Printed(fingerprint(), List.of()));
    }

    @Test
    void withoutTheModuleOneLineSaysHowToAddIt() throws IOException, InterruptedException {
        String line = PLAIN + "start java with --add-modules jdk.incubator.vector for faster ones, with the same bits";
        assertThat(run(classPath())).isEqualTo(new Printed(fingerprint(), List.of(line)));
    }

    @Test
    void withoutTheCompilerThatKnowsVectorsThePlainKernelIsFaster() throws IOException, InterruptedException {
        String line = PLAIN + "this JVM does not compile the Vector API to vector instructions";
        Printed wanted = new Printed(fingerprint(), List.of(line));
        assertThat(run(classPath(), MODULE, "-XX:TieredStopAtLevel=1")).isEqualTo(wanted);
        assertThat(run(classPath(), MODULE, "-Xint")).isEqualTo(wanted);
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws IOException, InterruptedException {
        Printed wanted = new Printed(fingerprint(), List.of());
        for (int workers : new int[] {0, 1, 2, 5}) {
            String parallelism = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + workers;
            assertThat(run(classPath(), MODULE, "-XX:ActiveProcessorCount=4", parallelism))
                    .as("%s workers", workers)
                    .isEqualTo(wanted);
        }
    }

    /** As in an editor that compiles only src/main and src/test. */
    @Test
    void withoutTheClassThePlainKernelIsThere(@TempDir Path directory) throws IOException, InterruptedException {
        Path ours = Path.of(
                Kernel.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        copyWithout("VectorKernel.class", ours, directory);
        Printed printed = run(classPath().replace(ours.toString(), directory.toString()), MODULE);
        assertThat(printed.output()).isEqualTo(fingerprint());
        assertThat(printed.errors())
                .singleElement()
                .asString()
                .startsWith(PLAIN)
                .contains("mvn compile builds it");
    }

    /** What this JVM computes. */
    private static List<String> fingerprint() {
        return List.of(Integer.toString(Fingerprint.compute()));
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static Printed run(String classPath, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.util.logging.SimpleFormatter.format=%5$s%n");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, Fingerprint.class.getName()));
        File errors = File.createTempFile("errors", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.endsWith("TOOL_OPTIONS"));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("exit status").isZero();
            try (Stream<String> lines = Files.lines(errors.toPath())) {
                return new Printed(
                        output.lines().toList(),
                        lines.filter(line -> !line.equals("WARNING: Using incubator modules: jdk.incubator.vector"))
                                .toList());
            }
        } finally {
            Files.delete(errors.toPath());
        }
    }

    private static void copyWithout(String name, Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (!file.endsWith(name)) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }
}
