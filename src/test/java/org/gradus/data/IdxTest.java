package org.gradus.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.gradus.tensor.Shape;
import org.gradus.tensor.Tensor;
import org.gradus.testing.InEveryLocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@InEveryLocale
class IdxTest {

    /** Files in hexadecimal, written by hand from the format's description on the page of MNIST, and what they say. */
    static Stream<Arguments> files() {
        return Stream.of(
                arguments("00000801 00000003 00 7F FF", Tensor.of(0, 127, 255)),
                arguments("00000901 00000003 00 7F FF", Tensor.of(0, 127, -1)),
                arguments("00000B01 00000002 0102 FFFE", Tensor.of(258, -2)),
                arguments("00000C01 00000002 00010002 80000000", Tensor.of(65538, Integer.MIN_VALUE)),
                arguments("00000D01 00000003 3FC00000 7F800000 FFC12345", Tensor.of(1.5, 1 / 0.0, Double.NaN)),
                arguments("00000E01 00000002 3FF8000000000000 8000000000000000", Tensor.of(1.5, -0.0)),
                arguments("00000802 00000002 00000003 010203 040506", Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}})),
                arguments("00000803 00000000 0000001C 0000001C", Tensor.full(Shape.of(0, 28, 28), 0)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsAllTypes(String hexadecimal, Tensor expected) {
        Tensor actual = DataFiles.read(hex(hexadecimal), Idx::tensor);
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(Arrays.stream(actual.toArray()).mapToObj(Double::doubleToRawLongBits))
                .containsExactlyElementsOf(Arrays.stream(expected.toArray())
                        .mapToObj(Double::doubleToRawLongBits)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsPackedFilesWhateverTheirName(String hexadecimal, Tensor expected, @TempDir Path folder)
            throws IOException {
        Path file = Files.write(folder.resolve("numbers"), DataFiles.gzip(hex(hexadecimal)));
        assertThat(Idx.read(file).toArray()).containsExactly(expected.toArray());
    }

    static Stream<Arguments> damage() {
        return Stream.of(
                arguments("", "x, byte 0: expected 4 bytes of the start of IDX, found only 0"),
                arguments("000008", "x, byte 0: expected 4 bytes of the start of IDX, found only 3"),
                arguments(
                        "504B0304 00000000",
                        "x, byte 0: expected an IDX file, which starts with two zero bytes, found 0x50 and 0x4B"),
                arguments(
                        "00010801 00000000",
                        "x, byte 0: expected an IDX file, which starts with two zero bytes, found 0x00 and 0x01"),
                arguments(
                        "00000A01 00000001 00",
                        "x, byte 2: expected one of the types 0x08, 0x09, 0x0B, 0x0C, 0x0D, 0x0E, found 0x0A"),
                arguments("00000800 00", "x, byte 3: expected 1 to 64 axes, found 0"),
                arguments("000008FF 00", "x, byte 3: expected 1 to 64 axes, found 255"),
                arguments(
                        "00000803 00000001 0000", "x, byte 4: expected 12 bytes of the sizes of 3 axes, found only 6"),
                arguments(
                        "00000802 80000000 00000002 00",
                        "x, byte 4: expected a shape of at most 2^31 - 1 elements, found [2147483648, 2]"),
                arguments(
                        "00000802 00010000 00010000 00",
                        "x, byte 4: expected a shape of at most 2^31 - 1 elements, found [65536, 65536]"),
                arguments(
                        "00000E01 40000000 00",
                        "x, byte 4: expected at most 2147483639 bytes of numbers, found the shape (1073741824) of numbers of 8 bytes"),
                arguments(
                        "00000802 00000002 00000003 0102030405",
                        "x, byte 12: expected 6 bytes of numbers in the shape (2, 3), found only 5"),
                arguments("00000801 00000002 010203", "x, byte 10: expected the end of the file, found more"));
    }

    @ParameterizedTest
    @MethodSource("damage")
    void damageIsReportedWithItsOffset(String hexadecimal, String message) {
        assertThatThrownBy(() -> DataFiles.read(hex(hexadecimal), Idx::tensor))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }

    /** Memory for 2^31 - 10 bytes is never asked for: there are only two. */
    @Test
    void aSizeThatLiesTakesNoMemory() {
        byte[] file = hex("00000802 00000002 3FFFFFFB 0102");
        assertThatThrownBy(() -> DataFiles.read(file, Idx::tensor))
                .hasMessage(
                        "x, byte 12: expected 2147483638 bytes of numbers in the shape (2, 1073741819), found only 2");
        long allocated = Memory.allocatedBy(() -> assertThatThrownBy(() -> DataFiles.read(file, Idx::tensor)));
        assertThat(allocated).isLessThan(1_000_000);
    }

    @Test
    void offsetsOfAPackedFileAreThoseOfItsContent() {
        byte[] packed = DataFiles.gzip(hex("00000802 80000000 00000002 00"));
        assertThatThrownBy(() -> DataFiles.read(packed, Idx::tensor)).hasMessageStartingWith("x, unpacked byte 4: ");
    }

    @Test
    void aMissingFileIsReported(@TempDir Path folder) {
        Path file = folder.resolve("none");
        assertThatThrownBy(() -> Idx.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + " cannot be read: there is no such file");
    }

    @Test
    void aFolderIsReported(@TempDir Path folder) {
        assertThatThrownBy(() -> Idx.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(folder + " cannot be read: ");
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
