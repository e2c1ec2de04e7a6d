package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.gradus.tensor.Parameter;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@InEveryLocale
class NpzTest {
    private static final String HEADER = "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }";

    private static final String TYPES = " , descr: expected one of f8, f4, f2, i8, i4, i2, i1, u8, u4, u2, u1, b1"
            + " behind < or >, or behind | if it has one byte, found ";

    @TempDir
    private Path folder;

    /** All tensors of a file. */
    private static Map<String, Tensor> read(byte[] file) {
        return new LinkedHashMap<>(Npz.decode("x.npz", file));
    }

    @Test
    void whatIsWrittenIsReadBitForBit() {
        Path file = folder.resolve("model.npz");
        Npz.write(file, ReferenceFiles.numpy());
        assertThat(Bits.of(Npz.read(file))).isEqualTo(Bits.of(ReferenceFiles.numpy()));
    }

    @Test
    void readsWhatNumpySaves() {
        assertThat(Bits.of(read(ReferenceFiles.bytes("numpy.npz")))).isEqualTo(Bits.of(ReferenceFiles.numpy()));
    }

    @Test
    void readsWhatNumpySavesCompressed() {
        Map<String, Tensor> wanted = new LinkedHashMap<>();
        double[] repeated = new double[1000];
        Arrays.setAll(repeated, i -> i % 2 == 0 ? 0.1 : 0.2);
        wanted.put("repeated", Tensor.of(repeated));
        wanted.putAll(ReferenceFiles.numpy());
        assertThat(Bits.of(read(ReferenceFiles.bytes("numpy-compressed.npz")))).isEqualTo(Bits.of(wanted));
    }

