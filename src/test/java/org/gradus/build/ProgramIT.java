package org.gradus.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn package} makes for others: the jars, and the program in its zip. Run by {@code mvn verify}, after the packaging. */
class ProgramIT {
    private static final Path TARGET = Path.of(System.getProperty("gradus.target", "target"));
    private static final Path JAR = TARGET.resolve("gradus.jar");

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([\\w-]+) \\| ([^|]+) \\| ([\\w.]+) \\|$");

    @TempDir
    private Path folder;

    private static Path made(String ending) throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.getFileName().toString().matches("gradus-[0-9][^/]*" + ending))
                    .filter(file -> !file.toString().matches(".*-(sources|javadoc)\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> entries(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    private static byte[] entry(Path zip, String name) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            assertThat(file.getEntry(name)).as("%s in %s", name, zip).isNotNull();
            try (InputStream in = file.getInputStream(file.getEntry(name))) {
                return in.readAllBytes();
            }
        }
    }

    /** Library → the package it is in, as the list in the jar has them. */
    private static Map<String, String> listed() throws IOException {
        String list = new String(entry(JAR, "META-INF/THIRD-PARTY.md"), UTF_8);
        return ROW.matcher(list)
                .results()
                .filter(row -> !row.group(1).equals("library"))
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(3)));
    }

    @Test
    void everyPackageInTheJarIsOursOrListed() throws IOException {
        Set<String> packages = Set.copyOf(listed().values());
        assertThat(packages).hasSizeGreaterThan(10);
        assertThat(entries(JAR).stream().filter(name -> name.endsWith(".class")))
                .allSatisfy(name -> assertThat(
                                name.replaceFirst("META-INF/versions/\\d+/", "").replace('/', '.'))
                        .matches(type -> type.startsWith("org.gradus.")
                                || packages.stream().anyMatch(known -> type.startsWith(known + "."))));
    }

    @Test
    void everyLibraryInTheJarIsListedWithItsLicenseAndNoticeUnchanged() throws IOException {
        Set<String> inside = Set.copyOf(entries(JAR));
        List<String> found = new ArrayList<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path library = Path.of(path);
            if (!path.endsWith(".jar") || !isInside(library, inside)) {
                continue;
            }
            String artifact = library.getFileName().toString().replaceFirst("-\\d.*", "");
            found.add(artifact);
            for (String name : entries(library)) {
                if (name.matches("META-INF/(LICENSE|NOTICE)[^/]*")) {
                    assertThat(entry(JAR, "META-INF/licenses/" + artifact + "/" + name))
                            .as("%s of %s", name, artifact)
                            .isEqualTo(entry(library, name));
                }
            }
        }
        assertThat(found).isNotEmpty();
        assertThat(listed().keySet()).containsExactlyInAnyOrderElementsOf(found);
    }

    private static boolean isInside(Path library, Set<String> inside) throws IOException {
        List<String> own = entries(library).stream()
                .filter(name -> !name.endsWith("/") && !name.startsWith("META-INF/"))
                .filter(name -> !name.contains("-info."))
                .toList();
        return !own.isEmpty() && inside.containsAll(own);
    }

    @Test
    void ourLicenseAndThatOfTheChartsAreThere() throws IOException {
        assertThat(new String(entry(JAR, "META-INF/LICENSE"), UTF_8)).contains("Apache License");
        assertThat(new String(entry(JAR, "META-INF/NOTICE"), UTF_8))
                .contains("CC BY 4.0", "Apache Software Foundation");
        assertThat(new String(entry(JAR, "META-INF/licenses/jfreechart/LICENSE"), UTF_8))
                .contains("GNU LESSER GENERAL PUBLIC LICENSE");
    }

    @Test
    void thereIsNoNativeCode() throws IOException {
        for (Path file : List.of(JAR, made("\\.jar"), made("\\.zip"))) {
            assertThat(entries(file)).noneMatch(name -> name.matches("(?i).*\\.(so|dll|dylib|jnilib|exe)"));
        }
    }

    @Test
    void theLibraryHasAModuleNameAndSaysWhatItLacks() throws Exception {
        Path library = made("\\.jar");
        try (JarFile jar = new JarFile(library.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("org.gradus");
        }
        Said said =
                run(folder, Map.of(), java(), "-jar", library.toAbsolutePath().toString(), "explain");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text().lines())
                .hasSize(1)
                .first()
                .asString()
                .matches("gradus: \\S+ is missing: this jar is the library alone; run gradus.jar, or bin/gradus, .*");
    }

    @Test
    void theProgramStartsFromAnywhereThroughALinkWithSpacesInItsPath() throws Exception {
        assumeFalse(isWindows(), "the other script is for Windows");
        Path program = unzipped(Files.createDirectories(folder.resolve("a folder")));
        Path link = Files.createSymbolicLink(folder.resolve("a link"), program);
        Path other = Files.createSymbolicLink(folder.resolve("gradus"), Path.of("a link"));
        Said said = run(folder, Map.of(), other.toString(), "explain", "adam");
        assertThat(said.text()).contains("θ_t = θ_{t−1}");
        assertThat(said.status()).isZero();
        try (Stream<Path> lib = Files.list(program.resolveSibling("../lib"))) {
            assertThat(lib.filter(file -> file.toString().endsWith(".jsa")))
                    .as("what makes later starts fast")
                    .hasSize(1)
                    .allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
        Said again = run(folder, Map.of(), link.toString(), "--ascii", "explain", "adam");
        assertThat(again.text()).contains("theta_t = theta_{t-1}").matches("\\p{ASCII}+");
    }

    @Test
    void aConsoleWithoutGreekGetsAscii() throws Exception {
        for (String options : List.of("-Dfile.encoding=cp1252 -Dstdout.encoding=cp850", "-Dstdout.encoding=US-ASCII")) {
            List<String> command = new ArrayList<>(List.of(java()));
            command.addAll(Arrays.asList(options.split(" ")));
            command.addAll(List.of("-jar", JAR.toAbsolutePath().toString(), "explain", "adam"));
            assertThat(run(folder, Map.of(), command.toArray(String[]::new)).text())
                    .contains("theta_t = theta_{t-1} - ")
                    .matches("\\p{ASCII}+")
                    .doesNotContain("?");
        }
    }

    @Test
    void withoutASuitableJavaItSaysSo() throws Exception {
        assumeFalse(isWindows(), "the other script is for Windows");
        String script = TARGET.resolve("gradus/bin/gradus").toAbsolutePath().toString();
        Said nowhere = run(folder, Map.of("JAVA_HOME", folder.toString()), script, "--version");
        assertThat(nowhere.text())
                .startsWith(
                        "gradus: JAVA_HOME is " + folder + ", where there is no bin/java; a JDK 17 or later is needed");
        assertThat(nowhere.status()).isEqualTo(1);
        Path old = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        assertThat(Files.writeString(old, "#!/bin/sh").toFile().setExecutable(true))
                .isTrue();
        Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");
        Said tooOld = run(folder, Map.of("JAVA_HOME", folder.resolve("old").toString()), script, "--version");
        assertThat(tooOld.text()).contains("is Java 11.0.2; a JDK 17 or later is needed");
        assertThat(tooOld.status()).isEqualTo(1);
    }

    /** The path of the start script in a folder that the zip was unpacked in. */
    private static Path unzipped(Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(made("\\.zip").toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                Path file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip.getInputStream(entry), file);
                }
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            Path script = files.filter(file -> file.endsWith("bin/gradus"))
                    .findFirst()
                    .orElseThrow();
            assertThat(script.toFile().setExecutable(true)).isTrue();
            return script;
        }
    }

    private record Said(int status, String text) {}

    private static Said run(Path in, Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }
}
