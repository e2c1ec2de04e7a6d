package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives whose parts contradict each other, or that unpack to far more than they are. */
@InEveryLocale
class ZipArchiveTest {
    private static final int MIB = 1 << 20;

    /** Entry "a" of 4 bytes at 0 and entry "bb" of 6 bytes at 35; the directory at 73, the end at 168, 190 bytes in all. */
    private static byte[] sound(int method) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("a", "AAAA".getBytes(StandardCharsets.US_ASCII));
        contents.put("bb", "BBBBBB".getBytes(StandardCharsets.US_ASCII));
        return Archives.zip(method, contents);
    }

    private static Map<String, String> unpack(byte[] file) {
        ZipArchive archive = new ZipArchive("x.npz", file);
        Map<String, String> contents = new LinkedHashMap<>();
        for (ZipArchive.Entry entry : archive.entries()) {
            ByteBuffer content = archive.content(entry);
            contents.put(entry.name(), StandardCharsets.US_ASCII.decode(content).toString());
        }
        return contents;
    }

    private static void assertRefused(byte[] file, String message) {
        assertThatThrownBy(() -> unpack(file)).isInstanceOf(DataException.class).hasMessage("x.npz" + message);
    }

    @Test
    void storedAndDeflatedEntriesAreRead() {
        for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
            assertThat(unpack(sound(method))).isEqualTo(Map.of("a", "AAAA", "bb", "BBBBBB"));
        }
    }

    @Test
    void anArchiveThatIsCutOffAnywhereIsRefused() {
        byte[] file = sound(ZipEntry.STORED);
        for (int length = 0; length < file.length; length++) {
            byte[] cutOff = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> unpack(cutOff)).isInstanceOf(DataException.class);
        }
        assertRefused(
                Arrays.copyOf(file, 180),
                ": expected a zip archive, found no end of one in 180 bytes; it may be cut off");
        assertRefused(new byte[0], ": expected a zip archive, found no end of one in 0 bytes; it may be cut off");
    }

    @Test
    void aCommentAtTheEndIsSkipped() {
        byte[] file = Arrays.copyOf(sound(ZipEntry.STORED), 190 + 0xFFFF);
        assertThat(unpack(Archives.patched(file, 168 + 20, 2, 0xFFFF))).hasSize(2);
        assertThatThrownBy(() -> unpack(file)).isInstanceOf(DataException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "end       | 4  | 2 | 1          | , byte 168: expected the directory in front of this, found 2 entries in 95 bytes at 73",
                "end       | 8  | 2 | 1          | , byte 168: expected the directory in front of this, found 2 entries in 95 bytes at 73",
                "end       | 12 | 4 | 94         | , byte 168: expected the directory in front of this, found 2 entries in 94 bytes at 73",
                "end       | 16 | 4 | -1         | , byte 168: expected the directory in front of this, found 2 entries in 95 bytes at 4294967295",
                "end       | 8  | 4 | 0x00010001 | , byte 120: expected the end of the directory after 1 entries, found 48 bytes more",
                "end       | 8  | 4 | 0x00030003 | , byte 168: expected entry 3 of 3 of the directory",
                "directory | 0  | 4 | 0          | , byte 120: expected entry 2 of 2 of the directory",
                "directory | 8  | 2 | 1          | , byte 120: expected 'bb' without encryption, found it encrypted",
                "directory | 10 | 2 | 12         | , byte 120: expected 'bb' to be stored (0) or deflated (8), found method 12",
                "directory | 10 | 2 | 8          | , entry 'bb': expected deflated bytes, found damaged ones",
                "directory | 16 | 4 | 0x12345678 | , entry 'bb': expected the checksum 12345678, found c9ffc5ce; the bytes are damaged",
                "directory | 20 | 4 | 7          | , byte 120: expected one length of 'bb', which is stored, found 7 and 6",
                "directory | 24 | 4 | -1         | , byte 120: expected one length of 'bb', which is stored, found 6 and 4294967295",
                "directory | 20 | 8 | -1         | , byte 67: expected 4294967295 bytes of 'bb', found 6 in front of the directory",
                "directory | 20 | 8 | 0x700000007| , byte 67: expected 7 bytes of 'bb', found 6 in front of the directory",
                "directory | 28 | 2 | 3          | , byte 120: expected an entry of the directory within 48 bytes, found one of 49",
                "directory | 30 | 2 | 0xFFFF     | , byte 120: expected an entry of the directory within 48 bytes, found one of 65583",
                "directory | 42 | 4 | -1         | , byte 4294967295: expected the start of 'bb'",
                "directory | 42 | 4 | 73         | , byte 73: expected the start of 'bb'",
                "directory | 42 | 4 | 1          | , byte 1: expected the start of 'bb'",
                "directory | 42 | 4 | 0          | , byte 0: expected the start of 'bb', as the directory says, found another name",
                "directory | 46 | 1 | 0xFF       | , byte 166: expected a name in UTF-8",
                "local     | 30 | 1 | 0x61       | , byte 35: expected the start of 'bb', as the directory says, found another name",
                "local     | 26 | 2 | 0xFFFF     | , byte 65600: expected 6 bytes of 'bb', found 0 in front of the directory",
                "local     | 28 | 2 | 0xFFFF     | , byte 65602: expected 6 bytes of 'bb', found 0 in front of the directory"
            })
    void partsThatContradictEachOtherAreRefused(String part, int at, int length, String number, String message) {
        byte[] file = sound(ZipEntry.STORED);
        int record = switch (part) {
            case "end" -> Archives.last(file, 5, 6);
            case "directory" -> Archives.last(file, 1, 2);
            default -> Archives.last(file, 3, 4);
        };
        assertRefused(Archives.patched(file, record + at, length, Long.decode(number)), message);
    }

    @Test
    void aNameThatComesTwiceIsRefused() {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("aa", new byte[4]);
        contents.put("ab", new byte[4]);
        byte[] file = Archives.zip(ZipEntry.STORED, contents);
        byte[] local = Archives.patched(file, Archives.last(file, 3, 4) + 31, 1, 'a');
        byte[] twice = Archives.patched(local, Archives.last(file, 1, 2) + 47, 1, 'a');
        assertRefused(twice, ", entry 'aa': expected each name once, found a second");
    }

    @Test
    void entriesInsideEachOtherAreRefused() {
        byte[] inner = Archives.stored("bb", new byte[6]);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("a", inner);
        contents.put("bb", new byte[6]);
        byte[] file = Archives.zip(ZipEntry.STORED, contents);
        byte[] inside =
                Archives.patched(file, Archives.last(file, 1, 2) + 42, 4, 31); // where the entry in the entry starts
        assertRefused(inside, ", byte 31: expected the entry in front to end, found the start of 'bb' in it");
    }

    @Test
    void anEntryThatUnpacksToMoreThanItSaysIsRefusedBeforeItTakesMemory() {
        byte[] bomb = Archives.deflated("a", new byte[48 * MIB]);
        assertRefusedWithoutMemory(bomb, 100, "found \\d+ that unpack to 8192 or more");
        assertRefusedWithoutMemory(bomb, 60 * MIB, "found \\d+ that unpack to 50331648");
    }

    private static void assertRefusedWithoutMemory(byte[] bomb, int lie, String found) {
        byte[] lying = Archives.patched(bomb, Archives.last(bomb, 1, 2) + 24, 4, lie);
        long allocated = Memory.allocatedBy(() -> assertThatThrownBy(() -> unpack(lying))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("x\\.npz, entry 'a': expected \\d+ bytes that unpack to " + lie + ", " + found));
        assertThat(allocated).isLessThan(2 * MIB);
    }

    /** A block of the four bytes AAAA, an empty last block, and one byte more (RFC 1951, blocks without compression). */
    @Test
    void deflatedBytesThatEndTooEarlyOrTooLateAreRefused() {
        byte[] blocks = {0, 4, 0, -5, -1, 'A', 'A', 'A', 'A', 1, 0, 0, -1, -1, 0};
        assertThat(unpack(deflated(blocks, 14))).containsEntry("a", "AAAA");
        assertRefused(
                deflated(blocks, 13),
                ", entry 'a': expected 13 bytes that unpack to 4, found 13 that unpack to 4 or more");
        assertRefused(
                deflated(blocks, 15), ", entry 'a': expected 15 bytes that unpack to 4, found 14 that unpack to 4");
    }

    private static byte[] deflated(byte[] blocks, int length) {
        byte[] file = Archives.stored("a", Arrays.copyOf(blocks, length));
        int directory = Archives.last(file, 1, 2);
        byte[] deflated = Archives.patched(file, directory + 10, 2, ZipEntry.DEFLATED);
        byte[] sized = Archives.patched(deflated, directory + 24, 4, 4);
        return Archives.patched(sized, directory + 16, 4, 0x9b0d08f1L); // zlib.crc32(b"AAAA")
    }

    @Test
    void anArchiveThatUnpacksToFarMoreThanItIsIsRefused() {
        byte[] bomb = Archives.deflated("a", new byte[65 * MIB]);
        long allocated = Memory.allocatedBy(() -> assertRefused(
                bomb,
                ": expected an archive of %s bytes to unpack to at most 67108864, found 68157440; if it is sound, save it with np.savez"
                        .formatted(bomb.length)));
        assertThat(allocated).isLessThan(2 * MIB);
    }

    /** Not every bit of deflated bytes means something; but none changes what is read. */
    @Test
    void damageInDeflatedBytesIsFoundOrHarmless() {
        String content = "AAAABAAACAAAD".repeat(20);
        byte[] file = Archives.deflated("a", content.getBytes(StandardCharsets.US_ASCII));
        int harmless = 0;
        int start = 31;
        int end = Archives.last(file, 7, 8);
        for (int bit = 8 * start; bit < 8 * end; bit++) {
            byte[] damaged = file.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(unpack(damaged)).containsEntry("a", content);
                harmless++;
            } catch (DataException e) {
                assertThat(e).hasMessageStartingWith("x.npz, entry 'a': expected ");
            }
        }
        assertThat(harmless).isLessThan(16);
    }
}
