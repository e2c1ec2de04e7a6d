package org.gradus.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gradus.data.AtomicFile;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went wrong with a file is said, without the name of a temporary one; a folder is written by one at a time. */
@InEveryLocale
class FilesTest {
    @TempDir
    private Path folder;

    private static String trouble(Path file) {
        try {
            AtomicFile.write(file, new byte[] {1});
        } catch (IOException e) {
            return FileTrouble.writing(file, e);
        }
        throw new AssertionError(file + " was written");
    }

    @Test
    void whyAFileCannotBeWrittenIsSaid() throws IOException {
        Path none = folder.resolve("none");
        assertThat(trouble(none.resolve("a")))
                .isEqualTo(none.resolve("a") + " cannot be written: there is no folder " + none + "; make it first");
        Path full = Files.createDirectories(folder.resolve("taken/below")).getParent();
        assertThat(trouble(full)).isEqualTo(full + " cannot be written: a folder stands there; choose another name");
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(trouble(file.resolve("a")))
                .isEqualTo(file.resolve("a") + " cannot be written: " + file
                        + " is a file, not a folder; choose another folder");
        assertThat(FileTrouble.writing(file, new FileSystemException(".file.tmp", null, "No space left on device")))
                .isEqualTo(file + " cannot be written: the disk is full; make room, or choose another folder");
        assertThat(FileTrouble.writing(file, new AccessDeniedException(".file.tmp")))
                .isEqualTo(file + " cannot be written: there is no permission to write there; choose another folder");
        assertThat(FileTrouble.writing(file, new FileSystemException(".file.tmp", null, "the drive is gone")))
                .isEqualTo(file + " cannot be written: the drive is gone");
    }

    @Test
    void whyAFileCannotBeReadIsSaid() {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> Files.readAllBytes(none))
                .isInstanceOfSatisfying(
                        IOException.class,
                        e -> assertThat(FileTrouble.reading(none, e))
                                .isEqualTo(none + " cannot be read: there is no such file"));
        assertThat(FileTrouble.reading(folder, new IOException("Is a directory")))
                .isEqualTo(folder + " cannot be read: it is a folder; name a file");
        assertThat(FileTrouble.reading(none, new AccessDeniedException("none")))
                .isEqualTo(none + " cannot be read: there is no permission to");
    }

    @Test
    void aFolderIsWrittenByOneAtATime() throws IOException {
        Path runs = folder.resolve("runs/a");
        FolderLock lock = FolderLock.of(runs);
        assertThatThrownBy(() -> FolderLock.of(runs))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(runs + " is being written by another run; wait for its end, or choose another folder");
        lock.close();
        FolderLock.of(runs).close();
    }

    /** Has a folder until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String... folder) throws IOException, InterruptedException {
            try (FolderLock lock = FolderLock.of(Path.of(folder[0]))) {
                System.out.println(lock);
                System.out.flush();
                Thread.sleep(TimeUnit.MINUTES.toMillis(5));
            }
        }
    }

    @Test
    void anotherProcessIsKeptOutUntilThisOneIsKilled() throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("lock of " + folder);
            assertThatThrownBy(() -> FolderLock.of(folder)).isInstanceOf(IllegalStateException.class);
        } finally {
            holder.destroyForcibly().waitFor();
        }
        FolderLock.of(folder).close();
    }

    @Test
    void aHashHasAllBitsOfNumbersAndTheLengthsOfWords() {
        String hash = new ContentHash().add(0.5, -0.0).hex();
        assertThat(hash)
                .matches("[0-9a-f]{16}")
                .isEqualTo(new ContentHash().add(0.5, -0.0).hex())
                .isNotEqualTo(new ContentHash().add(0.5, 0.0).hex());
        assertThat(new ContentHash().add(List.of("ab", "c")).hex())
                .isNotEqualTo(new ContentHash().add(List.of("a", "bc")).hex());
        // Python: hashlib.sha256(struct.pack(">i", 7)).hexdigest()[:16]
        assertThat(new ContentHash().add(7).hex()).isEqualTo("1561ade0621c5acf");
    }
}