    @Test
    void readsWholeNumbersTruthValuesAndTheHighByteFirst() {
        Map<String, Tensor> wanted = new LinkedHashMap<>();
        wanted.put("u1", Tensor.of(new double[][] {{0, 1}, {128, 255}}));
        wanted.put("b1", Tensor.of(1, 0));
        wanted.put("i1", Tensor.of(-128, 127));
        wanted.put("i2", Tensor.of(-32768, 32767));
        wanted.put("u2", Tensor.of(65535));
        wanted.put("u4", Tensor.of(4294967295.0));
        wanted.put("u8", Tensor.of(0x1p53, 0));
        wanted.put("F8", Tensor.of(0.1, -0.0));
        wanted.put("F4", Tensor.of(0.1f));
        wanted.put("F2", Tensor.of(-1.5));
        wanted.put("I8", Tensor.of(-0x1p53));
        wanted.put("I4", Tensor.of(-2));
        wanted.put("I2", Tensor.of(new double[][] {{258}, {-2}}));
        wanted.put("U8", Tensor.of(0x1p53));
        wanted.put("fortran", Tensor.of(new double[][] {{0, 1, 2}, {3, 4, 5}}));
        assertThat(Bits.of(read(ReferenceFiles.bytes("numpy-types.npz")))).isEqualTo(Bits.of(wanted));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text    | , descr: expected one of f8,",
                "complex | , descr: expected one of f8,",
                "inexact | : element 1 is 9007199254740993; expected whole numbers within ±2^53",
                "huge    | : element 0 is 18446744073709551615; expected whole numbers within ±2^53"
            })
    void whatIsNotReadSpoilsOnlyItself(String name, String message) {
        Map<String, Tensor> read = Npz.decode("x.npz", ReferenceFiles.bytes("numpy-others.npz"));
        assertThat(read.keySet()).containsExactly("good", "text", "complex", "inexact", "huge");
        assertThat(read).hasToString("tensors [good, text, complex, inexact, huge]");
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> read.get(name))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("x.npz, entry '" + name + ".npy'" + message);
            assertThat(read.get("good").toArray()).containsExactly(1.5);
        }
        assertThat(read.get("good")).isSameAs(read.get("good"));
        assertThat(read.get("none")).isNull();
        assertThat(read.containsKey(name)).isTrue();
    }

    /** Whatever happens to the bytes of one array, the others are read; the directory is another matter. */
    @ParameterizedTest
    @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
    void aDamagedArrayThatNobodyAsksForDoesNoHarm(int method) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        contents.put("a.npy", Npy.encode(Tensor.of(1, 2)));
        contents.put("b.npy", Npy.encode(Tensor.of(3, 4)));
        byte[] file = Archives.zip(method, contents);
        ZipArchive.Entry first = new ZipArchive("x.npz", file).entries().get(0);
        for (int at = (int) first.start(); at < first.start() + first.packed(); at++) {
            byte[] damaged = file.clone();
            damaged[at] ^= 1;
            Map<String, Tensor> read = Npz.decode("x.npz", damaged);
            assertThat(read.get("b").toArray()).containsExactly(3, 4);
            assertThatThrownBy(() -> read.get("a"))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("x.npz, entry 'a.npy': expected ");
            assertThatThrownBy(read::hashCode).isInstanceOf(DataException.class);
        }
    }

    @Test
    void onlyWhatIsAskedForTakesMemory() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("large", Tensor.full(Shape.of(1000, 1000), 1));
        tensors.put("small", Tensor.of(1));
        byte[] file = Npz.encode(tensors);
        Npz.decode("x.npz", file).get("small");
        assertThat(Memory.allocatedBy(() -> Npz.decode("x.npz", file).get("small")))
                .isLessThan(DamageContract.MEMORY_OF_A_MESSAGE);
    }

    @Test
    void aTruthValueIsFalseOrTrue() {
        byte[] npy = Archives.npy(1, HEADER.replace("<f8", "|b1"), 2);
        assertThat(read(Archives.stored("a.npy", npy)).get("a").toArray()).containsExactly(0, 0);
        npy[npy.length - 1] = -1;
        assertRefused(
                Archives.stored("a.npy", npy),
                ", entry 'a.npy': element 1 is byte 255; expected 0 or 1, which are false and true");
    }

    @Test
    void readsAllVersionsOfTheFormat() {
        Map<String, Tensor> wanted = new LinkedHashMap<>();
        wanted.put("v1", ReferenceFiles.weight());
        wanted.put("v2", ReferenceFiles.weight());
        wanted.put("v3", ReferenceFiles.weight());
        assertThat(Bits.of(read(ReferenceFiles.bytes("numpy-versions.npz")))).isEqualTo(Bits.of(wanted));
    }

    @Test
    void anArrayIsWrittenByteForByteAsNumpyDoes() {
        assertThat(Npy.encode(ReferenceFiles.weight())).isEqualTo(ReferenceFiles.bytes("numpy.npy"));
    }

    /** The lengths are those of numpy.lib.format.write_array_header_1_0 for shapes of ones (NumPy 2.4.6). */
    @ParameterizedTest
    @CsvSource({"0, 128", "1, 128", "14, 128", "15, 192", "35, 192", "36, 256", "57, 256", "64, 320"})
    void aHeaderIsAsLongAsNumpysOwn(int axes, int length) {
        int[] ones = new int[axes];
        Arrays.fill(ones, 1);
        assertThat(Npy.encode(Tensor.of(Shape.of(ones), 1))).hasSize(length + 8);
    }

    /** The checksum was computed once, on Linux with JDK 17; it holds on every machine and JDK, and in every time zone. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Taipei", "America/New_York"})
    void theBytesAreTheSameEverywhere(String zone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            CRC32 checksum = new CRC32();
            checksum.update(Npz.encode(ReferenceFiles.numpy()));
            assertThat(checksum.getValue()).isEqualTo(1_334_961_954L);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void noTensorsAreAFileToo() {
        assertThat(read(Npz.encode(Map.of()))).isEmpty();
    }

    @Test
    void theGraphIsNotSavedAndTheMapCannotBeChanged() {
        Tensor recorded = new Parameter("w", Tensor.of(1, 2)).value().mul(3);
        Map<String, Tensor> read = Npz.decode("x.npz", Npz.encode(Map.of("w", recorded)));
        assertThat(read.get("w").detach()).isSameAs(read.get("w"));
        assertThat(read.get("w").toArray()).containsExactly(3, 6);
        assertThatThrownBy(read::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> read.remove("w")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> read.keySet().remove("w")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> read.put("v", Tensor.of(1))).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../a", "a/../b", "a/..", "C:/a", "a\\b", "a\nb", "\ud800"})
    void namesThatLeaveTheFolderAreNeitherWrittenNorRead(String name) {
        assertThatThrownBy(() -> Npz.encode(Map.of(name, Tensor.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("npz: '")
                .hasMessageEndingWith(
                        "' cannot be the name of a tensor; choose a relative path such as 'layer/weight'");
        if (!name.equals("\ud800")) { // which cannot be in a file
            assertThatThrownBy(() -> read(Archives.stored(name + ".npy", Npy.encode(Tensor.of(1)))))
                    .isInstanceOf(DataException.class)
                    .hasMessage("x.npz, entry '%s.npy': expected a relative path without '..' or '\\' as a name"
                            .formatted(name.replace('\n', '?')));
        }
    }

    @Test
    void whatNumpyOrZipCannotHoldIsNotWritten() {
        int[] ones = new int[65];
        Arrays.fill(ones, 1);
        assertThatThrownBy(() -> Npz.encode(Map.of("a", Tensor.of(Shape.of(ones), 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tensor of 65 axes cannot be saved: other programs read at most 64; reshape it");
        assertThat(read(Npz.encode(Map.of("a", Tensor.of(Shape.of(Arrays.copyOf(ones, 64)), 1)))))
                .hasSize(1);
        assertThatThrownBy(() -> Npz.encode(Map.of("x".repeat(65_001), Tensor.of(1))))
                .isInstanceOf(IllegalArgumentException.class);
        String longest = "x".repeat(65_000);
        assertThat(read(Npz.encode(Map.of(longest, Tensor.of(1))))).containsOnlyKeys(longest);
        Map<String, Tensor> many = new LinkedHashMap<>();
        for (int i = 0; i < 65_535; i++) {
            many.put("t" + i, Tensor.scalar(i));
        }
        assertThatThrownBy(() -> Npz.encode(many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("npz: 65535 tensors are too many for one file, which can have 65534");
        many.remove("t0");
        assertThat(read(Npz.encode(many)).get("t65534").item()).isEqualTo(65534);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "( 2 , ) ,  } | (2,), }",
                "(2,)}     | (2,), }",
                "(2L,), }  | (2,), }",
                "(1, 2), } | (1, 2), }",
                "(1,2,), } | (1, 2), }",
                "(2,1,1), }| (2, 1, 1), }"
            })
    void headersMayDifferInWhatDoesNotMatter(String written, String meant) {
        Tensor tensor = read(Archives.stored("a.npy", Archives.npy(1, HEADER.replace("(2,), }", written), 16)))
                .get("a");
        assertThat(NpyHeader.encode(tensor.shape())).contains(meant);
        byte[] quotes = Archives.npy(1, "{\"shape\":(),\"descr\":\"<f8\",\"fortran_order\":True}", 8);
        assertThat(read(Archives.deflated("a.npy", quotes)).get("a").item()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'<f8' ; '<c16' ;" + TYPES + "''<c16''",
                "'<f8' ; '|O' ;" + TYPES + "''|O''",
                "'<f8' ; '|f8' ;" + TYPES + "''|f8''",
                "'<f8' ; '=f8' ;" + TYPES + "''=f8''",
                "'<f8' ; 'f8' ;" + TYPES + "''f8''",
                "'<f8' ; '<' ;" + TYPES + "''<''",
                "'<f8' ; '<b2' ;" + TYPES + "''<b2''",
                "'<f8' ; [('x', '<f8'), ('y', '<f8')] ;" + TYPES + "'[('x', '<f8'), ('y', '<f8')]'",
                "'<f8' ; (<f8)  ;" + TYPES + "'(<f8)'",
                "'<f8' ; [<f8]  ;" + TYPES + "'[<f8]'",
                "'<f8' ; True   ;" + TYPES + "'True'",
                "False ; 0      ; , fortran_order: expected True or False, found '0'",
                "(2,)  ; (2)    ; , shape: expected a tuple of at most 64 sizes, found '(2)'",
                "(2,)  ; '2'    ; , shape: expected a tuple of at most 64 sizes, found ''2''",
                "(2,)  ; (,)    ; , shape: expected whole numbers from 0 to 10^18 - 1, found ''",
                "(2,)  ; (2,,)  ; , shape: expected whole numbers from 0 to 10^18 - 1, found ''",
                "(2,)  ; (-2,)  ; , shape: expected whole numbers from 0 to 10^18 - 1, found '-2'",
                "(2,)  ; (2.0,) ; , shape: expected whole numbers from 0 to 10^18 - 1, found '2.0'",
                "(2,)  ; (65536, 65536) ; : expected a shape of at most 2^31 - 1 elements, found [65536, 65536]",
                "(2,)  ; (4294967298,)  ; : expected a shape of at most 2^31 - 1 elements, found [4294967298]",
                "(2,)  ; (3,)   ; : expected 24 bytes for elements of 8 bytes in shape (3), found 16",
                "(2,)  ; ()     ; : expected 8 bytes for elements of 8 bytes in shape (), found 16",
                "(2,)  ; (2147483647,)  ; : expected 17179869176 bytes for elements of 8 bytes in shape (2147483647), found 16"
            })
    void headersThatLieAreRefused(String sound, String lie, String message) {
        byte[] npy = Archives.npy(1, HEADER.replace(sound, lie), 16);
        assertRefused(Archives.stored("a.npy", npy), ", entry 'a.npy'" + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "__import__('os').system('rm -rf /')",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), 'descr': '<f4'}",
                "{'descr': '<f8', 'descr': '<f8', 'shape': (2,)}",
                "{'descr': '<f8', 'fortran_order': False}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), } x",
                "{'descr': '<f8' 'fortran_order': False, 'shape': (2,), }",
                "{'descr': {'a': {'a': 1}}, 'fortran_order': False, 'shape': (2,), }"
            })
    void headersOfAnotherFormAreRefused(String header) {
        assertThatThrownBy(() -> read(Archives.stored("a.npy", Archives.npy(1, header, 16))))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("x.npz, entry 'a.npy': expected a header such as "
                        + "{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }, found '");
    }

    @Test
    void deepNestingAndManyAxesAreRefusedWithoutFollowingThem() {
        byte[] many = Archives.npy(1, HEADER.replace("(2,)", "(" + "1,".repeat(65) + ")"), 8);
        assertThatThrownBy(() -> read(Archives.stored("a.npy", many)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(", shape: expected a tuple of at most 64 sizes, found '(1,1,");
        for (String deep : new String[] {"(".repeat(1 << 20), "1,".repeat(1 << 20), "[".repeat(1 << 20)}) {
            byte[] npy = Archives.npy(2, HEADER.replace("(2,)", "(" + deep + ")"), 8);
            assertThatThrownBy(() -> read(Archives.stored("a.npy", npy))).isInstanceOf(DataException.class);
        }
    }

    @Test
    void arraysThatAreCutOffAreRefused() {
        byte[] npy = Archives.npy(1, HEADER, 16);
        for (int length = 0; length < npy.length; length++) {
            byte[] cutOff = Archives.deflated("a.npy", Arrays.copyOf(npy, length));
            assertThatThrownBy(() -> read(cutOff)).isInstanceOf(DataException.class);
        }
        assertRefused(
                Archives.stored("a.npy", Archives.patched(npy, 6, 2, 4)),
                ", entry 'a.npy': expected version 1.0, 2.0 or 3.0, found 4.0");
        assertRefused(
                Archives.stored("a.npy", Archives.patched(npy, 6, 2, 0x101)),
                ", entry 'a.npy': expected version 1.0, 2.0 or 3.0, found 1.1");
        assertRefused(
                Archives.stored("a.npy", Archives.patched(npy, 8, 2, 0xFFFF)),
                ", entry 'a.npy', byte 10 of the array: expected 65535 bytes of its header, found only 73");
        assertRefused(
                Archives.stored("a.npy", Archives.patched(Archives.npy(2, HEADER, 16), 8, 4, -1)),
                ", entry 'a.npy', byte 12 of the array: expected 4294967295 bytes of its header, found only 73");
        assertRefused(
                Archives.stored("a.npy", "hello".getBytes()),
                ", entry 'a.npy': expected an array of NumPy, which starts with the bytes \\x93NUMPY");
        assertRefused(Archives.stored("a.txt", npy), ", entry 'a.txt': expected a name that ends in .npy");
    }

    private static void assertRefused(byte[] file, String message) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(DataException.class).hasMessage("x.npz" + message);
    }
}
